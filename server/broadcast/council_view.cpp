// The council's records.
#include "broadcast/council_view.hpp"

namespace viche::broadcast {
namespace {

std::string council_json(const model::state& s) {
  const auto& d = s.details;
  council_view v;
  v.authority = d.authority.value;
  v.authority_id = d.authority_id.value;
  v.cattutc = d.cattutc.value;
  v.ground = d.ground.value;
  v.aim = d.aim.value;
  v.term = d.term.value;
  v.place = d.place.value;
  v.notice = d.notice.value;
  v.facilitators = d.facilitators.value;
  v.contact_person = d.contact_person.value;
  v.contact = d.contact.value;
  v.email = d.email.value;
  v.site = d.site.value;
  v.next_steps = d.next_steps.value;
  v.signer = d.signer.value;
  return encoded(v);
}

std::optional<std::string> decision_json(const model::state& s, model::seq_t idea) {
  const auto found = s.decisions.find(idea);
  if (found == s.decisions.end()) return std::nullopt;
  const auto& [decision, at] = found->second;
  return encoded(decision_view{decision.outcome, decision.reason.value, decision.goal.value,
                               decision.responsible.value, decision.deadline.value, at});
}

} // namespace

std::optional<std::string> council_view_of(const model::state& s, const model::record_key& key,
                                           model::audience who) {
  const bool is_desk = who == model::audience::desk;
  switch (key.kind) {
  case model::record::publication:
    return encoded(publication_view{s.publication.is_published, s.publication.since});
  case model::record::council:
    if (!is_desk) return std::nullopt;
    return council_json(s);
  case model::record::decision:
    if (!is_desk) return std::nullopt;
    return decision_json(s, key.id);
  default: return std::nullopt;
  }
}

} // namespace viche::broadcast
