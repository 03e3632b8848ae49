// count_guests: people without phones, by table and settlement, nobody by name.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

ops::count_guests guests(std::uint32_t table, std::string settlement, std::uint32_t people) {
  return {table, {std::move(settlement)}, people};
}

TEST_CASE("guests are people of the session and their tables are its tables") {
  small_session s;
  s.does(anna, ops::join{1, {}, model::channel::phone});
  s.does(typist, guests(2, "Курортне", 4));
  s.does(typist, guests(2, "Сергіївка", 3));
  s.does(typist, guests(0, "", 2)); // who sits at no table and does not say from where
  CHECK(model::people_of(s.state()) == 10);
  CHECK(model::tables_of(s.state()) == std::set<std::uint32_t>{1, 2});
  CHECK(s.touched().records ==
        std::set<model::record_key>{{record::totals}, {record::hall}, {record::guests}});
  CHECK(s.touched().writers.empty());
}

TEST_CASE("whoever counts says the whole number: it replaces the last, and none takes it away") {
  small_session s;
  s.does(typist, guests(2, "Курортне", 4));
  s.does(desk, guests(2, "Курортне", 6));
  CHECK(model::people_of(s.state()) == 6);
  s.does(typist, guests(2, "Курортне", 0));
  CHECK(s.state().guests.empty());
}

TEST_CASE("the table and the settlement are of the session") {
  small_session s;
  s.refuses(typist, guests(6, "", 1), refusal::value_out_of_range, "table");
  CHECK(s.asks(typist, guests(6, "", 1))->limit == 5);
  s.refuses(typist, guests(1, "Одеса", 1), refusal::value_out_of_range, "settlement");
  s.does(typist, guests(5, "", 1));
}

TEST_CASE("guests of a table or settlement that the session has no more can be taken away") {
  small_session s;
  s.does(typist, guests(5, "Курортне", 4));
  auto set = village();
  set.tables = 2;
  set.settlements.pop_back();
  s.does(desk, ops::configure_session{set});
  s.refuses(typist, guests(5, "Курортне", 3), refusal::value_out_of_range, "table");
  s.does(typist, guests(5, "Курортне", 0));
  CHECK(s.state().guests.empty());
  s.refuses(typist, guests(5, "Курортне", 0), refusal::value_out_of_range, "table");
}

TEST_CASE("a table holds a bounded number of guests of one settlement") {
  small_session s;
  s.does(typist, guests(1, "", limits::guests_max));
  s.refuses(typist, guests(1, "", limits::guests_max + 1), refusal::value_out_of_range, "people");
  CHECK(s.asks(typist, guests(1, "", limits::guests_max + 1))->limit == limits::guests_max);
}

TEST_CASE("facilitators and operators count, until the session is closed") {
  small_session s;
  for (const auto& p : {host, wall, anna})
    s.refuses(p, guests(1, "", 1), refusal::not_allowed);
  s.does(desk, ops::pause{pause_reason::air_raid});
  s.does(typist, guests(1, "", 1));
  s.open(phase::closed);
  s.refuses(typist, guests(1, "", 2), refusal::session_closed);
}

} // namespace
} // namespace viche::support
