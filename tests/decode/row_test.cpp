// Rows of the store: every op goes there and comes back, and the golden rows are read for ever.
// UPDATE_GOLDEN=1 adds rows of new ops to tests/golden/rows.jsonl; old ones are never rewritten.
#include "decode/row.hpp"

#include "support/filled.hpp"

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <map>

namespace viche::decode {
namespace {

ops::entry entry_of(ops::any_op op) {
  model::actor by{model::role::operator_, {}};
  for (std::size_t i = 0; i < 16; ++i)
    by.id.bytes[i] = static_cast<std::uint8_t>(i * 16 + 15);
  return {
      {.seq = 42, .time_ms = 1'763'791'200'123, .by = by}, "Qm9yc2hjaC1pcy1nb29k", std::move(op)};
}

// A row as one line of JSON, every member of it.
std::string line_of(const model::log_row& row) {
  json::array texts;
  for (const auto& t : row.texts) {
    texts.push_back(t ? json::value(json::string(*t)) : json::value(nullptr));
  }
  return json::serialize(json::object{{"kind", row.kind},
                                      {"seq", row.seq},
                                      {"time_ms", row.time_ms},
                                      {"op_id", row.op_id},
                                      {"as", model::wire_name(row.by.as)},
                                      {"by", model::to_hex(row.by.id)},
                                      {"fields", row.fields},
                                      {"texts", texts}});
}

model::log_row row_of(const std::string& line) {
  const auto in = json::parse(line).as_object();
  model::log_row row;
  row.kind = in.at("kind").as_string();
  row.seq = in.at("seq").to_number<model::seq_t>();
  row.time_ms = in.at("time_ms").to_number<model::time_ms_t>();
  row.op_id = in.at("op_id").as_string();
  row.by = {*model::from_wire_name<model::role>(in.at("as").as_string()),
            *model::id128_from_hex(in.at("by").as_string())};
  row.fields = in.at("fields").as_string();
  for (const auto& t : in.at("texts").as_array()) {
    row.texts.emplace_back(t.is_null() ? std::nullopt : std::optional(std::string(t.as_string())));
  }
  return row;
}

const std::string golden_path = VICHE_SOURCE_DIR "/tests/golden/rows.jsonl";

std::map<std::string, std::string> golden_lines() {
  std::map<std::string, std::string> by_kind;
  std::ifstream in(golden_path);
  for (std::string line; std::getline(in, line);)
    by_kind[row_of(line).kind] = line;
  return by_kind;
}

TEST_CASE("every op goes into a row and comes back") {
  support::for_each_filled_op([]<class Op>(const Op& op) {
    const auto row = encode_row(entry_of(op));
    CHECK(row.kind == Op::name);
    const auto back = decode_row(row);
    REQUIRE(back.has_value());
    CHECK(std::holds_alternative<Op>(back->what));
    CHECK(line_of(encode_row(*back)) == line_of(row));
  });
}

TEST_CASE("place, actor and op id come back too") {
  const auto e = entry_of(ops::resume{});
  const auto back = decode_row(encode_row(e));
  REQUIRE(back.has_value());
  CHECK(back->at.seq == e.at.seq);
  CHECK(back->at.time_ms == e.at.time_ms);
  CHECK(back->at.by == e.at.by);
  CHECK(back->op_id == e.op_id);
}

TEST_CASE("no text stands in the fields: it can be erased alone") {
  support::for_each_filled_op([](const auto& op) {
    const auto row = encode_row(entry_of(op));
    CHECK(row.fields.find("Текст") == std::string::npos);
  });
}

TEST_CASE("an op whose texts were erased is still read, with empty ones") {
  support::for_each_filled_op([]<class Op>(const Op& op) {
    auto row = encode_row(entry_of(op));
    for (auto& t : row.texts)
      t.reset();
    CHECK(decode_row(row).has_value());
  });
  auto row = encode_row(entry_of(support::filled<ops::submit_idea>()));
  row.texts.front().reset();
  CHECK(std::get<ops::submit_idea>(decode_row(row)->what).text.value.empty());
}

TEST_CASE("a text in the store is not judged again by today's bounds") {
  auto row = encode_row(entry_of(support::filled<ops::submit_idea>()));
  row.texts.front() = std::string(100'000, 'x');
  REQUIRE(decode_row(row).has_value());
  CHECK(std::get<ops::submit_idea>(decode_row(row)->what).text.value.size() == 100'000);
}

TEST_CASE("a row that is none of ours is corrupt") {
  const auto right = encode_row(entry_of(support::filled<ops::submit_idea>()));
  CHECK(decode_row(right).has_value());
  const auto corrupt = [](model::log_row row) {
    const auto got = decode_row(row);
    return got.has_error() && got.error() == make_error_code(fault::storage_corrupt);
  };
  auto row = right;
  row.kind = "unheard_of";
  CHECK(corrupt(row));
  for (const auto* fields : {"", "[]", "null", "{}", "{", R"({"idea":1})"}) {
    row = right;
    row.fields = fields;
    CHECK(corrupt(row));
  }
  row = right;
  row.texts.clear(); // its fields name a text that is not there
  CHECK(corrupt(row));
  row = right;
  row.fields.insert(1, R"("more":1,)");
  CHECK(corrupt(row));
}

TEST_CASE("golden rows are read for ever, and written today as they were") {
  const auto lines = golden_lines();
  REQUIRE(lines.size() >= 21);
  for (const auto& [kind, line] : lines) {
    const auto back = decode_row(row_of(line));
    REQUIRE_MESSAGE(back.has_value(), kind);
    CHECK(line_of(encode_row(*back)) == line);
  }
}

TEST_CASE("every op has its golden row") {
  const auto lines = golden_lines();
  const bool may_add = std::getenv("UPDATE_GOLDEN") != nullptr;
  support::for_each_filled_op([&]<class Op>(const Op& op) {
    if (lines.contains(std::string(Op::name))) return;
    REQUIRE_MESSAGE(may_add, std::string(Op::name), " has no golden row");
    std::ofstream(golden_path, std::ios::app) << line_of(encode_row(entry_of(op))) << '\n';
  });
}

} // namespace
} // namespace viche::decode
