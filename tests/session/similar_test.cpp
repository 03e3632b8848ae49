// Similar ideas, asked of a session: what residents see at the moment of the answer, whatever
// happened to it before and meanwhile.
#include "session/session.hpp"

#include "support/hall.hpp"

#include <doctest/doctest.h>

#include <atomic>

namespace viche::test {
namespace {

struct open_hall {
  hall h;
  std::shared_ptr<phone> desk = h.facilitator();
  std::shared_ptr<phone> anna = h.resident("anna");
  explicit open_hall(hall::options o = {}) : h(std::move(o)) {
    REQUIRE(!h.now(*desk, ops::open_phase{model::phase::ideas, 45}));
  }

  model::seq_t submit(const std::string& text) {
    REQUIRE(!h.now(*anna, idea(text)));
    return desk->held.seq;
  }
  void does(const ops::any_op& op) { REQUIRE(!h.now(*desk, op)); }

  std::vector<model::seq_t> similar(const std::string& text) {
    const auto found = h.run(h.session().similar_to(text));
    REQUIRE(found);
    std::vector<model::seq_t> ideas;
    for (const auto& m : *found)
      ideas.push_back(m.idea);
    return ideas;
  }
};

using found_ideas = std::vector<model::seq_t>;

} // namespace

TEST_CASE("an idea is suggested to who writes the same in other words") {
  open_hall o;
  const auto doctor = o.submit("Лікар в амбулаторії щодня");
  o.submit("Дорога до Вербівки");
  CHECK(o.similar("щоб в амбулаторії був лікар") == found_ideas{doctor});
  CHECK(o.similar("скейт-парк").empty());
}

TEST_CASE("hidden, withdrawn and merged ideas are not suggested, and come back when they do") {
  open_hall o;
  const auto doctor = o.submit("Лікар в амбулаторії щодня");
  o.does(ops::hide_idea{doctor, model::hide_reason::test});
  CHECK(o.similar("лікар в амбулаторії").empty());
  o.does(ops::restore_idea{doctor});
  CHECK(o.similar("лікар в амбулаторії") == found_ideas{doctor});
  const auto road = o.submit("Дорога до Вербівки");
  o.does(ops::merge_ideas{road, {doctor}});
  CHECK(o.similar("лікар в амбулаторії").empty());
  o.does(ops::split_idea{doctor});
  CHECK(o.similar("лікар в амбулаторії") == found_ideas{doctor});
  const auto park = o.submit("Скейт-парк і турніки");
  REQUIRE(!o.h.now(*o.anna, ops::withdraw_idea{park}));
  CHECK(o.similar("скейт-парк").empty());
}

TEST_CASE("what was cut out or written anew is not found by its old words") {
  open_hall o;
  const auto help = o.submit("Допоможіть сусідці Ганні Петрівні");
  o.does(ops::redact_idea{help, {"Допоможіть сусідці ▮▮▮"}});
  CHECK(o.similar("Ганна Петрівна").empty());
  CHECK(o.similar("допоможіть сусідці") == found_ideas{help});
  const auto school = o.submit("Укриття в школі");
  REQUIRE(!o.h.now(*o.anna, ops::edit_idea{school, {"Стоматолог щотижня"}}));
  CHECK(o.similar("укриття в школі").empty());
  CHECK(o.similar("стоматолог") == found_ideas{school});
}

TEST_CASE("what is hidden while the question is on its way is not suggested") {
  open_hall o;
  const auto doctor = o.submit("Лікар в амбулаторії щодня");
  o.h.send(*o.desk, ops::hide_idea{doctor, model::hide_reason::test});
  CHECK(o.similar("лікар в амбулаторії").empty());
}

TEST_CASE("a late idea is suggested once it is accepted, not while it waits") {
  open_hall o;
  o.does(ops::open_phase{model::phase::sort, 0});
  REQUIRE(!o.h.now(*o.anna, ops::submit_late_idea{{"Скейт-парк і турніки"}, {{"medicine"}}, 0}));
  const auto late = o.desk->held.seq;
  CHECK(o.similar("скейт-парк").empty());
  o.does(ops::accept_late_idea{late});
  CHECK(o.similar("скейт-парк") == found_ideas{o.desk->held.seq});
}

TEST_CASE("after a restart everything is found again") {
  open_hall o;
  const auto doctor = o.submit("Лікар в амбулаторії щодня");
  const auto hidden = o.submit("Лікар в амбулаторії щосуботи");
  o.does(ops::hide_idea{hidden, model::hide_reason::repeat});
  o.h.restart();
  CHECK(o.similar("лікар в амбулаторії") == found_ideas{doctor});
}

TEST_CASE("an idea that the disk refused is suggested to nobody") {
  std::atomic<bool> is_broken{false};
  open_hall o({.refuses = [&](store::disk_moment m) {
    return is_broken && m == store::disk_moment::before_commit;
  }});
  const auto doctor = o.submit("Лікар в амбулаторії щодня");
  is_broken = true;
  CHECK(o.h.now(*o.anna, idea("Скейт-парк і турніки")) == "storage_unavailable");
  CHECK(o.similar("скейт-парк").empty());
  CHECK(o.similar("лікар в амбулаторії") == found_ideas{doctor});
}

} // namespace viche::test
