// The reader is taken to know all that is told, and this rule: what is hidden beside small groups
// are the next smallest.
#include "report/small_cells.hpp"

#include "limits.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace viche::report {
namespace {

// So many numbers of people each hidden group has to be possible with. Of two a reader who knows
// one person of the group may rule out one.
constexpr std::int64_t choices_min = 3;

struct range {
  std::int64_t least = 0;
  std::int64_t most = 0;
};

// What a reader knows of the groups that are hidden.
struct hidden_groups {
  std::int64_t few = 0;    // small ones
  std::int64_t along = 0;  // others, hidden for their sake
  std::int64_t people = 0; // in all of them, and those who are in no group
  std::int64_t most = 0;   // in one of them, as none is larger than one that is told
  std::int64_t least = 1;  // 0 where a group may be one of nobody
  bool has_rest = false;   // somebody is in no group

  // Of how many people a group of the range `one` may be, when all together are in the range `all`.
  std::int64_t choices(range one, range all) const {
    const auto rest = has_rest ? range{1, people} : range{};
    const range others{all.least + rest.least - one.least, all.most + rest.most - one.most};
    return std::min(one.most, people - others.least) - std::max(one.least, people - others.most) +
           1;
  }

  std::int64_t choices_when_few_are_marked() const {
    const range small{least, limits::report_cell_min - 1};
    const range large{limits::report_cell_min, most};
    const range all{few * small.least + along * large.least, few * small.most + along * large.most};
    const auto of_small = choices(small, all);
    return along == 0 ? of_small : std::min(of_small, choices(large, all));
  }

  std::int64_t choices_when_alike() const {
    const auto hidden = few + along;
    return choices({least, most}, {hidden * least, hidden * most});
  }
};

bool is_few(const group& g) {
  return g.people < limits::report_cell_min;
}

enum class cells_told : std::uint8_t { nothing, few_are_marked, alike };

struct plan {
  cells_told how = cells_told::nothing;
  std::size_t hidden = 0; // the smallest groups, so many
};

// `by_size`: smallest first, `few` of them small.
plan plan_of(const std::vector<const group*>& by_size, std::size_t few, std::size_t total) {
  hidden_groups h;
  h.few = static_cast<std::int64_t>(few);
  h.people = static_cast<std::int64_t>(total);
  h.least = by_size.front()->people == 0 ? 0 : 1;
  std::size_t in_groups = 0;
  for (const auto* g : by_size)
    in_groups += g->people;
  h.has_rest = in_groups < total;
  for (const auto* told : by_size)
    h.people -= is_few(*told) ? 0 : static_cast<std::int64_t>(told->people);
  for (auto hidden = few;; ++hidden) {
    const bool are_all = hidden == by_size.size();
    h.most = are_all ? h.people : static_cast<std::int64_t>(by_size[hidden]->people);
    h.along = static_cast<std::int64_t>(hidden - few);
    const auto needed = are_all ? choices_min - 1 : choices_min; // there is nothing left to hide
    if (h.choices_when_few_are_marked() >= needed) return {cells_told::few_are_marked, hidden};
    if (h.along > 0 && h.choices_when_alike() >= needed) return {cells_told::alike, hidden};
    if (are_all) return {};
    h.people += static_cast<std::int64_t>(by_size[hidden]->people);
  }
}

} // namespace

std::vector<cell> guarded(const std::vector<group>& groups, std::optional<std::size_t> total) {
  std::vector<const group*> by_size;
  for (const auto& g : groups)
    by_size.push_back(&g);
  std::ranges::stable_sort(by_size, {}, &group::people);
  const auto few = static_cast<std::size_t>(std::ranges::count_if(groups, is_few));
  plan p{cells_told::few_are_marked, few};
  if (few != 0 && total) {
    p = plan_of(by_size, few, *total);
  } else if (few == 1) {
    p.hidden = std::min<std::size_t>(2, groups.size()); // the hall knows how many it was
  }
  std::vector<cell> out;
  if (p.how == cells_told::nothing) return out;
  for (const auto& g : groups) {
    const auto place = std::distance(by_size.begin(), std::ranges::find(by_size, &g));
    const bool is_told = static_cast<std::size_t>(place) >= p.hidden;
    out.push_back({g.label, is_told ? std::optional(g.people) : std::nullopt,
                   is_few(g) && p.how == cells_told::few_are_marked});
  }
  return out;
}

} // namespace viche::report
