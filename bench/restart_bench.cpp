// What a start costs after a long session: `cmake --build BUILD --target bench_restart` in a
// release build, then BUILD/bench_restart. Rows are in memory: the disk's part is not in it.
#include "broadcast/hub.hpp"
#include "decode/row.hpp"
#include "limits.hpp"
#include "session/replay.hpp"

#include <chrono>
#include <cstdio>
#include <span>
#include <string>
#include <vector>

namespace {

using namespace viche; // a program of one file

constexpr unsigned people_count = 20'000;
constexpr std::size_t ideas_count = 2000;
constexpr std::size_t rows_count = 100'000;

// Everybody joins, some write, then everybody votes.
class long_session {
public:
  long_session() {
    ops::open_session set;
    set.title.value = "Стратегічна сесія";
    set.community.value = "Громада";
    set.areas = {{{"dorohy"}, {"Дороги"}, {}, {}}};
    set.votes_per_person = 10;
    add(set, {model::role::host, {}});
    for (unsigned n = 0; n < people_count; ++n)
      add(ops::join{}, resident(n));
    open(model::phase::ideas);
    const auto first = rows.size() + 1;
    for (unsigned n = 0; n < ideas_count; ++n) {
      ops::submit_idea idea;
      idea.text.value = "Щоб автобус до райцентру ходив і в неділю, № " + std::to_string(n);
      idea.areas = {{"dorohy"}};
      add(idea, resident(n));
    }
    open(model::phase::vote);
    for (unsigned n = 0; rows.size() < rows_count; ++n) {
      const auto vote = n / people_count; // the voter's vote of that number
      add(ops::cast_vote{first + (n + vote * 7) % ideas_count}, resident(n % people_count));
    }
  }

  std::vector<model::log_row> rows;

private:
  static model::actor resident(unsigned n) {
    model::actor a{model::role::resident, {}};
    for (std::size_t i = 0; i < 4; ++i)
      a.id.bytes[i] = static_cast<std::uint8_t>(n >> (8 * i));
    return a;
  }

  void open(model::phase p) { add(ops::open_phase{p, 0}, {model::role::facilitator, {}}); }

  void add(ops::any_op what, const model::actor& by) {
    const auto seq = rows.size() + 1;
    const model::place at{seq, static_cast<model::time_ms_t>(1'763'791'200'000 + seq), by};
    rows.push_back(decode::encode_row({at, "op-" + std::to_string(seq), std::move(what)}));
  }
};

double ms_since(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
      .count();
}

} // namespace

int main() {
  const long_session told;
  const std::span<const model::log_row> rows = told.rows;
  for (int run = 0; run < 3; ++run) {
    const auto alone = std::chrono::steady_clock::now();
    const auto folded = session::replay("482913", rows);
    const auto alone_ms = ms_since(alone);
    if (folded.has_error()) return 1;

    const auto begin = std::chrono::steady_clock::now();
    auto so_far = session::replay("482913", rows.first(rows.size() - limits::replay_seen_max));
    if (so_far.has_error()) return 1;
    broadcast::hub talk("epoch", "boot", so_far->state);
    const auto seen = [&](const auto& s, const auto& touched) { talk.publish(s, touched); };
    const auto done = session::replay_on(*so_far, rows.last(limits::replay_seen_max), seen);
    if (done.has_error()) return 1;
    std::printf("%zu entries: folded %.0f ms; folded, the last %zu seen by the hub %.0f ms\n",
                rows.size(), alone_ms, limits::replay_seen_max, ms_since(begin));
  }
  return 0;
}
