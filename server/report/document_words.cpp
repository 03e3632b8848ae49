// Ukrainian and English.
#include "report/document_words.hpp"

namespace viche::report {
namespace {

const document_words uk{
    .locale = "uk-UA",
    .into = "з № {number}",
    .outcome_count = "{outcome}: {count}",
    .areas_chart = "Діаграма: оприлюднені пропозиції за основним напрямом",
    .ranking_chart = "Діаграма: голоси за першочергові пропозиції",
    .chart_alt = "{name}. {points}.",
    .chart_point = "{name} — {value}",
    .logo_alt = "Знак організаторів",
    .head_alt = "QR-код контрольної суми журналу сесії, наведеної над ним",
    .votes_series = "Голоси",
    .proposals_series = "Пропозиції",
    .card_place = "Місце за результатами голосування: {place}.",
    .card_number = "Пропозиція № {number} у звіті про сесію.",
    .card_votes = "Голосів: {votes}.",
    .card_session = "Код сесії: {code}.",
    .card_merged = "Об’єднано з № {number}: {text}",
    .card_merged_many = "Об’єднано також із № {numbers}; тексти наведено в додатку 2 до звіту.",
};

const document_words en{
    .locale = "en-GB",
    .into = "into No. {number}",
    .outcome_count = "{outcome}: {count}",
    .areas_chart = "Chart: published proposals by main area",
    .ranking_chart = "Chart: votes for the first proposals",
    .chart_alt = "{name}. {points}.",
    .chart_point = "{name}: {value}",
    .logo_alt = "Sign of the organisers",
    .head_alt = "QR code of the checksum above, of the session's log",
    .votes_series = "Votes",
    .proposals_series = "Proposals",
    .card_place = "Place in the vote: {place}.",
    .card_number = "Proposal No. {number} of the session's report.",
    .card_votes = "Votes: {votes}.",
    .card_session = "Session code: {code}.",
    .card_merged = "Merged with No. {number}: {text}",
    .card_merged_many =
        "Merged with No. {numbers} as well; their texts are in annex 2 of the report.",
};

} // namespace

const document_words& document_words_of(model::language l) {
  return l == model::language::uk ? uk : en;
}

} // namespace viche::report
