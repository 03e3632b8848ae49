// docs/protocol.md against the code: its lists of words and its numbers.
#include "limits.hpp"
#include "model/words.hpp"
#include "support/protocol_page.hpp"

#include <doctest/doctest.h>

namespace viche {
namespace {

void check_words(const std::string& before, const names& words) {
  const auto text = page_text();
  const auto at = text.find(before + ": `");
  REQUIRE_MESSAGE(at != std::string::npos, before);
  CHECK(quoted(text.substr(at, text.find('.', at) - at)) == words);
}

TEST_CASE("the page's lists of words are the code's") {
  check_words("Phases", words_of<model::phase>());
  check_words("Pause reasons", words_of<model::pause_reason>());
  check_words("Hide reasons", words_of<model::hide_reason>());
  check_words("Channels", words_of<model::channel>());
  check_words("Fates of late ideas", words_of<model::late_fate>());
  check_words("Authorship", words_of<model::authorship>());
  check_words("Board modes", words_of<model::board_mode>());
}

TEST_CASE("the page's numbers are the bounds of the code") {
  const auto text = page_text();
  const auto number = [](auto n) { return std::to_string(static_cast<std::uint64_t>(n)); };
  for (const auto& words : {
           number(limits::op_id_bytes_min) + "–" + number(limits::op_id_bytes_max) + " characters",
           number(limits::idea_graphemes_max) + " graphemes (idea), " +
               number(limits::title_graphemes_max) + " (title",
           number(limits::areas_min) + "–" + number(limits::areas_max) + " areas",
           "1–" + number(limits::merge_others_max) + " different others",
           "than " + number(limits::ops_burst) + " at once and " + number(limits::ops_per_second) +
               " a second after (of a staff link " + number(limits::staff_ops_burst) + " and " +
               number(limits::staff_ops_per_second) + ")",
           "one in " + number(limits::similar_period_ms / 1000) + " s",
           "of a staff link " + number(limits::staff_similar_burst) + " at once and " +
               number(limits::staff_similar_per_second) + " a second after. The text",
           "to a staff link " + number(limits::similar_shown_to_staff_max) + ", best first",
           "within " + number(limits::similar_period_ms / 1000) + " s of the last",
           "over " + number(limits::message_bytes_max / 1024) + " KiB",
           number(limits::wrong_digits_burst) + " wrong ones of a person, then one in " +
               number(1 / limits::wrong_digits_per_second) + " s",
           number(limits::wrong_cards_burst) + " of a session, then one in " +
               number(1 / limits::wrong_cards_per_second) + " s",
           "(1–" + number(limits::cards_together_max) + ") or `{\"replace\":17}`",
           "within " + number(limits::hello_ms / 1000) + " s",
           "heard for " + number(limits::idle_ms / 1000) + " s",
           "0–" + number(limits::slots_max - 1) + " (person slot",
           "(" + number(limits::reveal_place_max) + "–1, counting down",
           number(limits::pass_characters) + " characters of Crockford",
           number(limits::foreign_pass_characters_min) + "–" +
               number(limits::foreign_pass_characters_max) + " characters of `A–Z a–z",
           "for " + number(limits::ticket_ms / 3'600'000) + " hours, in memory",
           "once more within " + number(limits::ticket_again_ms / 1000) + " s",
           "at most " + number(limits::wifi_name_bytes_max) + " bytes",
           number(limits::wifi_password_min) + "–" + number(limits::wifi_password_max) +
               " printable",
           "(1–" + number(limits::slots_max) + " who may use one phone",
           "`ideas` (1–" + number(limits::ideas_together_max) + ")",
           "else 2–" + number(limits::warmup_options_max) + ")",
           "`people` (0–" + number(limits::guests_max) + ")",
           "`sheet` (1–" + number(limits::sheets_max) + ";",
           "`hands` (1–" + number(limits::hands_max) + ")",
           "(1–" + number(limits::cards_together_max) + ", of at most " +
               number(limits::cards_max) + ":",
           "of at most " + number(limits::picture_bytes_max / 1024) + " KiB;",
       }) {
    CHECK_MESSAGE(text.find(words) != std::string::npos, words);
  }
  static_assert(limits::idea_letters_min == 3, "the page says: fewer than three letters");
  static_assert(limits::idea_areas_max == 2, "the page says: one or two areas");
}

} // namespace
} // namespace viche
