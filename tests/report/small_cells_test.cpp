// Small groups stay unknown to a reader who knows all that is told, in every small table.
#include "limits.hpp"
#include "report/small_cells.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <numeric>
#include <vector>

using namespace viche;
using report::cell;

namespace {

using table = std::vector<std::size_t>;
using told_table = std::vector<cell>;

told_table told_of(const table& people, std::optional<std::size_t> total) {
  std::vector<report::group> groups;
  for (const auto n : people)
    groups.push_back({std::to_string(groups.size() + 1), n});
  return report::guarded(groups, total);
}

std::size_t sum(const table& people) {
  return std::accumulate(people.begin(), people.end(), std::size_t{0});
}

// The numbers of people something may be, as bits.
using numbers = std::uint64_t;

numbers from_to(std::size_t least, std::size_t most) {
  numbers out = 0;
  for (auto n = least; n <= most; ++n)
    out |= numbers{1} << n;
  return out;
}

numbers added(numbers a, numbers b) {
  numbers out = 0;
  for (std::size_t n = 0; n < 64; ++n) {
    if ((b >> n & 1) != 0) out |= a << n;
  }
  return out;
}

// What a reader thinks of a table, before the sums.
struct reader {
  const told_table& told;
  std::size_t least = 0; // in a group that is there
  std::size_t left = 0;  // the total without what is told
  std::size_t most = 0;  // none that is hidden is larger than one that is told
  bool are_few_marked = false;

  reader(const told_table& t, std::size_t total, std::size_t least_in_group)
      : told(t), least(least_in_group), left(total) {
    std::size_t smallest = total;
    for (const auto& c : told) {
      left -= c.people.value_or(0);
      smallest = std::min(smallest, c.people.value_or(total));
      are_few_marked = are_few_marked || c.is_few;
    }
    most = smallest;
  }

  numbers of(const cell& c) const {
    if (c.is_few) return from_to(least, limits::report_cell_min - 1);
    return from_to(are_few_marked ? limits::report_cell_min : least, most);
  }

  // How many numbers the sums leave for a hidden cell.
  int choices(const cell& hidden, bool is_somebody_in_none) const {
    auto others = is_somebody_in_none ? from_to(1, left) : numbers{1};
    for (const auto& c : told) {
      if (&c != &hidden && !c.people) others = added(others, of(c));
    }
    int out = 0;
    for (std::size_t n = 0; n <= left; ++n)
      out += (of(hidden) >> n & 1) != 0 && (others >> (left - n) & 1) != 0 ? 1 : 0;
    return out;
  }
};

void check_kept(const table& people, std::size_t in_no_group) {
  const auto total = sum(people) + in_no_group;
  const auto told = told_of(people, total);
  const auto is_small = [](std::size_t n) { return n < limits::report_cell_min; };
  if (told.empty()) {
    CHECK(std::ranges::all_of(people, is_small));
    return;
  }
  const bool has_empty = std::ranges::find(people, 0U) != people.end();
  const reader r(told, total, has_empty ? 0 : 1);
  for (std::size_t n = 0; n < told.size(); ++n) {
    const auto& c = told[n];
    const bool is_kept = c.people ? c.people == people[n] && !is_small(people[n])
                                  : r.choices(c, in_no_group > 0) >= 2;
    if (is_kept && (!c.is_few || is_small(people[n]))) continue;
    std::string words;
    for (const auto p : people)
      words += std::to_string(p) + ' ';
    FAIL_CHECK("group ", n + 1, " of ", words, "and ", in_no_group, " in none");
  }
}

// Every table of so many groups of 0 to 8 people.
void for_each_table(std::size_t groups, const std::function<void(const table&)>& with) {
  table people(groups);
  while (true) {
    with(people);
    auto one = std::ranges::find_if(people, [](auto n) { return n < 8; });
    std::fill(people.begin(), one, 0U);
    if (one == people.end()) return;
    ++*one;
  }
}

// What is told of these, 0 for what is not.
table numbers_told(const table& people, std::size_t in_no_group = 0) {
  table out;
  for (const auto& c : told_of(people, sum(people) + in_no_group))
    out.push_back(c.people.value_or(0));
  return out;
}

} // namespace

TEST_CASE("no total of a small table leaves only one number for a hidden group") {
  for (std::size_t groups = 1; groups <= 5; ++groups) {
    for_each_table(groups, [](const table& people) {
      for (std::size_t in_none = 0; in_none <= 3; ++in_none)
        check_kept(people, in_none);
    });
  }
}

TEST_CASE("a group of exactly five that is hidden for another does not give it away") {
  const auto told = told_of({6, 5, 1}, 12);
  CHECK(told[0].people == 6);
  for (const auto n : {1U, 2U}) {
    CHECK(!told[n].people);
    CHECK(!told[n].is_few); // 6 left for a small one and another: it would be 1 and 5
  }
}

TEST_CASE("no more is hidden than has to be") {
  CHECK(numbers_told({8, 7, 6, 5}) == table{8, 7, 6, 5});
  CHECK(numbers_told({7, 6, 2, 3}) == table{7, 6, 0, 0});
  CHECK(numbers_told({8, 8, 8, 8, 3}) == table{0, 8, 8, 8, 0});
  CHECK(numbers_told({20, 9, 1}) == table{20, 0, 0});
  CHECK(numbers_told({20, 9, 1}, 10) == table{20, 9, 0});
  const auto told = told_of({20, 9, 1}, 30);
  CHECK(told[2].is_few);
  CHECK(!told[1].is_few);
}

TEST_CASE("groups whose sizes the total alone tells are in no table") {
  CHECK(told_of({3}, 3).empty());
  CHECK(told_of({1, 1}, 2).empty());
  CHECK(told_of({4, 4}, 8).empty());
  CHECK(told_of({3, 4}, 7).size() == 2);
  CHECK(told_of({3}, 9).size() == 1);
}

TEST_CASE("where no total is told, a lone small group takes the next one with it") {
  const auto told = told_of({9, 8, 1}, std::nullopt);
  CHECK(told[0].people == 9);
  CHECK(!told[1].people);
  CHECK(told[2].is_few);
  CHECK(told_of({9, 8, 1, 0}, std::nullopt)[1].people == 8);
  CHECK(told_of({1}, std::nullopt).size() == 1);
}
