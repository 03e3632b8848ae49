// Paper sheets: from marks to facts.
#include "ops/sheets.hpp"

#include <algorithm>
#include <set>

namespace viche::ops {
namespace {

using model::refusal;
using model::refused;

void drop_facts(model::state& s, const model::id128& voter, model::touched& t) {
  const auto facts = s.voters.find(voter);
  if (facts == s.voters.end()) return;
  for (const auto id : facts->second) {
    auto& i = idea_at(s, id);
    i.standing.erase(voter);
    touch_vote(s, i, voter, t);
  }
  s.voters.erase(facts);
}

} // namespace

model::verdict check_sheet_number(const model::state& s, std::uint32_t sheet) {
  if (s.set.level < 2) {
    if (sheet != 0 && sheet <= limits::sheets_max) return model::may;
    return refused{refusal::value_out_of_range, "sheet", limits::sheets_max};
  }
  if (sheet == 0 || sheet > s.cards.size()) return refused{refusal::card_unknown, "sheet"};
  const auto& card = s.cards.at(sheet - 1);
  if (card.is_void) return refused{refusal::card_void, "sheet", card.replaced_by};
  return model::may;
}

model::verdict check_marks(const model::state& s, const std::vector<model::seq_t>& ideas) {
  if (ideas.size() > s.set.votes_per_person) {
    return refused{refusal::marks_too_many, "ideas", s.set.votes_per_person};
  }
  const std::set<model::seq_t> distinct(ideas.begin(), ideas.end());
  if (ideas.empty() || distinct.size() != ideas.size()) {
    return refused{refusal::marks_malformed, "ideas"};
  }
  for (const auto id : ideas) {
    if (auto no = check_published(s, id)) return no;
  }
  return model::may;
}

model::verdict check_online(const model::state& s, std::uint32_t sheet, bool replaces_online) {
  const auto online = votes_spent(s, model::voter_of_sheet(s, sheet));
  if (online == 0 || replaces_online) return model::may;
  return refused{refusal::card_voted_online, "replaces_online", online};
}

model::verdict check_no_sheet_waits(const model::state& s, const model::id128& voter) {
  for (const auto& [number, paper] : s.sheets) {
    const bool waits = paper.replaces_online && !paper.confirmed_by;
    if (!waits || check_sheet_number(s, number)) continue; // a void card has no voter
    if (model::voter_of_sheet(s, number) == voter) return refused{refusal::sheet_under_check};
  }
  return model::may;
}

bool is_same_set(const std::vector<model::seq_t>& a, const std::vector<model::seq_t>& b) {
  return std::set(a.begin(), a.end()) == std::set(b.begin(), b.end());
}

void count_sheet(model::state& s, std::uint32_t sheet, model::touched& t) {
  const auto voter = model::voter_of_sheet(s, sheet);
  drop_facts(s, voter, t);
  for (const auto id : s.sheets.at(sheet).ideas) {
    auto& i = idea_at(s, id);
    i.standing.insert(voter);
    s.voters[voter].push_back(id);
    touch_vote(s, i, voter, t);
  }
  s.paper_voters[voter] = sheet;
}

void uncount_sheet(model::state& s, std::uint32_t sheet, model::touched& t) {
  const auto voter = model::voter_of_sheet(s, sheet);
  drop_facts(s, voter, t);
  s.paper_voters.erase(voter);
  t.voters.insert(voter);
}

} // namespace viche::ops
