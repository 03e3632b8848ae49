// Lines of decisions → what stands, and what each leaves behind for those who saw the one before.
#include "ops/decisions.hpp"

#include "ops/ideas.hpp"

#include <set>

namespace viche::ops {
namespace {

model::outcome outcome_of(const model::state& s, model::seq_t idea) {
  const auto made = s.decisions.find(idea);
  return made == s.decisions.end() ? model::outcome::open : made->second.decision.outcome;
}

// Whoever follows what the council decides is told of an outcome that is no more, but not of one
// that came and went before anybody could read it.
void trace(model::state& s, const model::place& at, const model::decision_line& line) {
  auto& left = s.decision_traces[line.idea];
  left.seq = at.seq;
  if (line.decision.outcome != model::outcome::open) {
    left.taken_back_at = 0;
  } else if (outcome_of(s, line.idea) != model::outcome::open && s.publication.since != 0) {
    left.taken_back_at = at.time_ms;
  }
}

} // namespace

model::verdict check_lines(const model::state& s, const std::vector<model::decision_line>& lines) {
  if (lines.empty() || lines.size() > limits::decisions_together_max) {
    return model::refused{model::refusal::value_out_of_range, "lines",
                          limits::decisions_together_max};
  }
  std::set<model::seq_t> seen;
  for (const auto& one : lines) {
    if (auto no = check_published(s, one.idea)) return no;
    if (!seen.insert(one.idea).second) return model::refused{model::refusal::ideas_malformed};
  }
  return model::may;
}

void apply_lines(model::state& s, const model::place& at, model::touched& t,
                 const std::vector<model::decision_line>& lines) {
  for (const auto& one : lines) {
    trace(s, at, one);
    if (one.decision == model::decision{}) {
      s.decisions.erase(one.idea);
    } else {
      s.decisions[one.idea] = {one.decision, at.time_ms};
    }
    t.add(model::record::decision, one.idea);
  }
}

} // namespace viche::ops
