// What an analyst reads in the views agrees with the log: hand-made logs, and the rows they give.
#include "store/log_fixture.hpp"

#include <doctest/doctest.h>

using namespace viche;
using namespace viche::test;

namespace {

const model::actor desk{.as = model::role::facilitator, .id = id_of(900)};

// A log written op by op; `ask` gives the rows of a query as "a|b" lines.
struct told_log : log_fixture {
  model::seq_t last = 1;

  model::seq_t add(std::string kind, model::actor by, std::string fields,
                   std::vector<std::string> texts = {}) {
    append(batch_of({a_row(++last, std::move(kind), by, std::move(fields), std::move(texts))}))
        .value();
    return last;
  }

  static model::actor resident(int n) { return {.as = model::role::resident, .id = id_of(n)}; }
  static model::actor voter(int n) { return resident(500 + n); }

  model::seq_t idea(std::string text, int author = 1, int table = 0) {
    return add("submit_idea", resident(author),
               R"({"text":0,"areas":["medicine"],"table":)" + std::to_string(table) +
                   R"(,"channel":"phone"})",
               {std::move(text)});
  }
  void on(std::string kind, model::seq_t idea) {
    add(std::move(kind), desk, "{\"idea\":" + std::to_string(idea) + "}");
  }
  void hide(model::seq_t idea, const std::string& reason) {
    add("hide_idea", desk, "{\"idea\":" + std::to_string(idea) + ",\"reason\":\"" + reason + "\"}");
  }
  void merge(model::seq_t main, const std::string& others) {
    add("merge_ideas", desk, "{\"main\":" + std::to_string(main) + ",\"others\":" + others + "}");
  }
  void vote(int who, model::seq_t idea, const std::string& kind = "cast_vote") {
    add(kind, voter(who), "{\"idea\":" + std::to_string(idea) + "}");
  }
  void unvote(int who, model::seq_t idea) { vote(who, idea, "withdraw_vote"); }

  std::string ask(const std::string& sql) {
    SQLite::Database db(file.string(), SQLite::OPEN_READONLY);
    SQLite::Statement q(db, sql);
    std::string out;
    while (q.executeStep()) {
      for (int i = 0; i < q.getColumnCount(); ++i) {
        out += (i == 0 ? "" : "|") + q.getColumn(i).getString();
      }
      out += '\n';
    }
    return out;
  }
  // "1>1 2>1": the idea voted for and the one it counts for, in order of casting.
  std::string votes(int who) {
    auto rows = ask("SELECT group_concat(idea || '>' || counts_for, ' ') FROM votes "
                    "WHERE voter = '" +
                    model::to_hex(voter(who).id) + "'");
    rows.pop_back();
    return rows;
  }
};

} // namespace

TEST_CASE("sessions: title, phase and times as they are now") {
  told_log l;
  l.add("open_phase", desk, R"({"phase":"ideas","minutes":20})");
  CHECK(l.ask("SELECT session, title, community, question, votes_per_person, phase, opened, closed,"
              " entries FROM sessions") ==
        "482913|Стратегія|Громада||10|ideas|2025-11-22T06:00:01.000Z||2\n");
  l.add("configure_session", desk,
        R"({"title":1,"community":0,"question":2,"areas":[],"votes_per_person":5})",
        {"Громада", "Нова назва", "Що робити?"});
  l.add("open_phase", desk, R"({"phase":"closed","minutes":0})");
  CHECK(l.ask("SELECT title, community, question, votes_per_person, phase, closed FROM sessions") ==
        "Нова назва|Громада|Що робити?|5|closed|2025-11-22T06:00:04.000Z\n");
}

TEST_CASE("areas: those of the last settings, in their order") {
  told_log l;
  CHECK(l.ask("SELECT position, slug, name, full_name, english FROM areas") ==
        "1|medicine|Медицина|Охорона здоров’я|Health\n"
        "2|roads|Дороги|Дороги та транспорт|Roads\n");
  l.add("configure_session", desk,
        R"({"title":0,"areas":[{"slug":"youth","name":1,"full_name":2,"english":3}]})",
        {"Стратегія", "Молодь", "Молодіжна політика", "Youth"});
  CHECK(l.ask("SELECT slug, name FROM areas") == "youth|Молодь\n");
}

