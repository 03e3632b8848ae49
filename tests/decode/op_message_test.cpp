// op messages: every kind is read from its fields, strictly; what is wrong is named.
#include "decode/message.hpp"

#include "limits.hpp"
#include "support/filled.hpp"

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <set>

namespace viche::decode {
namespace {

using model::refusal;

const std::string some_id = "Qm9yc2hjaC1pcy1nb29k";

std::string message_of(const std::string& op, const std::string& id = some_id) {
  return R"({"type":"op","id":")" + id + R"(","op":)" + op + "}";
}

submission read(const std::string& op) {
  const auto m = decode_message(message_of(op));
  REQUIRE_MESSAGE(std::holds_alternative<submission>(m), op);
  return std::get<submission>(m);
}

refused_op refused(const std::string& text) {
  const auto m = decode_message(text);
  REQUIRE_MESSAGE(std::holds_alternative<refused_op>(m), text);
  return std::get<refused_op>(m);
}

void refuses(const std::string& op, refusal why, std::string_view field) {
  const auto no = refused(message_of(op));
  CHECK_MESSAGE(no.why.why == why, op, " gave ", std::string(name_of(no.why.why)));
  CHECK_MESSAGE((no.why.field == nullptr ? "" : no.why.field) == field, op);
  CHECK(no.id == some_id);
}

// --- an op as a page would write it ---

struct wire_writer {
  template <described_struct T>
  json::value operator()(const T& in) const {
    json::object out;
    boost::mp11::mp_for_each<members_of<T>>(
        [&](auto d) { out.emplace(d.name, (*this)(in.*d.pointer)); });
    return out;
  }
  template <std::size_t Max, std::size_t Min>
  json::value operator()(const model::text_of<Max, Min>& in) const {
    return json::string(in.value);
  }
  template <class T>
  json::value operator()(const std::vector<T>& in) const {
    json::array out;
    for (const auto& one : in)
      out.push_back((*this)(one));
    return out;
  }
  template <class T>
    requires std::is_enum_v<T>
  json::value operator()(T in) const {
    return json::string(model::wire_name(in));
  }
  template <std::unsigned_integral T>
  json::value operator()(T in) const {
    return in; // a bool as true or false
  }
  json::value operator()(const model::picture& in) const { return json::string(in.base64); }
  json::value operator()(const model::slug& in) const { return json::string(in.value); }
  json::value operator()(const model::id128& in) const { return json::string(to_hex(in)); }
};

template <class Op>
json::object on_the_wire(const Op& op) {
  auto out = wire_writer()(op).as_object();
  out.emplace("kind", Op::name);
  return out;
}

TEST_CASE("every op is read back as it was written") {
  support::for_each_filled_op_of_pages([]<class Op>(const Op& op) {
    const auto got = read(json::serialize(on_the_wire(op)));
    CHECK(got.id == some_id);
    REQUIRE(std::holds_alternative<Op>(got.op));
    CHECK(wire_writer()(std::get<Op>(got.op)) == wire_writer()(op));
  });
}

TEST_CASE("a missing field of any op is named") {
  support::for_each_filled_op_of_pages([]<class Op>(const Op& op) {
    boost::mp11::mp_for_each<members_of<Op>>([&](auto d) {
      auto fields = on_the_wire(op);
      fields.erase(d.name);
      refuses(json::serialize(fields), refusal::op_malformed, d.name);
    });
  });
}

TEST_CASE("a field of the wrong type is named, in any op") {
  support::for_each_filled_op_of_pages([]<class Op>(const Op& op) {
    boost::mp11::mp_for_each<members_of<Op>>([&](auto d) {
      using field = std::remove_cvref_t<decltype(std::declval<Op&>().*d.pointer)>;
      constexpr bool is_yes_or_no = std::same_as<field, bool>;
      for (const json::value& wrong :
           {json::value(nullptr), is_yes_or_no ? json::value(1) : json::value(true),
            json::value(1.5), json::value(-1), json::value(json::object{})}) {
        if (described_struct<field> && wrong.is_object()) continue; // which is its type
        auto fields = on_the_wire(op);
        fields[d.name] = wrong;
        refuses(json::serialize(fields), refusal::op_malformed, d.name);
      }
    });
  });
}

TEST_CASE("a field that no op has is refused, not ignored") {
  support::for_each_filled_op_of_pages([]<class Op>(const Op& op) {
    auto fields = on_the_wire(op);
    fields.emplace("as", "facilitator");
    refuses(json::serialize(fields), refusal::op_malformed, "");
  });
}

// Its fields are hashes under keys that only the server has, or what a report says: whoever could
// send them would make links and cards that were never printed, and votes that nobody gave.
TEST_CASE("what the server alone makes is refused of everybody who sends it") {
  std::set<std::string_view> refused_kinds;
  support::for_each_filled_op([&]<class Op>(const Op& op) {
    if constexpr (ops::made_by_server<Op>) {
      refuses(json::serialize(on_the_wire(op)), refusal::not_allowed, "kind");
      refused_kinds.insert(Op::name);
    }
  });
  CHECK(refused_kinds == std::set<std::string_view>{"add_link", "import_proposal", "import_session",
                                                    "issue_cards", "open_session", "replace_card",
                                                    "use_card"});
}

TEST_CASE("an unknown kind is no op") {
  for (const auto* kind : {"", "vote", "Cast_vote", "cast_vote ", "__proto__"}) {
    refuses(R"({"kind":")" + std::string(kind) + R"(","idea":1})", refusal::op_unknown, "");
  }
}

TEST_CASE("an op without a readable kind is malformed") {
  for (const auto* op : {"{}", "[]", "null", "1", R"({"kind":1})", R"({"idea":1})"}) {
    refuses(op, refusal::op_malformed, "kind");
  }
  CHECK(refused(R"({"type":"op","id":")" + some_id + "\"}").why.why == refusal::op_malformed);
}

TEST_CASE("a message with something beside type, id and op is malformed") {
  const auto text =
      R"({"type":"op","id":")" + some_id + R"(","op":{"kind":"cast_vote","idea":3},"at":1})";
  CHECK(refused(text).why.why == refusal::op_malformed);
}

TEST_CASE("an op's id is 16 to 64 letters, digits, _ or -") {
  const std::string op = R"({"kind":"cast_vote","idea":3})";
  const auto with = [&](std::size_t n) { return message_of(op, std::string(n, 'a')); };
  CHECK(std::holds_alternative<submission>(decode_message(with(limits::op_id_bytes_min))));
  CHECK(std::holds_alternative<submission>(decode_message(with(limits::op_id_bytes_max))));
  for (const auto& text :
       {with(limits::op_id_bytes_min - 1), with(limits::op_id_bytes_max + 1), with(0),
        message_of(op, "abcdefghijklmno p"), message_of(op, "абвгґдеєжзиіїйкл"),
        message_of(op, "abcdefghijklmno/"), message_of(op, R"(abcdefghijklmno\u0000)"),
        std::string(R"({"type":"op","op":{"kind":"resume"}})"),
        std::string(R"({"type":"op","id":1234567890123456,"op":{"kind":"resume"}})")}) {
    const auto no = refused(text);
    CHECK(no.why.why == refusal::op_id_malformed);
    CHECK(no.id.empty());
  }
}

TEST_CASE("numbers are whole, not negative and within their type") {
  for (const auto* n : {"-1", "1.0", "1.5", "1e2", "18446744073709551616", "\"1\"", "[1]"}) {
    refuses(std::string(R"({"kind":"cast_vote","idea":)") + n + "}", refusal::op_malformed, "idea");
  }
  refuses(R"({"kind":"extend_phase","minutes":4294967296})", refusal::op_malformed, "minutes");
  const auto max = read(R"({"kind":"cast_vote","idea":18446744073709551615})");
  CHECK(std::get<ops::cast_vote>(max.op).idea == 18446744073709551615ULL);
}

TEST_CASE("words must be of their list") {
  refuses(R"({"kind":"pause","reason":"lunch"})", refusal::op_malformed, "reason");
  refuses(R"({"kind":"pause","reason":0})", refusal::op_malformed, "reason");
  refuses(R"({"kind":"open_phase","phase":"","minutes":0})", refusal::op_malformed, "phase");
}

TEST_CASE("an area's slug is short and plain") {
  const auto tag = [](const std::string& slug) {
    return R"({"kind":"tag_idea","idea":3,"areas":[")" + slug + R"("]})";
  };
  read(tag("roads_2-a"));
  read(tag(std::string(limits::slug_bytes_max, 'a')));
  refuses(tag(std::string(limits::slug_bytes_max + 1, 'a')), refusal::op_malformed, "areas");
  for (const auto* bad : {"", "Roads", "дороги", "a b", "a.b"}) {
    refuses(tag(bad), refusal::op_malformed, "areas");
  }
}

TEST_CASE("yes and no are true and false, and nothing else") {
  CHECK(std::get<ops::set_premoderation>(read(R"({"kind":"set_premoderation","is_on":true})").op)
            .is_on);
  for (const auto* word : {"1", "0", "\"true\"", "null"}) {
    refuses(std::string(R"({"kind":"set_premoderation","is_on":)") + word + "}",
            refusal::op_malformed, "is_on");
  }
}

TEST_CASE("a picture is a PNG in base64, or none; how large it may be is for the op to say") {
  const auto brand = [](const std::string& logo) {
    return R"({"kind":"set_branding","partners":"","logo":")" + logo + R"("})";
  };
  // 1 × 1; behind it chunks that end one byte later and two bytes later.
  const std::string header = "iVBORw0KGgoAAAANSUhEUg";
  const std::string png = header + "AAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5"
                                   "ErkJggg==";
  CHECK(std::get<ops::set_branding>(read(brand("")).op).logo.base64.empty());
  CHECK(std::get<ops::set_branding>(read(brand(png)).op).logo.base64 == png);
  for (const std::string end : {"AAAAAElFTkSuQmCC", "AAAABJRU5ErkJggg==", "AAAAASUVORK5CYII="}) {
    auto large = header + std::string(limits::picture_bytes_max, 'A');
    while ((large.size() + end.size()) % 4 != 0)
      large += 'A';
    read(brand(large + end));
  }
  for (const auto& bad : {std::string("R0lGODlh"), png + " AAA", png + "<svg>", png + "-_",
                          png.substr(0, 40), png.substr(0, png.size() - 4), "iVBORw0KGgo" + png,
                          header + "==" + png.substr(header.size() + 2), header})
    refuses(brand(bad), refusal::op_malformed, "logo");
}

TEST_CASE("a text is normalised as it is read") {
  const auto got = read(R"({"kind":"edit_idea","idea":3,"text":"  Лікар\r\nщодня \u200b"})");
  CHECK(std::get<ops::edit_idea>(got.op).text.value == "Лікар\nщодня");
}

TEST_CASE("a refused text names its field and bound") {
  std::string tall;
  for (std::size_t i = 0; i <= limits::idea_graphemes_max; ++i)
    tall += "л";
  const auto long_one =
      refused(message_of(R"({"kind":"edit_idea","idea":3,"text":")" + tall + "\"}"));
  CHECK(long_one.why.why == refusal::text_too_long);
  CHECK(long_one.why.field == std::string_view("text"));
  CHECK(long_one.why.limit == limits::idea_graphemes_max);

