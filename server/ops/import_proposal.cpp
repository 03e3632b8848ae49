// What a proposal of a report may be, and the idea that it becomes.
#include "ops/import_proposal.hpp"

namespace viche::ops {

using model::refusal;
using model::refused;

model::verdict import_proposal::check(const model::state& s, const model::actor&) const {
  if (!s.imported) return refused{refusal::not_allowed};
  const auto submitted = s.imported->totals.submitted;
  if (number == 0 || number > submitted || s.imported_numbers.contains(number)) {
    return refused{refusal::value_out_of_range, "number", submitted};
  }
  if (s.ideas.size() >= limits::ideas_per_session_max) {
    return refused{refusal::ideas_full, nullptr, limits::ideas_per_session_max};
  }
  if (auto no = check_areas(s, areas)) return no;
  if (into == 0) return model::may;
  const auto* main = model::find_idea(s, into);
  if (main == nullptr || main->merged_into != 0) return refused{refusal::idea_unknown, "into"};
  const bool stands_alone = support == model::imported_support{} && decided_at == 0;
  if (!stands_alone) return refused{refusal::value_out_of_range, "support"};
  return model::may;
}

void import_proposal::apply(model::state& s, const model::place& at, model::touched& t) const {
  model::idea i;
  i.id = at.seq;
  i.number = number;
  i.author = at.by;
  i.at = static_cast<model::time_ms_t>(submitted_at);
  i.text = text;
  i.areas = areas;
  i.channel = channel;
  i.is_redacted = is_redacted;
  i.is_moderated = true;
  i.merged_into = into;
  i.text_entries = {at.seq};
  i.imported = support;
  i.was_corrected = is_corrected;
  s.imported_numbers.insert(number);
  s.clock_changed = at.seq; // of an imported session the close is what was imported, to its end
  if (into != 0) {
    idea_at(s, into).members.push_back(at.seq);
    t.add(model::record::idea, into);
  }
  s.ideas.emplace(at.seq, std::move(i));
  if (decided_at != 0) {
    s.decisions[at.seq] = {decision, static_cast<model::time_ms_t>(decided_at)};
    t.add(model::record::decision, at.seq);
  }
  t.add(model::record::idea, at.seq); // no other's place: nobody has been told one yet
  t.add(model::record::totals);
}

} // namespace viche::ops
