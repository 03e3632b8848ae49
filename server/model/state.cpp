// Questions about a state.
#include "model/state.hpp"

#include <algorithm>
#include <cassert>

namespace viche::model {

phase phase_now(const state& s) {
  return s.phases.empty() ? phase::lobby : s.phases.back().what;
}

bool is_over(const state& s) {
  return s.imported.has_value() || phase_now(s) == phase::closed;
}

const idea* find_idea(const state& s, seq_t id) {
  const auto at = s.ideas.find(id);
  return at == s.ideas.end() ? nullptr : &at->second;
}

const idea& root_of(const state& s, const idea& i) {
  const idea* up = &i;
  while (up->merged_into != 0) {
    up = find_idea(s, up->merged_into);
    assert(up != nullptr);
  }
  return *up;
}

std::vector<const idea*> group_of(const state& s, const idea& root) {
  std::vector<const idea*> group{&root};
  for (std::size_t i = 0; i < group.size(); ++i) {
    for (const auto member : group[i]->members) {
      group.push_back(find_idea(s, member));
      assert(group.back() != nullptr);
    }
  }
  return group;
}

namespace {

using people_of_idea = std::set<id128> idea::*;

std::size_t distinct_over_group(const state& s, const idea& root, people_of_idea people) {
  if (root.members.empty()) return (root.*people).size();
  std::set<id128> distinct;
  for (const auto* member : group_of(s, root)) {
    distinct.insert((member->*people).begin(), (member->*people).end());
  }
  return distinct.size();
}

} // namespace

std::optional<id128> voter_of(const state& s, const identity& is) {
  if (!is.voter || s.set.level < 2) return is.voter;
  const auto held = s.card_of_device.find(*is.voter);
  if (held == s.card_of_device.end()) return std::nullopt;
  return s.cards.at(held->second - 1).voter;
}

std::uint32_t card_of_code(const state& s, const id128& code) {
  const auto found = s.card_of.find(code);
  return found == s.card_of.end() ? 0 : found->second;
}

id128 voter_of_sheet(const state& s, std::uint32_t sheet) {
  if (s.set.level >= 2) return s.cards.at(sheet - 1).voter;
  id128 id; // no keyed hash: "sheet" and the number, big-endian
  constexpr std::string_view mark = "sheet";
  std::copy(mark.begin(), mark.end(), id.bytes.begin());
  for (std::size_t i = 0; i < sizeof sheet; ++i)
    id.bytes.at(id.bytes.size() - 1 - i) = static_cast<std::uint8_t>(sheet >> (8 * i));
  return id;
}

std::size_t paper_support_of(const state& s, const idea& root) {
  std::set<id128> on_paper;
  if (s.paper_voters.empty()) return root.imported.paper;
  for (const auto* member : group_of(s, root)) {
    for (const auto& voter : member->standing) {
      if (s.paper_voters.contains(voter)) on_paper.insert(voter);
    }
  }
  return on_paper.size() + root.imported.paper;
}

std::size_t hands_of(const state& s, const idea& root) {
  const auto counted = s.hand_counts.find(root.id);
  const bool counts = counted != s.hand_counts.end() && counted->second.confirmed_by.has_value();
  return (counts ? counted->second.hands : 0) + std::size_t{root.imported.hands};
}

std::size_t support_of(const state& s, const idea& root) {
  return distinct_over_group(s, root, &idea::standing) + root.imported.online + root.imported.paper;
}

std::size_t supports_of(const state& s, const idea& root) {
  return distinct_over_group(s, root, &idea::supporters) + root.imported.supports;
}

bool is_published(const idea& i) {
  return !i.is_pending && !i.hidden && !i.is_withdrawn && i.merged_into == 0;
}

bool has_area(const settings& set, const slug& which) {
  return std::ranges::any_of(set.areas, [&](const area& a) { return a.slug == which; });
}

bool is_settlement(const settings& set, const std::string& name) {
  return std::ranges::any_of(set.settlements,
                             [&](const auto& known) { return known.value == name; });
}

std::size_t voters_of(const state& s) {
  if (!s.imported) return s.voters.size();
  return std::size_t{s.imported->voting.voters_online} + s.imported->voting.voters_paper;
}

std::size_t people_of(const state& s) {
  std::size_t people = s.people.size();
  if (s.imported) people += std::size_t{s.imported->people.joined} + s.imported->people.guests;
  for (const auto& [where, guests] : s.guests)
    people += guests;
  return people;
}

bool is_split_secret(const state& s) {
  std::size_t paper = 0;
  for (const auto& [voter, sheet] : s.paper_voters) {
    paper += s.voters.contains(voter) ? 1U : 0U;
    if (paper == limits::report_cell_min) break;
  }
  std::size_t online = 0;
  for (const auto& [voter, facts] : s.voters) {
    online += s.paper_voters.contains(voter) ? 0U : 1U;
    if (online == limits::report_cell_min) break;
  }
  const auto fewer = std::min(online, paper);
  return fewer != 0 && fewer < limits::report_cell_min;
}

std::vector<std::string> warmup_options(const state& s) {
  std::vector<std::string> out;
  for (const auto& o : s.warmup.options.empty() ? s.set.settlements : s.warmup.options)
    out.push_back(o.value);
  return out;
}

std::vector<std::uint32_t> warmup_counts(const state& s) {
  std::vector<std::uint32_t> counts(warmup_options(s).size());
  const auto add = [&](std::uint32_t option, std::uint32_t people) {
    if (option < counts.size())
      counts[option] += people; // settlements may have been configured anew
  };
  for (const auto& [writer, option] : s.warmup.answers)
    add(option, 1);
  for (const auto& [by, people] : s.warmup.hands)
    add(by.second, people);
  return counts;
}

std::uint32_t warmup_hands_left(const state& s) {
  std::uint32_t left = 0;
  for (const auto& [by, people] : s.warmup.hands) {
    if (!role_of_link(s, by.first)) left += people;
  }
  return left;
}

seq_t sentence_seq(const state& s, std::uint32_t table) {
  const auto said = s.sentences.find(table);
  return said == s.sentences.end() ? 0 : said->second.seq;
}

seq_t decision_seq(const state& s, seq_t idea) {
  const auto trace = s.decision_traces.find(idea);
  return trace == s.decision_traces.end() ? 0 : trace->second.seq;
}

bool is_table(const settings& set, std::uint32_t table) {
  return table <= set.tables;
}

std::uint32_t table_of(const state& s, const id128& writer) {
  const auto joined = s.people.find(writer);
  return joined == s.people.end() ? 0 : joined->second.table;
}

std::set<std::uint32_t> tables_of(const state& s) {
  std::set<std::uint32_t> tables;
  for (const auto& [writer, p] : s.people)
    tables.insert(p.table);
  for (const auto& [where, people] : s.guests)
    tables.insert(where.first);
  for (const auto& [id, i] : s.ideas)
    tables.insert(i.table);
  tables.erase(0);
  return tables;
}

std::optional<role> role_of_link(const state& s, const id128& hash) {
  for (const auto& l : s.links) {
    if (l.hash == hash) return l.role;
  }
  return std::nullopt;
}

std::vector<ranked> ranking_of(const state& s) {
  std::vector<ranked> out;
  for (const auto& [id, i] : s.ideas) {
    if (!is_published(i)) continue;
    if (const auto total = total_of(s, i); total > 0) out.push_back({&i, total, 0});
  }
  std::ranges::stable_sort(out, std::greater{}, &ranked::total);
  for (std::size_t i = 0; i < out.size(); ++i) {
    const bool is_tie = i > 0 && out[i].total == out[i - 1].total;
    out[i].place = is_tie ? out[i - 1].place : static_cast<std::uint32_t>(i + 1);
  }
  return out;
}

std::string answered_key(const actor& by, std::string_view op_id) {
  std::string key;
  key.reserve(by.id.bytes.size() + op_id.size() + 1);
  key.push_back(static_cast<char>(by.as));
  key.append(by.id.bytes.begin(), by.id.bytes.end());
  key.append(op_id);
  return key;
}

} // namespace viche::model
