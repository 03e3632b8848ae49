// docs/protocol.md against the code, both ways: ops, messages, records, refusals and close codes.
// Who writes a client from that page alone must not be misled.
#include "broadcast/council_view.hpp"
#include "broadcast/encode.hpp"
#include "broadcast/view.hpp"
#include "decode/fields.hpp"
#include "decode/message.hpp"
#include "model/refusal.hpp"
#include "support/protocol_page.hpp"

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <map>

namespace viche {
namespace {

template <class T>
names fields_of() {
  names out;
  mp11::mp_for_each<decode::members_of<T>>([&](auto d) { out.emplace_back(d.name); });
  return out;
}

template <class F>
void for_each_op(F f) {
  mp11::mp_for_each<mp11::mp_transform<mp11::mp_identity, ops::any_op>>(
      [&]<class Op>(mp11::mp_identity<Op>) { f(mp11::mp_identity<Op>()); });
}

// --- ops ---

names roles_in(const std::string& cell) {
  names out;
  std::istringstream in(without(cell, R"(\([^)]*\))"));
  for (std::string word; std::getline(in, word, ',');)
    out.push_back(without(word, " "));
  std::ranges::sort(out);
  return out;
}

template <class Op>
names declared_roles() {
  names out;
  mp11::mp_for_each<boost::describe::describe_enumerators<model::role>>([&](auto d) {
    if (Op::who.has(d.value)) out.emplace_back(model::wire_name(d.value));
  });
  std::ranges::sort(out);
  return out;
}

// The phases a "when" names; one that names none, or says so, means until closed.
std::set<std::string> phases_in(const std::string& cell) {
  const auto words = quoted(cell);
  const bool is_any = words.empty() || cell.find("until closed") != cell.npos;
  if (!is_any) return {words.begin(), words.end()};
  auto all = words_of<model::phase>();
  if (cell.find("also when closed") == cell.npos) std::erase(all, "closed");
  return {all.begin(), all.end()};
}

template <class Op>
std::set<std::string> declared_phases() {
  std::set<std::string> out;
  mp11::mp_for_each<boost::describe::describe_enumerators<model::phase>>([&](auto d) {
    if (Op::when.has(d.value)) out.emplace(model::wire_name(d.value));
  });
  return out;
}

TEST_CASE("the page's ops are the code's, with their fields, roles and phases") {
  std::map<std::string, cells> rows;
  for (const auto& row : table_under("Ops"))
    rows[bare(row[0])] = row;
  std::size_t seen = 0;
  for_each_op([&]<class Op>(mp11::mp_identity<Op>) {
    const auto found = rows.find(std::string(Op::name));
    REQUIRE_MESSAGE(found != rows.end(), std::string(Op::name), " is not on the page");
    const auto& row = found->second;
    INFO(Op::name);
    CHECK(quoted(row[1]) == fields_of<Op>());
    CHECK(roles_in(row[2]) == declared_roles<Op>());
    CHECK(phases_in(row[3]) == declared_phases<Op>());
    ++seen;
  });
  CHECK(seen == rows.size());
}

// --- refusals and close codes ---

TEST_CASE("the page's refusals are the code's, in order, each final or later") {
  names on_page;
  for (const auto& row : table_under("Refusals")) {
    on_page.push_back(bare(row[0]));
    const auto found = model::from_wire_name<model::refusal>(on_page.back());
    REQUIRE_MESSAGE(found, on_page.back(), " is not in the code");
    CHECK_MESSAGE(row[1] == (model::is_later(*found) ? "later" : "final"), on_page.back());
    CHECK_FALSE(row[2].empty());
  }
  CHECK(on_page == words_of<model::refusal>());
}

TEST_CASE("the page's close codes are the code's, by number and name") {
  std::map<std::string, int> on_page;
  for (const auto& row : table_under("Close codes"))
    on_page[bare(row[1])] = std::stoi(row[0]);
  std::map<std::string, int> in_code;
  mp11::mp_for_each<boost::describe::describe_enumerators<model::close_code>>(
      [&](auto d) { in_code[d.name] = static_cast<int>(d.value); });
  CHECK(on_page == in_code);
}

// --- messages ---

std::set<std::string> keys_of(const std::string& message) {
  std::set<std::string> keys;
  const auto parsed = json::parse(message).as_object();
  for (const auto& field : parsed)
    keys.insert(std::string(field.key()));
  keys.erase("type");
  return keys;
}

// Every message the server makes, as full as it gets.
std::map<std::string, std::string> server_messages() {
  using namespace broadcast;
  const auto mine = mine_json({}, true);
  std::map<std::string, std::string> out;
  for (const auto& message :
       {welcome_message({"e", "b", 1, model::role::resident, 1}), snapshot_message("e", 1, {}),
        with_mine(delta_message(1, 2, {}), mine), mine_message(1, mine), ack_message("id", 1),
        refusal_message("id", {model::refusal::text_too_long, "text", 600}),
        similar_message("id", {{1, 64}}), turnout_message(1), presence_message({}),
        head_message(1, "h"), pong_message(1, 1)}) {
    out.emplace(json::parse(message).at("type").as_string(), message);
  }
  return out;
}

std::map<std::string, std::set<std::string>> messages_on_page(const std::string& heading) {
  std::map<std::string, std::set<std::string>> out;
  for (const auto& row : table_under(heading)) {
    auto fields = without(without(row[1], R"(\{[^}]*\})"), "= `[a-z]+`.*?,? or `[a-z]+`");
    const auto found = quoted(without(fields, R"(= `final` or `later`)"));
    out[bare(row[0])] = {found.begin(), found.end()};
  }
  return out;
}

TEST_CASE("the page's server messages are the code's, with their fields") {
  const auto on_page = messages_on_page("Messages from the server");
  const auto made = server_messages();
  CHECK(on_page.size() == made.size());
  for (const auto& [type, message] : made) {
    INFO(type);
    REQUIRE(on_page.contains(type));
    CHECK(on_page.at(type) == keys_of(message));
  }
}

TEST_CASE("the page's client messages are read, and every field of them is known") {
  const auto on_page = table_under("Messages from the client");
  names types;
  for (const auto& row : on_page)
    types.push_back(bare(row[0]));
  CHECK(types == names{"hello", "op", "similar", "ping"});
  const auto hello = decode::decode_message(
      R"({"type":"hello","protocol":1,"page":"desk","slot":1,"pass":"p","secret":"s",)"
      R"("held":{"epoch":"e","seq":1}})");
  CHECK(std::holds_alternative<decode::hello>(hello));
  for (const auto* field : {"protocol", "page", "slot", "pass", "secret", "held"}) {
    CHECK_MESSAGE(on_page[0][1].find("`" + std::string(field) + "`") != std::string::npos, field);
  }
  for (const auto& word : words_of<decode::page>()) {
    CHECK_MESSAGE(on_page[0][1].find("`" + word + "`") != std::string::npos, word);
  }
}

TEST_CASE("the page's examples are messages") {
  const auto made = server_messages();
  std::size_t seen = 0;
  for (const auto& line : page()) {
    if (!line.starts_with("{\"type\"")) continue;
    INFO(line);
    ++seen;
    const auto type = std::string(json::parse(line).at("type").as_string());
    const auto m = decode::decode_message(line);
    const bool is_of_client = !std::holds_alternative<decode::broken>(m) &&
                              !std::holds_alternative<decode::refused_op>(m);
    if (is_of_client) continue;
    REQUIRE(made.contains(type));
    for (const auto& key : keys_of(line))
      CHECK(keys_of(made.at(type)).contains(key));
  }
  CHECK(seen >= 8);
}

// --- records ---

// The fields of a record for an audience; "the same …" adds to those of the row before.
std::map<std::string, names> records_on_page() {
  std::map<std::string, names> out;
  names before;
  for (const auto& row : table_under("Records")) {
    auto fields = quoted(row[2]);
    if (row[2].starts_with("the same")) {
      auto all = before;
      for (const auto& f : fields) {
        if (std::ranges::find(all, f) == all.end()) all.push_back(f);
      }
      fields = all;
    }
    before = fields;
    out[bare(row[0]) + " " + row[3]] = fields;
  }
  return out;
}

TEST_CASE("the page's records are the code's views, field by field") {
  using namespace broadcast;
  const std::map<std::string, names> in_code{
      {"session r b d", fields_of<session_view>()},
      {"phase r b d", fields_of<phase_view>()},
      {"idea r b", fields_of<idea_view>()},
      {"idea d", fields_of<desk_idea_view>()},
      {"spotlight r b d", fields_of<spotlight_view>()},
      {"totals r b", fields_of<totals_view>()},
      {"totals d", fields_of<desk_totals_view>()},
      {"wifi b d", fields_of<wifi_view>()},
      {"help d", fields_of<help_view>()},
      {"late_idea d", fields_of<late_idea_view>()},
      {"programme b d", fields_of<programme_view>()},
      {"staff d", fields_of<staff_view>()},
      {"warmup r b d", fields_of<warmup_view>()},
      {"sentence r b d", fields_of<sentence_view>()},
      {"board b d", fields_of<board_choice_view>()},
      {"hall b d", fields_of<hall_view>()},
      {"branding b d", fields_of<branding_view>()},
      {"publication r b d", fields_of<publication_view>()},
      {"council d", fields_of<council_view>()},
      {"decision d", fields_of<decision_view>()},
      {"guests o d", fields_of<guests_view>()},
      {"sheet o d", fields_of<sheet_view>()},
      {"hand_count o d", fields_of<hand_count_view>()},
      {"cards o d", fields_of<cards_view>()},
      {"undo mine", fields_of<undo_view>()},
      {"me mine", fields_of<me_view>()},
      {"own_idea mine", fields_of<own_idea_view>()},
      {"own_late mine", fields_of<own_late_view>()},
      {"votes mine", fields_of<votes_view>()},
      {"supports mine", fields_of<supports_view>()},
  };
  CHECK(records_on_page() == in_code);
}

TEST_CASE("what stands inside records is as the page says") {
  const auto text = page_text();
  const auto says = [&](const names& fields) {
    std::string pattern = R"(\{)";
    for (const auto& f : fields)
      pattern += "`" + f + "`[^`{}]*";
    return std::regex_search(text, std::regex(pattern + R"(\})"));
  };
  CHECK(says(fields_of<broadcast::area_view>()));
  CHECK(says(fields_of<broadcast::pause_view>()));
  CHECK(says(fields_of<broadcast::standing_view>()));
  CHECK(says(fields_of<broadcast::help_request_view>()));
  CHECK(says(fields_of<broadcast::planned_view>()));
  CHECK(says(fields_of<broadcast::staff_link_view>()));
  CHECK(says(fields_of<broadcast::table_view>()));
  CHECK(says(fields_of<broadcast::settlement_view>()));
  CHECK(says(fields_of<broadcast::guests_line_view>()));
  CHECK(says(fields_of<model::card_codes>()));
  CHECK(says(fields_of<broadcast::similar_view>()));
}

} // namespace
} // namespace viche
