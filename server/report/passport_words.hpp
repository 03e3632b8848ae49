// The sentences of the open data's passport, in both languages.
#pragma once

#include "report/words.hpp"

#include <array>
#include <string_view>

namespace viche::report {

struct passport_words {
  std::string_view title, description, renewed, keywords;
  std::array<std::string_view, 5> votings; // in the order of the enumeration
};

inline constexpr passport_words passport_words_uk{
    .title = "Пропозиції та рейтингове голосування стратегічної сесії «{title}», {community}",
    .description =
        "Оприлюднені пропозиції учасників сесії «{title}», проведеної {date}, їхні напрями, голоси "
        "та рішення розпорядника. Приховані пропозиції не наводяться, лише враховані в підсумках. "
        "Голосування показує пріоритети присутніх і не є репрезентативним опитуванням. {votings}",
    .renewed = "Відразу після внесення змін",
    .keywords = "стратегія розвитку,громада,пропозиції,голосування,участь",
    .votings =
        {"Голоси за виборцями наведено у votings.csv; ідентифікатори виборців випадкові й "
         "чинні лише в цьому вивантаженні.",
         "Голоси за виборцями приховано, бо онлайн і на папері проголосувало менше ніж по 10 "
         "осіб; наведено лише підсумки.",
         "Результати голосування ще не оприлюднено.",
         "Голосів за виборцями немає: сесію відновлено зі звіту; наведено лише підсумки.",
         "У votings.csv наведено голоси лише тих, хто голосував у спосіб (онлайн чи на "
         "папері), яким скористалося щонайменше 10 осіб; ідентифікатори виборців випадкові й "
         "чинні лише в цьому вивантаженні."},
};

inline constexpr passport_words passport_words_en{
    .title = "Proposals and ranking vote of the strategy session «{title}», {community}",
    .description =
        "Published proposals of those who took part in the session «{title}» of {date}, their "
        "areas, votes and the authority's decisions. Hidden proposals are not in it, only counted. "
        "The vote shows the priorities of those present and is no representative survey. {votings}",
    .renewed = "Immediately after changes",
    .keywords = "development strategy,community,proposals,vote,participation",
    .votings =
        {"Votes by voter are in votings.csv; voters have random ids of this export only.",
         "Votes by voter are suppressed, as fewer than 10 people voted online and fewer than "
         "10 on paper; only totals are given.",
         "The results of the vote are not published yet.",
         "There are no votes by voter: the session was rebuilt from a report; only totals "
         "are given.",
         "votings.csv has the votes of those alone who voted in a way (online or on paper) "
         "that ten people or more used; voters have random ids of this export only."},
};

inline const passport_words& passport_words_of(model::language l) {
  return l == model::language::uk ? passport_words_uk : passport_words_en;
}

} // namespace viche::report