TEST_CASE("ideas: as they came in") {
  told_log l;
  l.add("join", l.resident(1), R"({"table":3,"settlement":0,"channel":"phone"})", {"Село"});
  l.idea("Лікар щодня");
  l.idea("Нова дорога", 1, 5);
  l.add("join", l.resident(1), R"({"table":4,"settlement":0,"channel":"phone"})", {""});
  l.idea("Парк", 2);
  CHECK(l.ask("SELECT number, text, areas, table_number, settlement, channel, submitted, status, "
              "hide_reason, merged_into, is_redacted, id FROM ideas") ==
        "1|Лікар щодня|medicine|3|Село|phone|2025-11-22T06:00:03.000Z|published|||0|3\n"
        "2|Нова дорога|medicine|5|Село|phone|2025-11-22T06:00:04.000Z|published|||0|4\n"
        "3|Парк|medicine|0||phone|2025-11-22T06:00:06.000Z|published|||0|6\n");
}

TEST_CASE("ideas: a late one is none until it is accepted, and then counts like the others") {
  told_log l;
  const auto first = l.idea("Лікар щодня");
  const auto late = l.add("submit_late_idea", l.resident(2),
                          R"({"text":0,"areas":["roads"],"table":5})", {"Нова дорога"});
  const auto waiting = l.add("submit_late_idea", l.resident(2),
                             R"({"text":0,"areas":["roads"],"table":0})", {"Парк"});
  CHECK(l.ask("SELECT number, text FROM ideas") == "1|Лікар щодня\n");
  l.idea("Школа");
  const auto id = l.add("accept_late_idea", desk, "{\"late\":" + std::to_string(late) + "}");
  l.add("decline_late_idea", desk, "{\"late\":" + std::to_string(waiting) + "}");
  CHECK(l.ask("SELECT number, text, areas, table_number, channel, submitted, status, id "
              "FROM ideas WHERE number = 3") ==
        "3|Нова дорога|roads|5|phone|2025-11-22T06:00:03.000Z|published|" + std::to_string(id) +
            "\n");
  CHECK(l.ask("SELECT count(*) FROM ideas") == "3\n");
  l.vote(1, id);
  CHECK(l.votes(1) == "3>3");
  l.merge(first, "[" + std::to_string(id) + "]");
  CHECK(l.votes(1) == "3>1");
  l.add("redact_idea", desk, "{\"idea\":" + std::to_string(id) + ",\"text\":0}", {"Дорога"});
  CHECK(l.ask("SELECT text, is_redacted FROM ideas WHERE number = 3") == "Дорога|1\n");
}

TEST_CASE("ideas: the last wording and the last areas count") {
  told_log l;
  const auto one = l.idea("Лікар");
  const auto two = l.idea("Дорога");
  l.add("edit_idea", l.resident(1), "{\"idea\":" + std::to_string(one) + ",\"text\":0}",
        {"Лікар щодня"});
  l.add("tag_idea", desk, "{\"idea\":" + std::to_string(two) + R"(,"areas":["roads","medicine"]})");
  CHECK(l.ask("SELECT number, text, areas FROM ideas") ==
        "1|Лікар щодня|medicine\n2|Дорога|roads, medicine\n");
}

TEST_CASE("ideas: of a redacted one only what remains") {
  told_log l;
  const auto one = l.idea("Лікар, телефон 067");
  auto batch = batch_of({a_row(3, "redact_idea", desk, "{\"idea\":2,\"text\":0}", {"Лікар"})});
  batch.texts_erased = {one};
  l.append(std::move(batch)).value();
  CHECK(l.ask("SELECT text, is_redacted FROM ideas") == "Лікар|1\n");
}

