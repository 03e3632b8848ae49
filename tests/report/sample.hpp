// Sessions the report's tests are about: an empty one, a small one with everything awkward in it,
// a hall with paper, hands and cards, and the acceptance scenario of 109 ideas.
#pragma once

#include "report/report.hpp"
#include "report/writers.hpp"
#include "support/state_builder.hpp"

#include <string>

namespace viche::test {

model::settings sample_settings();
report::report_facts sample_facts(report::edition edition = report::edition::public_,
                                  model::language language = model::language::uk);

// Opened and nothing else.
state_builder empty_session();

// Ideas are open.
state_builder ideas_session();

// Ten ideas with formulas, markup, quotes, line breaks and emoji; one each hidden, withdrawn and
// redacted, two merged; a pause; a tie; votes revealed; closed.
state_builder small_session();

// tests/data/serhiivka-109-illustrative.csv, moderated as its README says, merged before the vote.
state_builder session_of_109();

// A hall at level 2, at the vote, whose places are not revealed yet: guests, the warm-up, tables'
// sentences, approval, a corrected, two late and a waiting idea, names, cards (one replaced), two
// paper sheets (one of a card that had voted online) and raised hands.
state_builder hall_session();
report::author_names hall_names();

inline constexpr const char* waiting_text = "ЧЕКАЄ: на перевірку";
inline constexpr const char* declined_text = "ВІДХИЛЕНЕ: запізно";
inline constexpr const char* hidden_text = "ПРИХОВАНЕ: сусід Петро — злодій";
inline constexpr const char* withdrawn_text = "ВІДКЛИКАНЕ: передумала";
inline constexpr const char* erased_text = "ВИЛУЧЕНЕ: дзвоніть 067 000 00 00";

// 600 graphemes of four people each, which is the longest text anybody may send.
std::string longest_text();

// All formats do but those that tell of a session in a few paragraphs.
bool prints_proposals(const report::format& f);

} // namespace viche::test
