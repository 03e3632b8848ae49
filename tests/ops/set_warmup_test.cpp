// set_warmup: the one-tap question, before anybody has answered it.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

ops::set_warmup of(std::size_t options) {
  ops::set_warmup op{{"Як ви дістались?"}, {}};
  for (std::size_t i = 0; i < options; ++i)
    op.options.push_back({"Відповідь " + std::to_string(i)});
  return op;
}

TEST_CASE("without options of its own the question asks for the settlements") {
  small_session s;
  CHECK(model::warmup_options(s.state()) == std::vector<std::string>{"Сергіївка", "Курортне"});
  s.does(desk, ops::set_warmup{{"Звідки ви?"}, {}});
  CHECK(model::warmup_options(s.state()) == std::vector<std::string>{"Сергіївка", "Курортне"});
}

TEST_CASE("a question with answers of its own asks for these, and may be set anew") {
  small_session s;
  s.does(desk, ops::set_warmup{{"Як ви дістались?"}, {{"Пішки"}, {"Автобусом"}}});
  CHECK(s.state().warmup.question.value == "Як ви дістались?");
  CHECK(model::warmup_options(s.state()) == std::vector<std::string>{"Пішки", "Автобусом"});
  CHECK(s.touched().records == std::set<model::record_key>{{record::warmup}});
  s.does(desk, ops::set_warmup{{""}, {}});
  CHECK(model::warmup_options(s.state()).front() == "Сергіївка");
}

TEST_CASE("there are two answers at least, and no more than fit one screen") {
  small_session s;
  s.refuses(desk, of(1), refusal::value_out_of_range, "options");
  s.refuses(desk, of(limits::warmup_options_max + 1), refusal::value_out_of_range, "options");
  CHECK(s.asks(desk, of(1))->limit == limits::warmup_options_max);
  s.does(desk, of(limits::warmup_options_max));
  s.does(desk, of(2));
}

TEST_CASE("the question stays once somebody has answered, with a phone or without") {
  small_session s(phase::warmup);
  s.does(typist, ops::count_warmup{0, 3});
  s.refuses(desk, of(2), refusal::warmup_answered);
  s.does(typist, ops::count_warmup{0, 0}); // nobody after all
  s.does(desk, of(2));
  s.does(anna, ops::answer_warmup{1});
  s.refuses(desk, of(3), refusal::warmup_answered);
}

TEST_CASE("only facilitators set it, until the session is closed") {
  small_session s;
  for (const auto& p : {host, typist, wall, anna})
    s.refuses(p, of(2), refusal::not_allowed);
  s.open(phase::closed);
  s.refuses(desk, of(2), refusal::session_closed);
}

} // namespace
} // namespace viche::support
