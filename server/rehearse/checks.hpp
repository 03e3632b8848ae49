// Whether a session came out as planned: what the desk holds against the plan, what everybody else
// holds against the desk, what the report says against both. Each answer is a list of sentences,
// empty when all agrees. Pure.
#pragma once

#include "rehearse/plan.hpp"
#include "rehearse/replica.hpp"
#include "rehearse/scenario.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace viche::rehearse {

using sentences = std::vector<std::string>;

// What residents, and the board, must hold when the desk holds this, every place being revealed.
records seen_by_residents(const records& desk);
records seen_by_board(const records& desk);

// One sentence for the first difference; `who` begins it.
sentences compare(std::string_view who, const records& expected, const records& held);

// `idea_ids`: the ids of the rows' ideas, by row number − 1.
sentences check_desk(const records& desk, const scenario& s, const plan& p,
                     const std::vector<std::uint64_t>& idea_ids);

// `text`: report.json.
sentences check_report(std::string_view text, const figures& expected);

// The ideas with the best places down to the tenth, for the summary.
struct result_line {
  std::uint64_t place = 0;
  std::uint64_t number = 0;
  std::uint64_t votes = 0;
  std::string text;
};
std::vector<result_line> first_ten(const records& desk);

} // namespace viche::rehearse
