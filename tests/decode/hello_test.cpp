// hello, ping and what is no message at all.
#include "decode/message.hpp"

#include "limits.hpp"

#include <doctest/doctest.h>

namespace viche::decode {
namespace {

using model::close_code;

bool closes(std::string_view text, close_code with) {
  const auto m = decode_message(text);
  const auto* b = std::get_if<broken>(&m);
  return b != nullptr && b->close == with;
}

hello hello_of(std::string_view text) {
  const auto m = decode_message(text);
  REQUIRE(std::holds_alternative<hello>(m));
  return std::get<hello>(m);
}

TEST_CASE("the smallest hello says protocol and page") {
  const auto h = hello_of(R"({"type":"hello","protocol":1,"page":"phone"})");
  CHECK(h.protocol == 1);
  CHECK(h.page == page::phone);
  CHECK(h.slot == 0);
  CHECK(h.pass.empty());
  CHECK(h.secret.empty());
  CHECK_FALSE(h.held);
}

TEST_CASE("a hello may say slot, pass, secret and what is held") {
  const auto h = hello_of(R"({"type":"hello","protocol":1,"page":"operator","slot":7,
    "pass":"p","secret":"s","held":{"epoch":"5f0c9a1e2b7d4c33","seq":118}})");
  CHECK(h.page == page::operator_);
  CHECK(h.slot == 7);
  CHECK(h.pass == "p");
  CHECK(h.secret == "s");
  REQUIRE(h.held);
  CHECK(h.held->epoch == "5f0c9a1e2b7d4c33");
  CHECK(h.held->seq == 118);
}

TEST_CASE("every page is known, and no other") {
  for (const auto* name : {"phone", "desk", "operator", "board"}) {
    hello_of(std::string(R"({"type":"hello","protocol":1,"page":")") + name + "\"}");
  }
  for (const auto* name : {"operator_", "Phone", "", "admin"}) {
    CHECK(closes(std::string(R"({"type":"hello","protocol":1,"page":")") + name + "\"}",
                 close_code::malformed));
  }
}

TEST_CASE("a hello with a wrong or unknown field is malformed") {
  for (const auto* fields : {
           R"("page":"phone")",
           R"("protocol":1)",
           R"("protocol":2,"page":"phone")",
           R"("protocol":1.0,"page":"phone")",
           R"("protocol":"1","page":"phone")",
           R"("protocol":1,"page":1)",
           R"("protocol":1,"page":"phone","slot":-1)",
           R"("protocol":1,"page":"phone","slot":0.5)",
           R"("protocol":1,"page":"phone","slot":"0")",
           R"("protocol":1,"page":"phone","pass":1)",
           R"("protocol":1,"page":"phone","secret":null)",
           R"("protocol":1,"page":"phone","cookie":"x")",
       }) {
    CHECK_MESSAGE(closes(std::string(R"({"type":"hello",)") + fields + "}", close_code::malformed),
                  fields);
  }
}

TEST_CASE("what is held is exactly an epoch and a seq") {
  for (const auto* held :
       {R"("x")", "[]", "{}", R"({"epoch":"e"})", R"({"seq":1})", R"({"epoch":1,"seq":1})",
        R"({"epoch":"e","seq":-1})", R"({"epoch":"e","seq":1.5})", R"({"epoch":"e","seq":1.0})",
        R"({"epoch":"e","seq":"1"})", R"({"epoch":"e","seq":1,"more":1})",
        R"({"epoch":"e","seq":1e30})"}) {
    const auto text =
        std::string(R"({"type":"hello","protocol":1,"page":"phone","held":)") + held + "}";
    CHECK_MESSAGE(closes(text, close_code::malformed), held);
  }
}

TEST_CASE("eight people share a device and not more") {
  const auto with = [](std::uint32_t slot) {
    return R"({"type":"hello","protocol":1,"page":"phone","slot":)" + std::to_string(slot) + "}";
  };
  CHECK(hello_of(with(limits::slots_max - 1)).slot == limits::slots_max - 1);
  CHECK(closes(with(limits::slots_max), close_code::malformed));
  CHECK(closes(R"({"type":"hello","protocol":1,"page":"phone","slot":4294967296})",
               close_code::malformed));
}

TEST_CASE("a ping carries any integer and nothing else") {
  for (const auto* at : {"0", "-5", "1763791200000", "-9223372036854775808"}) {
    const auto m = decode_message(std::string(R"({"type":"ping","at":)") + at + "}");
    REQUIRE(std::holds_alternative<ping>(m));
    CHECK(std::to_string(std::get<ping>(m).at) == at);
  }
  for (const auto* fields : {"", R"(,"at":1.5)", R"(,"at":"1")", R"(,"at":null)",
                             R"(,"at":1,"more":1)", R"(,"at":18446744073709551615)"}) {
    CHECK_MESSAGE(closes(std::string(R"({"type":"ping")") + fields + "}", close_code::malformed),
                  fields);
  }
}

TEST_CASE("what is not a JSON object with a type is malformed") {
  for (const auto* text : {"", " ", "null", "1", "[]", "\"hello\"", "{", "{}", "{\"type\":1}",
                           R"({"type":"ping","at":1)", R"({"type":"ping","at":1}x)",
                           R"({'type':'ping','at':1})", R"({"type":"ping","at":1,})",
                           R"({"type":"ping","at":01})", R"({"type":"ping","at":NaN})"}) {
    CHECK_MESSAGE(closes(text, close_code::malformed), text);
  }
}

TEST_CASE("a type that is not in the protocol is named so") {
  for (const auto* type : {"", "Hello", "snapshot", "ack", "subscribe"}) {
    CHECK(closes(std::string(R"({"type":")") + type + "\"}", close_code::message_unknown));
  }
}

TEST_CASE("JSON deeper than the bound is malformed") {
  const auto nested = [](std::size_t depth) { // of all brackets together
    return R"({"type":"unheard","x":)" + std::string(depth - 1, '[') + std::string(depth - 1, ']') +
           "}";
  };
  CHECK(closes(nested(limits::json_depth_max), close_code::message_unknown));
  CHECK(closes(nested(limits::json_depth_max + 1), close_code::malformed));
  CHECK(closes(nested(8000), close_code::malformed));
}

TEST_CASE("lone surrogates and broken escapes are malformed") {
  for (const auto* text :
       {R"({"type":"\ud800"})", R"({"type":"\udc00"})", R"({"type":"\ud800\u0041"})",
        R"({"type":"\u12"})", R"({"type":"\x41"})"}) {
    CHECK_MESSAGE(closes(text, close_code::malformed), text);
  }
}

TEST_CASE("bytes that are not UTF-8 are malformed") {
  CHECK(closes("{\"type\":\"\xFF\"}", close_code::malformed));
  CHECK(closes("{\"type\":\"\xED\xA0\x80\"}", close_code::malformed));
}

} // namespace
} // namespace viche::decode