TEST_CASE("ideas: hidden, restored, withdrawn, merged and split") {
  told_log l;
  const auto hidden = l.idea("один");
  const auto restored = l.idea("два");
  const auto taken_back = l.idea("три");
  const auto merged = l.idea("чотири");
  const auto split = l.idea("п’ять");
  const auto main = l.idea("шість");
  l.hide(hidden, "repeat");
  l.on("restore_idea", hidden);
  l.hide(hidden, "off_topic");
  l.hide(restored, "insult");
  l.on("restore_idea", restored);
  l.hide(taken_back, "test");
  l.add("withdraw_idea", l.resident(1), "{\"idea\":" + std::to_string(taken_back) + "}");
  l.merge(main, "[" + std::to_string(merged) + "," + std::to_string(split) + "]");
  l.on("split_idea", split);
  CHECK(l.ask("SELECT number, status, hide_reason, merged_into FROM ideas") ==
        "1|hidden|off_topic|\n2|published||\n3|withdrawn|test|\n4|merged||6\n5|published||\n"
        "6|published||\n");
}

TEST_CASE("votes: standing ones only, each with its time") {
  told_log l;
  const auto one = l.idea("один");
  const auto two = l.idea("два");
  l.vote(1, one);
  l.vote(1, two);
  l.vote(2, one);
  l.unvote(1, one);
  CHECK(l.ask("SELECT voter, idea, counts_for, cast_at FROM votes") ==
        model::to_hex(l.voter(1).id) + "|2|2|2025-11-22T06:00:05.000Z\n" +
            model::to_hex(l.voter(2).id) + "|1|1|2025-11-22T06:00:06.000Z\n");
  l.vote(1, one); // cast again
  CHECK(l.votes(1) == "2>2 1>1");
}

TEST_CASE("votes: of a merged idea they count for the main one, through every level") {
  told_log l;
  const auto one = l.idea("один");
  const auto two = l.idea("два");
  const auto three = l.idea("три");
  l.vote(1, one);
  l.vote(2, two);
  l.vote(2, one);
  l.vote(3, three);
  l.merge(two, "[" + std::to_string(one) + "]");
  l.merge(three, "[" + std::to_string(two) + "]");
  CHECK(l.votes(1) == "1>3");
  CHECK(l.votes(2) == "2>3 1>3");
  CHECK(l.ask("SELECT counts_for, count(DISTINCT voter), count(*) FROM votes GROUP BY 1") ==
        "3|3|4\n");
  l.on("split_idea", two); // with what had been merged into it before
  CHECK(l.votes(2) == "2>2 1>2");
  CHECK(l.votes(3) == "3>3");
}

TEST_CASE("votes: taking one off takes off all in the group as it was then, for good") {
  told_log l;
  const auto one = l.idea("один");
  const auto two = l.idea("два");
  const auto three = l.idea("три");
  for (const auto idea : {one, two, three})
    l.vote(1, idea);
  l.vote(2, one);
  l.merge(two, "[" + std::to_string(one) + "]");
  l.unvote(1, two);
  CHECK(l.votes(1) == "3>3"); // three was not of the group
  CHECK(l.votes(2) == "1>2");
  l.on("split_idea", one);
  CHECK(l.votes(1) == "3>3"); // what was taken off does not return
  l.merge(three, "[" + std::to_string(one) + "]");
  l.vote(1, one);
  CHECK(l.votes(1) == "3>3 1>3");
  l.on("split_idea", one);
  l.unvote(1, one); // of the group as it is: alone again
  CHECK(l.votes(1) == "3>3");
}

TEST_CASE("votes: asking by a member takes off those of the whole group") {
  told_log l;
  const auto one = l.idea("один");
  const auto two = l.idea("два");
  l.vote(1, one);
  l.vote(1, two);
  l.merge(two, "[" + std::to_string(one) + "]");
  l.unvote(1, one);
  CHECK(l.votes(1) == "");
}

TEST_CASE("votes: on a hidden idea they stay spent and are listed") {
  told_log l;
  const auto one = l.idea("один");
  l.vote(1, one);
  l.hide(one, "repeat");
  CHECK(l.votes(1) == "1>1");
}

