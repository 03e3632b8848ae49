// A hub over a small session, and subscribers that remember what they heard.
#pragma once

#include "broadcast/hub.hpp"
#include "support/small_session.hpp"

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <memory>
#include <set>
#include <string>
#include <vector>

namespace viche::support {

namespace json = boost::json;

struct ear final : broadcast::subscriber {
  std::vector<broadcast::frame> heard;
  std::optional<model::close_code> ended;

  void deliver(broadcast::frame f) override { heard.push_back(std::move(f)); }
  void end(model::close_code why) override { ended = why; }

  // What was heard since the last call, in one piece.
  std::string take() {
    std::string all;
    for (const auto& f : heard)
      all += *f + '\n';
    heard.clear();
    return all;
  }

  // The messages of this type, parsed.
  std::vector<json::object> all(std::string_view type) const {
    std::vector<json::object> out;
    for (const auto& f : heard) {
      auto message = json::parse(*f).as_object();
      if (message.at("type").as_string() == type) out.push_back(std::move(message));
    }
    return out;
  }

  json::object last(std::string_view type) const {
    const auto found = all(type);
    REQUIRE_MESSAGE(!found.empty(), "no message of type ", std::string(type));
    return found.back();
  }
};

// The records of a kind that a message puts, by id; `where` is "puts" of a frame or of its `mine`.
inline std::vector<json::object> puts_of(const json::value& changes, std::string_view kind) {
  std::vector<json::object> out;
  for (const auto& put : changes.at("puts").as_array()) {
    if (put.at("record").as_string() == kind) out.push_back(put.as_object());
  }
  return out;
}

inline std::set<std::string> keys_of(const json::object& in) {
  std::set<std::string> keys;
  for (const auto& field : in)
    keys.insert(std::string(field.key()));
  return keys;
}

inline std::string joined(const std::set<std::string>& names) {
  std::string all;
  for (const auto& name : names)
    all += name + ' ';
  return all;
}

struct small_hall {
  small_session s;
  broadcast::hub hub;

  explicit small_hall(phase in = phase::ideas)
      : s(in), hub("5f0c9a1e2b7d4c33", "a91b", s.state()) {}

  std::shared_ptr<ear> enter(const person& p, std::optional<model::held> held = std::nullopt) {
    auto e = std::make_shared<ear>();
    hub.enter(e, p.is, held, s.state(), s.time());
    return e;
  }

  // Somebody who has heard all of the greeting already.
  std::shared_ptr<ear> present(const person& p) {
    auto e = enter(p);
    e->heard.clear();
    return e;
  }

  seq_t does(const person& p, const ops::any_op& op) {
    const auto seq = s.does(p, op);
    hub.publish(s.state(), s.touched());
    return seq;
  }

  seq_t submit(const person& p, const std::string& text) {
    return does(p, ops::submit_idea{{text}, slugs({"medicine"}), 0, model::channel::phone});
  }
  void open(phase p) { does(desk, ops::open_phase{p, 0}); }
  void vote(const person& p, seq_t idea) { does(p, ops::cast_vote{idea}); }
  void hide(seq_t idea) { does(desk, ops::hide_idea{idea, hide_reason::insult}); }
  std::optional<model::time_ms_t> count() { return hub.tell_counts(s.state(), s.time()); }

  // The record as an audience sees it; null: it does not.
  json::value seen(record kind, seq_t id, model::audience by) const {
    const auto text = broadcast::view(s.state(), {kind, id}, by, broadcast::places_of(s.state()));
    return text ? json::parse(*text) : json::value(nullptr);
  }
};

} // namespace viche::support
