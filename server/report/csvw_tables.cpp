// What stands in which column of the open data, after the recommended structures for the annexes of
// resolution № 835 (docs/report.md).
#include "report/csvw.hpp"

#include <array>

namespace viche::report {
namespace {

constexpr std::string_view as_text = "string";
constexpr std::string_view as_count = "nonNegativeInteger";
constexpr std::string_view katottg = "UA[0-9]{17}";
constexpr bool is_required = true;

constexpr std::array proposal_columns{
    described_column{"uid", as_text, "Ідентифікатор пропозиції", "Proposal", is_required},
    described_column{"sessionUid", as_text, "Ідентифікатор сесії", "Session", is_required},
    described_column{"title", as_text, "Назва: початок тексту", "Title: how the text begins"},
    described_column{"description", as_text, "Зміст пропозиції мовою оригіналу",
                     "Text as it was written"},
    described_column{"kind", as_text, "Напрями, головний перший", "Areas, the main one first",
                     is_required, "[a-z0-9_-]+", ","},
    described_column{"kindLabel", as_text, "Назви напрямів", "Names of the areas", is_required},
    described_column{"settlementCattutc", as_text, "Населений пункт за КАТОТТГ (не встановлюється)",
                     "Settlement by KATOTTG (not recorded)", false, katottg},
    described_column{"authorityName", as_text, "Найменування розпорядника", "Authority",
                     is_required},
    described_column{"authorityId", as_text, "Код ЄДРПОУ розпорядника",
                     "EDRPOU code of the authority"},
    described_column{"authorityCattutc", as_text, "Територія розпорядника за КАТОТТГ",
                     "Territory of the authority by KATOTTG", false, katottg},
    described_column{"submittedAt", "dateTime", "Час подання", "Submitted at", is_required},
    described_column{"channel", as_text, "Спосіб подання: телефон, усно, папір",
                     "How it came in: phone, oral, paper", is_required, "phone|oral|paper"},
    described_column{"authorship", as_text, "Авторство: із зазначенням імені чи без",
                     "Authorship: with a name or without", is_required, "named|anonymous"},
    described_column{"creator", as_text, "Автор, який погодився на оприлюднення імені",
                     "Author who agreed to be named"},
    described_column{"mergedInto", as_text, "Пропозиція, з якою об’єднано",
                     "Proposal it was merged into"},
    described_column{"status", as_text, "Стан: оприлюднено чи об’єднано",
                     "Status: published or merged", is_required, "published|merged"},
    described_column{"count", as_count, "Голосів онлайн і на папері", "Votes online and on paper"},
    described_column{"goalCode", as_text, "Ціль або завдання стратегії",
                     "Goal or task of the strategy"},
    described_column{
        "decision", as_text,
        "Результат розгляду: враховано, частково, не враховано, потребує вивчення, передано",
        "Outcome: accepted, in part, declined, to be studied, passed on", false,
        "accepted|partly|declined|study|passed_on"},
    described_column{"decisionReason", as_text, "Обґрунтування", "Reason"},
    described_column{"decisionDate", "date", "Дата, коли внесено результат розгляду",
                     "Day the outcome was entered"},
    described_column{"decisionUrl", "anyURI", "Посилання на рішення", "Link to the decision"},
    described_column{"responsible", as_text, "Відповідальний", "Responsible"},
    described_column{"language", "language", "Мова тексту (не встановлюється)",
                     "Language of the text (not recorded)"},
    described_column{"supports", as_count, "Підтримок «+1» під час збору ідей",
                     "«+1» while ideas were open"},
    described_column{"votesOnline", as_count, "Голосів онлайн", "Votes online"},
    described_column{"votesPaper", as_count, "Голосів на папері", "Votes on paper"},
    described_column{"raisedHands", as_count, "Піднятих рук", "Raised hands"},
    described_column{"total", as_count, "Голосів і рук разом", "Votes and hands together"},
};
constexpr std::array<std::string_view, 1> proposal_key{"uid"};
constexpr std::array proposal_references{foreign_key{"mergedInto", "proposals.csv", "uid"}};

constexpr std::array voting_columns{
    described_column{"proposalUid", as_text, "Ідентифікатор пропозиції", "Proposal", is_required},
    described_column{"voterID", as_text, "Знеособлений виборець, лише в цьому вивантаженні",
                     "Voter without identity, of this export only", is_required, "[0-9a-f]{16}"},
    described_column{"voteDate", "date", "День голосування", "Day of the vote", is_required},
};
constexpr std::array<std::string_view, 2> voting_key{"proposalUid", "voterID"};
constexpr std::array voting_references{foreign_key{"proposalUid", "proposals.csv", "uid"}};

constexpr std::array tag_columns{
    described_column{"tag", as_text, "Код напряму", "Code of the area", is_required, "[a-z0-9_-]+"},
    described_column{"name", as_text, "Коротка назва", "Short name in Ukrainian", is_required},
    described_column{"fullName", as_text, "Повна назва", "Full name in Ukrainian", is_required},
    described_column{"nameEn", as_text, "Назва англійською", "Name in English", is_required},
    described_column{"proposals", as_count, "Пропозицій із цим головним напрямом",
                     "Proposals with this as their main area", is_required},
    described_column{"count", as_count, "Голосів онлайн і на папері", "Votes online and on paper"},
    described_column{"votesOnline", as_count, "Голосів онлайн", "Votes online"},
    described_column{"votesPaper", as_count, "Голосів на папері", "Votes on paper"},
    described_column{"raisedHands", as_count, "Піднятих рук", "Raised hands"},
    described_column{"total", as_count, "Голосів і рук разом", "Votes and hands together"},
};
constexpr std::array<std::string_view, 1> tag_key{"tag"};

constexpr std::array passport_columns{
    described_column{"identifier", as_text, "Ідентифікатор набору", "Identifier", is_required},
    described_column{"title", as_text, "Назва набору", "Title", is_required},
    described_column{"description", as_text, "Опис набору", "Description", is_required},
    described_column{"accrualPeriodicity", as_text, "Частота оновлення", "How often it is renewed",
                     is_required},
    described_column{"keyword", as_text, "Ключові слова", "Keywords", is_required, {}, ","},
    described_column{"purpose", as_text, "Підстава та призначення збору", "Ground and purpose"},
    described_column{"landingPage", as_text, "Посилання", "Link"},
    described_column{"format", as_text, "Формати", "Formats", is_required, {}, ","},
    described_column{"publisherName", as_text, "Найменування розпорядника", "Authority",
                     is_required},
    described_column{"publisherId", as_text, "Код ЄДРПОУ розпорядника",
                     "EDRPOU code of the authority"},
    described_column{"publisherCattutc", as_text, "Територія розпорядника за КАТОТТГ",
                     "Territory of the authority by KATOTTG", false, katottg},
    described_column{"contactPoint", as_text, "Відповідальна особа", "Contact person"},
    described_column{"email", as_text, "Адреса електронної пошти", "Email"},
    described_column{"language", as_text, "Мова", "Language", is_required, {}, ","},
    described_column{
        "version", as_text, "Версія: голова ланцюжка й номер останнього запису журналу сесії",
        "Version: head of the chain and number of the last record of the session's log",
        is_required},
    described_column{"issued", "date", "Дата створення", "Created", is_required},
    described_column{"modified", "date", "Дата оновлення", "Renewed", is_required},
    described_column{
        "votings", as_text,
        "Голоси за виборцями: у наборі, приховано (менше 10), ще не оприлюднено, невідомі",
        "Votes by voter: in the set, suppressed (under 10), not shown yet, not known", is_required,
        "published|suppressed|not_shown|unknown"},
};
constexpr std::array<std::string_view, 1> passport_key{"identifier"};

} // namespace

const table_description proposals_table{"proposals.csv",  "Пропозиції", "Proposals",
                                        proposal_columns, proposal_key, proposal_references};
const table_description votings_table{"votings.csv",  "Голосування", "Votes",
                                      voting_columns, voting_key,    voting_references};
const table_description tags_table{"tags.csv", "Напрями", "Areas", tag_columns, tag_key};
const table_description passport_table{"passport.csv", "Паспорт набору", "Passport of the set",
                                       passport_columns, passport_key};

} // namespace viche::report
