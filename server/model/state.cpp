// Questions about a state.
#include "model/state.hpp"

#include <algorithm>
#include <cassert>

namespace viche::model {

phase phase_now(const state& s) {
  return s.phases.empty() ? phase::lobby : s.phases.back().what;
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

std::size_t support_of(const state& s, const idea& root) {
  return distinct_over_group(s, root, &idea::standing);
}

std::size_t supports_of(const state& s, const idea& root) {
  return distinct_over_group(s, root, &idea::supporters);
}

bool is_published(const idea& i) {
  return !i.hidden && !i.is_withdrawn && i.merged_into == 0;
}

bool has_area(const settings& set, const slug& which) {
  return std::ranges::any_of(set.areas, [&](const area& a) { return a.slug == which; });
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
    if (const auto support = support_of(s, i); support > 0) out.push_back({&i, support, 0});
  }
  std::ranges::stable_sort(out, std::greater{}, &ranked::support);
  for (std::size_t i = 0; i < out.size(); ++i) {
    const bool is_tie = i > 0 && out[i].support == out[i - 1].support;
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
