// What every sequencer promises. Each implementation runs this suite; the corridor relies on
// nothing else.
#pragma once

#include "sequence/sequencer.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <memory>

namespace viche::sequence {

// Makes a sequencer that goes on after this seq and time.
using maker = std::function<std::unique_ptr<sequencer>(model::seq_t, model::time_ms_t)>;

inline void check_contract(const maker& make) {
  const model::actor anna{model::role::resident, {{1}}};
  const model::actor bohdan{model::role::facilitator, {{2}}};

  SUBCASE("an empty log begins with one") {
    CHECK(make(0, 0)->next(anna, 1000).seq == 1);
  }
  SUBCASE("seqs go on without gaps, whoever asks") {
    const auto s = make(41, 0);
    for (model::seq_t seq = 42; seq < 142; ++seq) {
      CHECK(s->next(seq % 2 == 0 ? anna : bohdan, 1000).seq == seq);
    }
  }
  SUBCASE("a place carries whom it was given to and the clock's time") {
    const auto at = make(0, 0)->next(bohdan, 1'763'791'200'123);
    CHECK(at.by == bohdan);
    CHECK(at.time_ms == 1'763'791'200'123);
  }
  SUBCASE("time never goes back, however the clock jumps") {
    const auto s = make(0, 0);
    model::time_ms_t last = 0;
    for (const model::time_ms_t now : {5000, 4000, 5001, 0, -7, 9000, 8999}) {
      const auto at = s->next(anna, now);
      CHECK(at.time_ms >= last);
      CHECK(at.time_ms >= now);
      last = at.time_ms;
    }
    CHECK(last == 9000);
  }
  SUBCASE("a clock that is behind the log's last entry waits there") {
    CHECK(make(7, 5000)->next(anna, 1000).time_ms == 5000);
  }
  SUBCASE("equal times are different places") {
    const auto s = make(0, 0);
    CHECK(s->next(anna, 1000).seq != s->next(anna, 1000).seq);
  }
  SUBCASE("after a reset it goes on from what is durable") {
    const auto s = make(10, 1000);
    for (int i = 0; i < 5; ++i)
      s->next(anna, 9000);
    s->reset(12, 2000);
    const auto at = s->next(anna, 1500);
    CHECK(at.seq == 13);
    CHECK(at.time_ms == 2000);
  }
}

} // namespace viche::sequence