  const auto short_one = refused(message_of(R"({"kind":"edit_idea","idea":3,"text":"ні"})"));
  CHECK(short_one.why.why == refusal::text_empty);
  CHECK(short_one.why.limit == limits::idea_letters_min);

  refuses(R"({"kind":"edit_idea","idea":3,"text":"Лікар\u202e"})", refusal::text_forbidden, "text");
}

TEST_CASE("what a council writes is a paragraph, each text with its own bound") {
  const auto with_aim = [](std::size_t graphemes) {
    std::string aim;
    for (std::size_t i = 0; i < graphemes; ++i)
      aim += "л";
    return R"({"kind":"set_report_details","details":{"authority":"","authority_id":"",)"
           R"("cattutc":"","ground":"","term":"","place":"","notice":"","facilitators":"",)"
           R"("contact_person":"","contact":"","email":"","site":"","next_steps":"","signer":"",)"
           R"("aim":")" +
           aim + "\"}}";
  };
  read(with_aim(limits::note_graphemes_max));
  const auto longer = refused(message_of(with_aim(limits::note_graphemes_max + 1)));
  CHECK(longer.why.why == refusal::text_too_long);
  CHECK(longer.why.limit == limits::note_graphemes_max);
}

TEST_CASE("a lone surrogate in a text breaks the whole message") {
  const auto m =
      decode_message(message_of(R"({"kind":"edit_idea","idea":3,"text":"Лікар\ud83d"})"));
  REQUIRE(std::holds_alternative<broken>(m));
  CHECK(std::get<broken>(m).close == model::close_code::malformed);
}

