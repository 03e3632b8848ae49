// What an op is: a struct with its fields described, that says who may use it and when, asks
// (`check`) and changes (`apply`). Whoever forgets one of these does not compile.
#pragma once

#include "model/refusal.hpp"
#include "model/state.hpp"
#include "model/touched.hpp"

#include <boost/describe.hpp>

#include <concepts>
#include <string_view>

namespace viche::ops {

// The pseudonym an op is done under: ideas and joining by the writer, votes by the voter, so that
// the log never joins the two. Staff act under their link whatever the op says.
// `device` is the voter of the device whatever card it holds.
enum class hand : std::uint8_t { writer, voter, device };

template <class Op>
concept op = requires(const Op& o, const model::state& s, model::state& changing,
                      const model::actor& by, const model::place& at, model::touched& t) {
  { Op::name } -> std::convertible_to<std::string_view>;
  { Op::who } -> std::convertible_to<model::role_set>;
  { Op::when } -> std::convertible_to<model::phase_set>;
  { Op::by } -> std::convertible_to<hand>;
  { Op::while_paused } -> std::convertible_to<bool>; // of residents; staff go on in a pause
  // Reads nothing but the state.
  { o.check(s, by) } -> std::same_as<model::verdict>;
  // Cannot fail; asserts relations that check asked for, never a limit or a text's presence.
  { o.apply(changing, at, t) } -> std::same_as<void>;
};

// An op that can be undone says, before it is applied, what it changes. Only a facilitator's steps
// are kept; whoever's it was, what it changed cannot be undone by others any more.
template <class Op>
concept undoable = op<Op> && requires(const Op& o, const model::state& s) {
  { o.changes(s) } -> std::same_as<model::scope>;
};

// An op that the server alone makes, when it opens a session or at one of its HTTP doors: it holds
// keyed hashes of secrets that were printed there. Decode refuses it of whoever sends it.
template <class Op>
concept made_by_server = op<Op> && requires { requires Op::is_made_by_server; };

} // namespace viche::ops
