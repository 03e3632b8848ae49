// Lists of a report. Nothing in them says who, and no text of an idea is in them.
#include "report/lists.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <random>
#include <set>
#include <utility>

namespace viche::report {
namespace {

using act = moderation_line::act;

// Fisher and Yates; std::shuffle may draw differently in another standard library.
template <class Items>
void shuffle(Items& items, std::mt19937_64& random) {
  for (std::size_t left = items.size(); left > 1; --left)
    std::swap(items[left - 1], items[random() % left]);
}

} // namespace

std::vector<moderation_line> moderation_of(const model::state& s) {
  std::set<model::seq_t> late;
  for (const auto& [id, l] : s.late_ideas) {
    if (l.fate == model::late_fate::accepted) late.insert(l.idea);
  }
  std::vector<moderation_line> out;
  for (const auto& [id, i] : s.ideas) {
    const auto add = [&](act what) { out.push_back({i.number, what, std::nullopt, 0}); };
    if (i.hidden) {
      add(act::hidden);
      out.back().reason = i.hidden;
    }
    if (i.merged_into != 0) {
      add(act::merged);
      out.back().into = model::root_of(s, i).number;
    }
    if (i.original) add(act::corrected);
    if (i.is_redacted) add(act::redacted);
    if (i.is_withdrawn) add(act::withdrawn);
    if (late.contains(id)) add(act::accepted_late);
  }
  std::ranges::stable_sort(out, {}, &moderation_line::number);
  return out;
}

std::pair<std::optional<std::vector<ballot>>, bool>
ballots_of(const model::state& s, const std::vector<proposal>& proposals, std::uint64_t seed) {
  std::map<std::uint32_t, std::size_t> index; // number → place in `proposals`
  for (std::size_t i = 0; i < proposals.size(); ++i)
    index[proposals[i].number] = i;
  std::array<std::vector<ballot>, 2> ways; // online, on paper
  for (const auto& [voter, facts] : s.voters) {
    std::set<std::size_t> on; // merged ideas count once
    for (const auto id : facts) {
      const auto at = index.find(model::root_of(s, *model::find_idea(s, id)).number);
      if (at != index.end()) on.insert(at->second);
    }
    if (on.empty()) continue;
    ways[s.paper_voters.contains(voter) ? 1 : 0].emplace_back(on.begin(), on.end());
  }
  std::vector<ballot> out;
  bool are_all = true;
  for (auto& way : ways) {
    if (way.size() >= limits::ballots_min)
      std::ranges::move(way, std::back_inserter(out));
    else
      are_all = are_all && way.empty();
  }
  if (out.empty()) return {std::nullopt, are_all};
  std::ranges::sort(out); // what order the state had them in must not shine through
  std::mt19937_64 random(seed);
  shuffle(out, random);
  for (auto& one : out)
    shuffle(one, random);
  return {std::move(out), are_all};
}

} // namespace viche::report
