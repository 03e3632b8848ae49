// What is true in a session and what everybody is shown of it, as text to be compared; and a page
// that keeps what it was told.
#pragma once

#include "broadcast/hub.hpp"
#include "support/hall.hpp"
#include "support/small_session.hpp"

#include <map>
#include <string>

namespace viche::support {

struct page final : broadcast::subscriber {
  test::replica held;
  void deliver(broadcast::frame f) override { held.take(*f); }
  void end(model::close_code) override {}
};

// What a page of this audience should hold now.
inline std::map<std::string, std::string> seen_by(const model::state& s, model::audience who) {
  std::map<std::string, std::string> out;
  const auto p = broadcast::places_of(s);
  for (const auto& key : broadcast::all_keys(s)) {
    const auto value = broadcast::view(s, key, who, p);
    const std::string kind(boost::describe::enum_to_string(key.kind, ""));
    if (value) out[kind + '/' + std::to_string(key.id)] = *value;
  }
  return out;
}

// Each record as it can be taken back: without votes, «+1», claims and the erasable versions.
inline std::string record_of(const model::state& s, const std::string& name) {
  model::state only;
  if (name == "clock") {
    only.phases = s.phases;
    only.pauses = s.pauses;
    only.is_paused = s.is_paused;
    only.clock_changed = s.clock_changed;
  } else if (name == "spotlight") {
    only.spotlight = s.spotlight;
    only.spotlight_changed = s.spotlight_changed;
  } else {
    auto i = s.ideas.at(std::stoull(name.substr(name.find('/') + 1)));
    i.standing.clear();
    i.supporters.clear();
    i.text_entries.clear();
    i.claimed_by.reset();
    only.ideas.emplace(i.id, i);
  }
  return printed(only);
}

// The whole state but for the log's length, its answers, the steps kept and the erasable versions;
// and what every audience and these residents are shown of it.
std::string all_that_is(model::state s, const auto& residents) {
  s.seq = 0;
  s.answered.clear();
  s.undo_steps.clear();
  for (auto& [id, i] : s.ideas)
    i.text_entries.clear();
  auto out = printed(s);
  for (const auto who : {model::audience::resident, model::audience::operator_,
                         model::audience::board, model::audience::desk}) {
    for (const auto& [key, value] : seen_by(s, who))
      out += key + value + '\n';
  }
  for (const auto& p : residents) {
    out += broadcast::me_json(s, p.is) + broadcast::supports_json(s, p.is.writer);
    if (const auto v = model::voter_of(s, p.is)) out += broadcast::votes_json(s, *v);
  }
  for (const auto& [id, i] : s.ideas)
    out += broadcast::own_idea_json(i);
  return out;
}

} // namespace viche::support
