// Receipts over HTTP: one's own entries and nobody else's, votes until the close; and that what
// they give is what the journal has.
#include "store/chain.hpp"
#include "store/journal.hpp"
#include "support/live_server.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <sstream>

namespace t = viche::test;
namespace json = boost::json;
namespace store = viche::store;

namespace {

std::string bytes_of_hex(const json::value& hex) {
  std::string out;
  const auto& digits = hex.as_string();
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2)
    out.push_back(static_cast<char>(std::stoi(std::string(digits.data() + i, 2), nullptr, 16)));
  return out;
}

// As a page computes it.
std::string commitment_of(const json::value& receipt) {
  std::string texts;
  for (const auto& text : receipt.at("texts").as_array()) {
    const auto* erased = text.as_object().if_contains("commitment");
    texts += erased != nullptr
                 ? bytes_of_hex(*erased)
                 : std::string(store::bytes_of(store::commit_text(
                       bytes_of_hex(text.at("salt")), std::string(text.at("text").as_string()))));
  }
  return store::to_hex(store::bytes_of(store::commit_entry(
      bytes_of_hex(receipt.at("salt")), std::string(receipt.at("private").as_string()), texts)));
}

// Anna and Bohdan hand in an idea each, and Anna votes for his.
struct played {
  t::live_server s;
  t::wire_client desk = s.desk();
  t::wire_client anna = s.person(t::pass_of("anna"));
  t::wire_client bohdan = s.person(t::pass_of("bohdan"));
  int sent = 0;

  played() {
    s.open_phase("ideas");
    submit(anna, "Міст");
    submit(bohdan, "Лікар");
    s.open_phase("vote");
    act(anna, R"("kind":"cast_vote","idea":)" + std::to_string(idea_of("Лікар")));
  }

  void act(t::wire_client& who, const std::string& fields) {
    const auto id = "an-op-of-this-test-" + std::to_string(++sent);
    who.send(t::op(id, fields));
    who.receive_with(R"("type":"ack","id":")" + id);
  }
  void submit(t::wire_client& who, const std::string& text) {
    act(who, R"("kind":"submit_idea","text":")" + text +
                 R"(","areas":["roads"],"table":0,"channel":"phone")");
  }
  t::http_reply get(const std::string& door, const std::string& secret) const {
    t::header_list headers;
    if (!secret.empty()) headers.emplace_back("Authorization", "Bearer " + secret);
    return t::http(s.port(), {.method = "GET",
                              .target = "/api/sessions/" + s.code + door,
                              .headers = std::move(headers)});
  }
  json::array receipts(const std::string& who, const std::string& query = {}) const {
    const auto reply = get("/receipts" + query, t::pass_of(who));
    REQUIRE(reply.status == 200);
    return json::parse(reply.body).at("receipts").as_array();
  }
  std::string journal() const { return get("/journal.jsonl", s.facilitator).body; }

  std::uint64_t idea_of(const std::string& text) const {
    for (const auto* who : {"anna", "bohdan"}) {
      for (const auto& one : receipts(who)) {
        const auto& texts = one.at("texts").as_array();
        if (!texts.empty() && texts[0].at("text").as_string() == text) {
          return one.at("seq").to_number<std::uint64_t>();
        }
      }
    }
    return 0;
  }
};

std::vector<std::string> kinds(const json::array& receipts) {
  std::vector<std::string> out;
  for (const auto& one : receipts)
    out.emplace_back(one.at("kind").as_string());
  return out;
}

} // namespace

TEST_CASE("a person gets receipts of their own entries, and of nobody else's") {
  played p;
  CHECK(kinds(p.receipts("anna")) == std::vector<std::string>{"join", "submit_idea", "cast_vote"});
  CHECK(kinds(p.receipts("bohdan")) == std::vector<std::string>{"join", "submit_idea"});
  CHECK(p.receipts("anna", "?slot=1").empty());
  CHECK(p.get("/receipts", "").status == 400);
  CHECK(p.get("/receipts?slot=8", t::pass_of("anna")).status == 400);
  CHECK(p.get("/receipts?after=x", t::pass_of("anna")).status == 400);
  // Neither is who never came a person of the session, nor a link of staff.
  for (const auto& secret : {t::pass_of("oksana"), p.s.facilitator}) {
    const auto refused = p.get("/receipts", secret);
    CHECK(refused.status == 400);
    CHECK(refused.body.find(R"("refusal":"not_joined")") != refused.body.npos);
  }
}

