// A question for similar ideas: an id to be answered by, and a text as far as it is typed.
#include "decode/message.hpp"

#include "limits.hpp"

#include <doctest/doctest.h>

namespace viche::decode {
namespace {

const std::string id = "c2ltaWxhci1pcy1ub3Qtc2FtZQ";

message asked(const std::string& fields) {
  return decode_message(R"({"type":"similar",)" + fields + '}');
}

model::refused refused_question(const std::string& fields) {
  const auto m = asked(fields);
  REQUIRE(std::holds_alternative<refused_op>(m));
  return std::get<refused_op>(m).why;
}

TEST_CASE("a question has an id and a text, normalised like an idea's") {
  const auto m = asked(R"("id":")" + id + R"(","text":"  лікар щод\n")");
  REQUIRE(std::holds_alternative<similar_question>(m));
  CHECK(std::get<similar_question>(m).id == id);
  CHECK(std::get<similar_question>(m).text == "лікар щод");
}

TEST_CASE("a text that is being typed may have no letters yet") {
  const auto m = asked(R"("id":")" + id + R"(","text":"")");
  REQUIRE(std::holds_alternative<similar_question>(m));
  CHECK(std::get<similar_question>(m).text.empty());
}

TEST_CASE("a text is at most as long as an idea's") {
  std::string longest;
  for (std::size_t n = 0; n < limits::idea_graphemes_max; ++n)
    longest += "ї";
  const auto fields = [](const std::string& text) {
    return R"("id":")" + id + R"(","text":")" + text + '"';
  };
  CHECK(std::holds_alternative<similar_question>(asked(fields(longest))));
  const auto no = refused_question(fields(longest + "ї"));
  CHECK(no.why == model::refusal::text_too_long);
  CHECK(no.limit == limits::idea_graphemes_max);
}

TEST_CASE("what is no question is refused by its id where it has one") {
  CHECK(refused_question(R"("text":"лікар")").why == model::refusal::op_id_malformed);
  CHECK(refused_question(R"("id":"short","text":"лікар")").why == model::refusal::op_id_malformed);
  for (const auto* more : {"", R"(,"text":7)", R"(,"text":"лікар","areas":[])"}) {
    const auto m = asked(R"("id":")" + id + '"' + more);
    REQUIRE(std::holds_alternative<refused_op>(m));
    CHECK(std::get<refused_op>(m).id == id);
    CHECK(std::get<refused_op>(m).why.why == model::refusal::op_malformed);
  }
  CHECK(refused_question(R"("id":")" + id + R"(","text":"\u202eлікар")").why ==
        model::refusal::text_forbidden);
}

} // namespace
} // namespace viche::decode