TEST_CASE("a list as long as a message can hold is read; what is too many is for the op to say") {
  std::string others = "3";
  while (others.size() < limits::message_bytes_max - 200)
    others += ",3";
  const auto got = read(R"({"kind":"merge_ideas","main":3,"others":[)" + others + "]}");
  CHECK(std::get<ops::merge_ideas>(got.op).others.size() > limits::merge_others_max);
}

TEST_CASE("the largest settings fit a message") {
  std::string areas;
  for (std::size_t i = 0; i < limits::areas_max; ++i)
    areas += R"({"slug":"","name":"","full_name":"","english":""},)";
  std::string settlements;
  for (std::size_t i = 0; i < limits::settlements_max; ++i)
    settlements += R"("",)";
  const auto op =
      R"({"kind":"configure_session","title":"","community":"","question":"","areas":[)" + areas +
      R"(],"votes_per_person":50,"languages":["uk","en"],"level":1,)" +
      R"("tables":500,"settlements":[)" + settlements + "]}";
  CHECK(message_of(op).size() + limits::settings_bytes_max <= limits::message_bytes_max);
}

TEST_CASE("an idea as long as may be fits a message, written with escapes too") {
  std::string text;
  for (std::size_t i = 0; i < limits::idea_graphemes_max; ++i)
    text += R"(\u043b)";
  const auto op = R"({"kind":"submit_idea","text":")" + text +
                  R"(","areas":["medicine","roads"],"table":500,"channel":"phone"})";
  CHECK(message_of(op).size() <= limits::message_bytes_max);
  read(op);
}

} // namespace
} // namespace viche::decode
