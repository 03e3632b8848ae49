// What people did in a simulated hall, written down by hand and apart from the server's fold: who
// stands where, what is part of what, and whose step somebody else has overtaken since.
#pragma once

#include "limits.hpp"
#include "ops/list.hpp"
#include "support/small_session.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace viche::support {

class ledger {
public:
  using names = std::set<std::string>; // "idea/5", "clock", "spotlight"

  // A moderator's step: what it changed, and what that was changed by before.
  struct step {
    seq_t entry = 0;
    std::map<std::string, seq_t> changed_by;
    std::map<seq_t, seq_t> part_of; // of the ideas whose place it changed; 0: of none
    std::map<std::string, std::string> before; // a print of each record
  };

  // --- votes ---

  void cast(const model::id128& voter, seq_t idea) { facts_[voter].insert(idea); }

  void take_off(const model::id128& voter, seq_t idea) {
    const auto root = root_of(idea);
    std::erase_if(facts_[voter], [&](seq_t fact) { return root_of(fact) == root; });
  }

  void replace(const model::id128& voter, const std::vector<seq_t>& ideas) {
    facts_[voter] = {ideas.begin(), ideas.end()};
  }

  std::size_t spent(const model::id128& voter) const {
    const auto found = facts_.find(voter);
    return found == facts_.end() ? 0 : found->second.size();
  }

  bool stands_in_group(const model::id128& voter, seq_t idea) const {
    const auto found = facts_.find(voter);
    return found != facts_.end() && std::ranges::any_of(found->second, [&](seq_t fact) {
             return root_of(fact) == root_of(idea);
           });
  }

  // Distinct voters over the idea and all that is part of it.
  std::size_t support(seq_t idea) const {
    return static_cast<std::size_t>(std::ranges::count_if(facts_, [&](const auto& one) {
      return std::ranges::any_of(one.second, [&](seq_t fact) { return is_within(fact, idea); });
    }));
  }

  std::map<model::id128, std::set<seq_t>> standing() const {
    auto out = facts_;
    std::erase_if(out, [](const auto& one) { return one.second.empty(); });
    return out;
  }

  // --- groups ---

  seq_t part_of(seq_t idea) const {
    const auto found = part_of_.find(idea);
    return found == part_of_.end() ? 0 : found->second;
  }

  seq_t root_of(seq_t idea) const {
    while (part_of(idea) != 0)
      idea = part_of(idea);
    return idea;
  }

  bool is_within(seq_t idea, seq_t of) const {
    while (idea != of && idea != 0)
      idea = part_of(idea);
    return idea == of;
  }

  // The idea and all that is part of it.
  std::set<seq_t> group(seq_t idea) const {
    std::set<seq_t> all{idea};
    for (const auto& [part, into] : part_of_) {
      if (is_within(part, idea)) all.insert(part);
    }
    return all;
  }

  // --- steps and what overtakes them ---

  // What this op is about to change.
  template <class Op>
  names changes(const Op& op) const {
    if constexpr (requires { op.others; }) {
      names all{named(op.main)};
      for (const auto other : op.others)
        all.insert(named(other));
      return all;
    } else if constexpr (std::is_same_v<Op, ops::split_idea>) {
      return {named(op.idea), named(part_of(op.idea))};
    } else if constexpr (std::is_same_v<Op, ops::spotlight_idea> ||
                         std::is_same_v<Op, ops::clear_spotlight>) {
      return {"spotlight"};
    } else if constexpr (requires { op.idea; }) {
      return {named(op.idea)};
    } else {
      return {"clock"};
    }
  }

  // The ideas that this op is about to move, with what they are part of.
  template <class Op>
  std::map<seq_t, seq_t> moves(const Op& op) const {
    std::map<seq_t, seq_t> from;
    if constexpr (requires { op.others; }) {
      for (const auto other : op.others)
        from[other] = part_of(other);
    } else if constexpr (std::is_same_v<Op, ops::split_idea>) {
      from[op.idea] = part_of(op.idea);
    }
    return from;
  }

