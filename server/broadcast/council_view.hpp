// What each audience sees of the council's part: a part of view.cpp, by the same rules.
#pragma once

#include "broadcast/encode.hpp"
#include "broadcast/hall_view.hpp"

namespace viche::broadcast {

// For the desk.
struct council_view {
  std::string authority, authority_id, cattutc, ground, aim, term, place, notice, facilitators,
      contact_person, contact, email, site, next_steps, signer;
};
BOOST_DESCRIBE_STRUCT(council_view, (),
                      (authority, authority_id, cattutc, ground, aim, term, place, notice,
                       facilitators, contact_person, contact, email, site, next_steps, signer))

// For the desk, as long as there is one.
struct decision_view {
  model::outcome outcome{};
  std::string reason;
  std::string goal;
  std::string responsible;
  std::string deadline;
  model::time_ms_t at = 0;
};
BOOST_DESCRIBE_STRUCT(decision_view, (), (outcome, reason, goal, responsible, deadline, at))

struct publication_view {
  bool published = false;
  model::time_ms_t since = 0; // when it last changed; 0: never published
};
BOOST_DESCRIBE_STRUCT(publication_view, (), (published, since))

// As `view`, for the records of model/council.hpp.
std::optional<std::string> council_view_of(const model::state& s, const model::record_key& key,
                                           model::audience who);

} // namespace viche::broadcast