TEST_CASE("every session is read by itself") {
  told_log l;
  const auto idea = l.idea("один");
  l.vote(1, idea);
  auto other = a_session("777777");
  REQUIRE(await(l.log->create(other, opening())).value());
  REQUIRE(await(l.log->append(other.id, batch_of({an_idea(2, "інша"), an_idea(3, "ще одна")}))));
  auto hide = a_row(4, "hide_idea", desk, R"({"idea":2,"reason":"test"})");
  REQUIRE(await(l.log->append(other.id, batch_of({hide}))));
  CHECK(l.ask("SELECT session, number, text, status FROM ideas") ==
        "482913|1|один|published\n777777|1|інша|hidden\n777777|2|ще одна|published\n");
  CHECK(l.ask("SELECT session, idea FROM votes") == "482913|1\n");
  CHECK(l.ask("SELECT session, entries FROM sessions") == "482913|3\n777777|4\n");
}

TEST_CASE("what was taken back reads as if it had never been") {
  told_log l;
  const auto one = l.idea("Лікар щодня");
  const auto two = l.idea("Лікар щосуботи");
  const auto undo = [&](model::seq_t entry) {
    l.add("undo_entry", desk, "{\"entry\":" + std::to_string(entry) + "}");
  };
  l.hide(one, "insult");
  undo(l.last);
  l.merge(one, "[" + std::to_string(two) + "]");
  undo(l.last);
  l.add("correct_idea", desk, "{\"idea\":" + std::to_string(one) + ",\"text\":0}", {"Лікарь"});
  undo(l.last);
  l.add("correct_idea", desk, "{\"idea\":" + std::to_string(two) + ",\"text\":0}", {"Суботній"});
  l.add("open_phase", desk, R"({"phase":"vote","minutes":0})");
  undo(l.last);
  CHECK(l.ask("SELECT text, status, hide_reason, merged_into FROM ideas") ==
        "Лікар щодня|published||\nСуботній|published||\n");
  CHECK(l.ask("SELECT phase FROM sessions") == "lobby\n");
}

TEST_CASE("ideas: with premoderation they wait until they are approved") {
  told_log l;
  l.idea("до перевірки");
  l.add("set_premoderation", desk, R"({"is_on":true})");
  const auto two = l.idea("схвалена");
  l.idea("чекає");
  l.add("approve_ideas", desk, "{\"ideas\":[" + std::to_string(two) + "]}");
  l.add("set_premoderation", desk, R"({"is_on":false})");
  CHECK(l.ask("SELECT text, status FROM ideas") ==
        "до перевірки|published\nсхвалена|published\nчекає|waiting\n");
}

TEST_CASE("votes: a confirmed sheet is a voter, a withdrawn one is none") {
  told_log l;
  const auto one = l.idea("один");
  const auto marks = "\"ideas\":[" + std::to_string(one) + "]}";
  l.add("enter_sheet", desk, "{\"sheet\":7,\"replaces_online\":false," + marks);
  CHECK(l.ask("SELECT voter FROM votes").empty());
  l.add("confirm_sheet", desk, "{\"sheet\":7," + marks);
  CHECK(l.ask("SELECT voter, idea FROM votes") == "73686565740000000000000000000007|1\n");
  l.add("withdraw_sheet", desk, R"({"sheet":7})");
  CHECK(l.ask("SELECT voter FROM votes").empty());
}

TEST_CASE("votes: at level 2 a sheet is its card's voter, in place of what the card gave online") {
  told_log l;
  l.add("configure_session", desk, R"({"title":0,"areas":[],"level":2})", {"Стратегія"});
  const auto code = model::to_hex(l.voter(1).id); // the first card's, and so its voter
  l.add("issue_cards", desk,
        R"({"first":1,"cards":[{"code":")" + code +
            R"(","digits":"00"},{"code":"22","digits":"33"}]})");
  l.add("replace_card", desk, R"({"card":1,"by_card":{"code":"44","digits":"55"}})");
  const auto one = l.idea("один");
  const auto two = l.idea("два");
  l.vote(1, one);
  CHECK(l.votes(1) == "1>1");
  l.add("confirm_sheet", desk, "{\"sheet\":3,\"ideas\":[" + std::to_string(two) + "]}");
  CHECK(l.votes(1) == "2>2");
  l.add("withdraw_sheet", desk, R"({"sheet":3})");
  CHECK(l.votes(1) == "");
}
