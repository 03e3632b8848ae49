// The messages of the server as bytes.
#include "broadcast/encode.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <doctest/doctest.h>

namespace viche::broadcast {
namespace {

struct several {
  std::optional<int> may_be_absent;
  nullable<int> may_be_null;
  bool is = false;
  std::vector<std::string> texts;
  model::role role{};
};
BOOST_DESCRIBE_STRUCT(several, (), (may_be_absent, may_be_null, is, texts, role))

std::string encoded(const several& s) {
  std::string out;
  write_json(out, s);
  return out;
}

TEST_CASE("an optional that is empty is left out, a nullable is null") {
  CHECK(encoded({}) == R"({"may_be_null":null,"is":false,"texts":[],"role":"host"})");
  CHECK(encoded({1, {2}, true, {"а", "б"}, model::role::operator_}) ==
        R"({"may_be_absent":1,"may_be_null":2,"is":true,"texts":["а","б"],"role":"operator"})");
}

TEST_CASE("whatever a text holds, it stays one JSON string") {
  const std::string nasty = "\"}],\\\n\r\t\x01</script>\u2028";
  CHECK(boost::json::parse(json_text(nasty)).as_string() == nasty);
  CHECK(json_text(nasty).find('\n') == std::string::npos);
}

TEST_CASE("puts and drops name record and id") {
  CHECK(put_json("idea", 7, "{}") == R"({"record":"idea","id":7,"value":{}})");
  CHECK(drop_json("idea", 7) == R"({"record":"idea","id":7})");
}

TEST_CASE("the messages of the protocol, byte for byte") {
  CHECK(welcome_message({"e", "b", 5, model::role::resident, 9}) ==
        R"({"type":"welcome","protocol":1,"epoch":"e","boot":"b","now":5,)"
        R"("role":"resident","seq":9})");
  CHECK(snapshot_message("e", 9, {"{}", "{}"}) ==
        R"({"type":"snapshot","epoch":"e","seq":9,"puts":[{},{}]})");
  CHECK(delta_message(8, 9, {{"{}"}, {"{}"}}) ==
        R"({"type":"delta","after":8,"seq":9,"puts":[{}],"drops":[{}]})");
  CHECK(mine_message(9, "{}") == R"({"type":"mine","seq":9,"mine":{}})");
  CHECK(mine_json({{"{}"}, {}}, true) == R"({"whole":true,"puts":[{}],"drops":[]})");
  CHECK(ack_message("id", 9) == R"({"type":"ack","id":"id","seq":9})");
  CHECK(turnout_message(3) == R"({"type":"turnout","voted":3})");
  CHECK(presence_message({3, {{0, 1}, {4, 2}}, 5}) ==
        R"({"type":"presence","connected":3,"away":[{"table":0,"people":1},)"
        R"({"table":4,"people":2}],"wrong_cards":5,"erasing":false})");
  CHECK(head_message(9, "ab") == R"({"type":"head","seq":9,"hash":"ab"})");
  CHECK(pong_message(-1, 5) == R"({"type":"pong","at":-1,"now":5})");
}

TEST_CASE("a person's addendum stands inside the message it travels with") {
  const auto whole = with_mine(R"({"type":"delta","seq":9})", R"({"whole":false})");
  CHECK(whole == R"({"type":"delta","seq":9,"mine":{"whole":false}})");
}

TEST_CASE("a refusal says its kind, and field and limit where there are any") {
  using model::refusal;
  CHECK(refusal_message("id", {refusal::paused}) ==
        R"({"type":"refusal","id":"id","refusal":"paused","kind":"later"})");
  CHECK(refusal_message("id", {refusal::text_too_long, "text", 600}) ==
        R"({"type":"refusal","id":"id","refusal":"text_too_long","kind":"final",)"
        R"("field":"text","limit":600})");
  CHECK(refusal_message("", {refusal::op_id_malformed, "id"}) ==
        R"({"type":"refusal","id":null,"refusal":"op_id_malformed","kind":"final","field":"id"})");
  CHECK(refusal_body({refusal::session_unknown}) ==
        R"({"refusal":"session_unknown","kind":"final"})");
}

} // namespace
} // namespace viche::broadcast
