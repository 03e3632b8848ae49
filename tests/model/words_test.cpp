// Wire names, phases, and which refusals are worth trying again.
#include "limits.hpp"
#include "model/ids.hpp"
#include "model/refusal.hpp"
#include "model/wire_name.hpp"
#include "model/words.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

namespace viche::model {
namespace {

TEST_CASE("a wire name is the C++ name without the underscore that avoids a keyword") {
  CHECK(wire_name(role::operator_) == "operator");
  CHECK(wire_name(role::facilitator) == "facilitator");
  CHECK(from_wire_name<role>("operator") == role::operator_);
  CHECK_FALSE(from_wire_name<role>("operator_"));
}

TEST_CASE("a word of no list is no enumerator") {
  CHECK(from_wire_name<phase>("vote") == phase::vote);
  CHECK_FALSE(from_wire_name<phase>("Vote"));
  CHECK_FALSE(from_wire_name<phase>(""));
  CHECK_FALSE(from_wire_name<phase>("voting"));
}

TEST_CASE("an enumerator that does not exist has an empty name") {
  CHECK(wire_name(static_cast<phase>(200)).empty());
}

TEST_CASE("until closed is every phase but one") {
  constexpr auto all = phase_set::until_closed();
  for (const auto p : {phase::lobby, phase::warmup, phase::talk, phase::ideas, phase::sort,
                       phase::vote, phase::results}) {
    CHECK(all.has(p));
  }
  CHECK_FALSE(all.has(phase::closed));
}

TEST_CASE("every refusal has a name of its own") {
  std::set<std::string> names;
  std::size_t count = 0;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<refusal>>([&](auto d) {
    CHECK_FALSE(name_of(d.value).empty());
    names.emplace(name_of(d.value));
    ++count;
  });
  CHECK(names.size() == count);
  // The last enumerator is described too: one that is forgotten would travel without a name.
  CHECK(count == static_cast<std::size_t>(refusal::storage_unavailable) + 1);
}

TEST_CASE("what ends by itself is refused for later, everything else for good") {
  const std::set<refusal> later{refusal::paused, refusal::rate_limited, refusal::inbox_full,
                                refusal::storage_unavailable, refusal::session_full};
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<refusal>>(
      [&](auto d) { CHECK(is_later(d.value) == later.contains(d.value)); });
}

TEST_CASE("the page warns of a long idea before the server refuses it") {
  CHECK(limits::idea_graphemes_soft < limits::idea_graphemes_max);
}

} // namespace
} // namespace viche::model
