// The settings in the body of POST /api/sessions.
#include "decode/message.hpp"

#include "limits.hpp"

#include <boost/json.hpp>
#include <doctest/doctest.h>

namespace viche::decode {
namespace {

namespace json = boost::json;
using model::refusal;

json::object body() {
  return json::parse(R"({"title":" Стратегія ","community":"Громада","question":"",
    "areas":[{"slug":"medicine","name":"Медицина","full_name":"Охорона здоров’я",
    "english":"Medicine"}],
    "votes_per_person":10,"languages":["uk","en"],"level":1,"tables":12,
    "settlements":["Сергіївка"]})")
      .as_object();
}

void refuses(const json::object& in, refusal why, std::string_view field) {
  const auto got = decode_settings(json::serialize(in));
  REQUIRE(std::holds_alternative<model::refused>(got));
  const auto& no = std::get<model::refused>(got);
  CHECK(no.why == why);
  CHECK((no.field == nullptr ? "" : no.field) == field);
}

TEST_CASE("settings are read whole, their texts normalised") {
  const auto got = decode_settings(json::serialize(body()));
  REQUIRE(std::holds_alternative<model::settings>(got));
  const auto& set = std::get<model::settings>(got);
  CHECK(set.title.value == "Стратегія");
  CHECK(set.question.value.empty());
  CHECK(set.areas.front().slug.value == "medicine");
  CHECK(set.areas.front().full_name.value == "Охорона здоров’я");
  CHECK(set.languages.size() == 2);
  CHECK(set.tables == 12);
  CHECK(set.settlements.front().value == "Сергіївка");
}

TEST_CASE("every field must be there") {
  for (const auto& field : body()) {
    auto without = body();
    without.erase(field.key());
    refuses(without, refusal::op_malformed, field.key());
  }
}

TEST_CASE("a field that is not a setting is refused") {
  auto in = body();
  in.emplace("links", json::array{});
  refuses(in, refusal::op_malformed, "");
}

TEST_CASE("an area's own fields are strict too") {
  auto in = body();
  in["areas"].as_array()[0].as_object().erase("english");
  refuses(in, refusal::op_malformed, "english");
  in = body();
  in["areas"].as_array()[0].as_object().emplace("colour", "red");
  refuses(in, refusal::op_malformed, "");
}

TEST_CASE("a title has something in it and is not longer than its bound") {
  auto in = body();
  in["title"] = " . ";
  refuses(in, refusal::text_empty, "title");
  std::string tall;
  for (std::size_t i = 0; i < limits::title_graphemes_max; ++i)
    tall += "й";
  in["title"] = tall;
  CHECK(std::holds_alternative<model::settings>(decode_settings(json::serialize(in))));
  in["title"] = tall + "й";
  refuses(in, refusal::text_too_long, "title");
}

TEST_CASE("a language that is not spoken here is malformed") {
  auto in = body();
  in["languages"] = json::array{"fr"};
  refuses(in, refusal::op_malformed, "languages");
}

TEST_CASE("a body that is no JSON object is a malformed request") {
  for (const auto* text : {"", "[]", "null", "{", "{}x"}) {
    const auto got = decode_settings(text);
    REQUIRE(std::holds_alternative<model::refused>(got));
    CHECK(std::get<model::refused>(got).why == refusal::request_malformed);
  }
}

} // namespace
} // namespace viche::decode