  template <class Op>
  void move(const Op& op) {
    for (const auto& [idea, from] : moves(op)) {
      if constexpr (requires { op.main; }) {
        part_of_[idea] = op.main;
      } else {
        part_of_[idea] = 0;
      }
    }
  }

  static std::string named(seq_t idea) { return "idea/" + std::to_string(idea); }

  // Whatever these are, this entry has changed them last.
  std::map<std::string, seq_t> stamp(const names& what, seq_t entry) {
    std::map<std::string, seq_t> before;
    for (const auto& name : what)
      before[name] = std::exchange(last_[name], entry);
    return before;
  }

  void keep(const model::id128& link, step s) {
    auto& own = steps_[link];
    own.push_back(std::move(s));
    if (own.size() > limits::undo_steps_max) own.pop_front();
  }

  const std::deque<step>& steps(const model::id128& link) { return steps_[link]; }

  // Whether anything it changed was changed since, or the group that an idea would go back into.
  bool is_overtaken(const step& s) const {
    for (const auto& [name, was] : s.changed_by) {
      if (last_.at(name) != s.entry) return true;
    }
    for (const auto& [idea, into] : s.part_of) {
      for (auto up = part_of(into); into != 0 && up != 0; up = part_of(up)) {
        const auto changed = last_.find(named(up));
        if (changed != last_.end() && changed->second > s.entry) return true;
      }
    }
    return false;
  }

  void take_back(const model::id128& link, seq_t entry) {
    auto& own = steps_.at(link);
    const auto at = std::ranges::find(own, entry, &step::entry);
    for (const auto& [name, was] : at->changed_by)
      last_[name] = was;
    for (const auto& [idea, into] : at->part_of)
      part_of_[idea] = into;
    own.erase(at);
  }

  // --- cards and hands ---

  static model::card_codes codes(std::uint32_t card) {
    const auto low = static_cast<std::uint8_t>(card);
    return {id_of(low), id_of(static_cast<std::uint8_t>(0xF0 - low))};
  }

  void use_card(const model::id128& device, std::uint32_t card) { card_of_[device] = card; }
  void free_card(std::uint32_t card) {
    std::erase_if(card_of_, [&](const auto& held) { return held.second == card; });
  }
  void replace_card(std::uint32_t card, std::uint32_t by) {
    free_card(card);
    stands_for_[by] = first_of(card);
  }

  // The voter of the card that this device uses; nullopt: it uses none.
  std::optional<model::id128> voter_of_card_of(const model::id128& device) const {
    const auto held = card_of_.find(device);
    if (held == card_of_.end()) return std::nullopt;
    return voter_of_card(held->second);
  }
  model::id128 voter_of_card(std::uint32_t card) const { return codes(first_of(card)).code; }

  // Hands are raised for what an idea is now; confirmed they count, none takes them back.
  void raise_hands(seq_t idea) { raised_for_[idea] = group(idea); }
  bool is_as_raised_for(seq_t idea) const { return raised_for_.at(idea) == group(idea); }
  void count_hands(seq_t idea, std::uint32_t hands) { hands_[idea] = hands; }
  std::uint32_t hands(seq_t idea) const {
    const auto found = hands_.find(idea);
    return found == hands_.end() ? 0 : found->second;
  }

private:
  // The card that this one stands for, over all replacements.
  std::uint32_t first_of(std::uint32_t card) const {
    const auto found = stands_for_.find(card);
    return found == stands_for_.end() ? card : found->second;
  }

  std::map<model::id128, std::set<seq_t>> facts_;
  std::map<seq_t, seq_t> part_of_;
  std::map<std::string, seq_t> last_; // entry that changed it
  std::map<model::id128, std::deque<step>> steps_;
  std::map<model::id128, std::uint32_t> card_of_;     // by device
  std::map<std::uint32_t, std::uint32_t> stands_for_; // of cards that replace others
  std::map<seq_t, std::uint32_t> hands_;              // confirmed
  std::map<seq_t, std::set<seq_t>> raised_for_;       // the group as it was
};

} // namespace viche::support