TEST_CASE("what a receipt gives is what the journal has at its place") {
  played p;
  const auto journal = p.journal();
  std::istringstream lines(journal);
  std::vector<std::string> all;
  for (std::string line; std::getline(lines, line);)
    all.push_back(line);
  for (const auto& one : p.receipts("anna")) {
    const auto seq = one.at("seq").to_number<std::size_t>();
    REQUIRE(seq < all.size());
    const auto entry = json::parse(all[seq]);
    CHECK(entry.at("kind").as_string() == one.at("kind").as_string());
    CHECK(std::string(entry.at("commitment").as_string()) == commitment_of(one));
  }
  std::istringstream again(journal);
  CHECK_FALSE(store::verify_journal(again).broken);
}

TEST_CASE("behind a place only what is newer is given") {
  played p;
  const auto all = p.receipts("anna");
  const auto second = std::to_string(all[1].at("seq").to_number<std::uint64_t>());
  CHECK(kinds(p.receipts("anna", "?after=" + second)) == std::vector<std::string>{"cast_vote"});
}

TEST_CASE("once the session is closed nobody can say any more whose a vote is") {
  played p;
  p.s.open_phase("closed");
  CHECK(kinds(p.receipts("anna")) == std::vector<std::string>{"join", "submit_idea"});
}

TEST_CASE("of a text that was redacted its author gets the commitment only") {
  played p;
  const auto idea = std::to_string(p.idea_of("Міст"));
  p.act(p.desk, R"("kind":"redact_idea","text":"Місток","idea":)" + idea);
  const auto receipts = p.receipts("anna");
  const auto& text = receipts[1].at("texts").as_array()[0].as_object();
  CHECK(text.contains("commitment"));
  CHECK_FALSE(text.contains("text"));
  CHECK(p.journal().find(commitment_of(receipts[1])) != std::string::npos);
}

TEST_CASE("of an entry whose private part was erased no text is told, and the others still are") {
  played p;
  const auto idea = std::to_string(p.idea_of("Міст"));
  auto file = p.s.control(); // FILE.sock
  SQLite::Database db(file.replace_extension().string(), SQLite::OPEN_READWRITE);
  db.exec("UPDATE entry_private SET salt = NULL, bytes = NULL, text_commitments = NULL "
          "WHERE seq = " +
          idea +
          "; UPDATE entry_text SET salt = NULL, text = NULL "
          "WHERE seq = " +
          idea);
  const auto receipts = p.receipts("anna");
  REQUIRE(receipts.size() == 3);
  CHECK(receipts[1].at("private").is_null());
  CHECK(receipts[1].at("texts").as_array().empty());
  CHECK_FALSE(receipts[0].at("private").is_null());
}

TEST_CASE("the journal is the facilitators' until the results are published, then everybody's") {
  played p;
  const auto everybody = [&] {
    return t::http(p.s.port(), {.target = "/r/" + p.s.code + "/journal.jsonl"});
  };
  CHECK(p.get("/journal.jsonl", p.s.facilitator).status == 200);
  CHECK(p.get("/journal.jsonl", p.s.operator_).status == 403);
  CHECK(p.get("/journal.jsonl", t::pass_of("anna")).status == 403);
  CHECK(everybody().status == 403);
  p.s.open_phase("results");
  p.act(p.desk, R"("kind":"publish_results")");
  const auto journal = everybody();
  CHECK(journal.status == 200);
  CHECK(journal.headers.at("content-type") == "application/jsonl");
  CHECK(journal.body == p.journal());
  const auto etag = journal.headers.at("etag"); // read once, for all who hold it
  const auto again = t::http(p.s.port(), {.target = "/r/" + p.s.code + "/journal.jsonl",
                                          .headers = {{"If-None-Match", etag}}});
  CHECK(again.status == 304);
  p.act(p.desk, R"("kind":"withdraw_results")");
  CHECK(everybody().status == 403);
  CHECK(t::http(p.s.port(), {.target = "/r/000000/journal.jsonl"}).status == 404);
}

TEST_CASE("the head that the hall was shown stays, whatever the council adds behind it") {
  played p;
  p.s.open_phase("closed");
  const auto told = p.bohdan.receive_with(R"("type":"head")");
  const std::string head(json::parse(told).at("hash").as_string());
  p.act(p.desk, R"("kind":"publish_results")");
  std::istringstream journal(p.journal());
  const auto found = store::verify_journal(journal, head);
  CHECK_FALSE(found.broken);
  CHECK(found.kinds_after == std::map<std::string, std::size_t>{{"publish_results", 1}});
  const auto report = [&] { return p.get("/report.json", p.s.facilitator).body; };
  CHECK(report().find("\"chain_head\": \"" + head) != std::string::npos);
  p.s.restart();
  auto late = p.s.phone(t::pass_of("bohdan"));
  CHECK(late.receive_with(R"("type":"head")") == told);
  CHECK(report().find("\"chain_head\": \"" + head) != std::string::npos);
}
