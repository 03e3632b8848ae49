// What the desk declines, redacts or replaces is gone from the file, and the session replays.
#include "support/bytes_on_disk.hpp"
#include "support/hall.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include <chrono>
#include <thread>

namespace viche::test {
namespace {

bool holds(hall& h, const std::string& text) {
  return bytes_on_disk(h.file()).find(text) != std::string::npos;
}

struct late_hall : hall {
  std::shared_ptr<phone> desk = facilitator();
  std::shared_ptr<phone> anna = resident("anna");

  late_hall() { REQUIRE(!now(*desk, ops::open_phase{model::phase::sort, 0})); }

  model::seq_t hand_in(const std::string& text) {
    REQUIRE(!now(*anna, ops::submit_late_idea{{text}, {{"medicine"}}, 0}));
    return desk->held.seq;
  }

  std::string own_late(model::seq_t id) {
    return anna->held.mine.at("own_late/" + std::to_string(id));
  }

  void check_replay() {
    const auto before = moment();
    restart();
    link(*anna);
    link(*desk);
    settle();
    CHECK(moment().head == before.head);
  }
};

} // namespace

TEST_CASE("a declined late idea leaves no text in the file, and is declined after a restart too") {
  late_hall h;
  const std::string text = "Лікар Петренко, Морська 5";
  const auto late = h.hand_in(text);
  REQUIRE(holds(h, text));
  REQUIRE(!h.now(*h.desk, ops::decline_late_idea{late}));
  CHECK_FALSE(holds(h, text));
  h.check_replay();
  CHECK(h.own_late(late).find(R"("text":"","areas":["medicine"])") != std::string::npos);
  CHECK(h.own_late(late).find(R"("fate":"declined")") != std::string::npos);
}

TEST_CASE("redacting an accepted late idea erases what was handed in") {
  late_hall h;
  const std::string text = "Лікар Петренко, Морська 5";
  const auto late = h.hand_in(text);
  REQUIRE(!h.now(*h.desk, ops::accept_late_idea{late}));
  const auto id = h.desk->held.seq;
  REQUIRE(holds(h, text));
  REQUIRE(!h.now(*h.desk, ops::redact_idea{id, {"Лікар щодня"}}));
  CHECK_FALSE(holds(h, text));
  h.check_replay();
  CHECK(h.own_late(late).find("Лікар щодня") != std::string::npos);
  CHECK(h.moment().state->ideas.at(id).text.value == "Лікар щодня");
}

TEST_CASE("a former Wi-Fi password leaves the file") {
  late_hall h;
  REQUIRE(!h.now(*h.desk, ops::set_wifi{{"Клуб"}, {"hromada-2025"}}));
  REQUIRE(holds(h, "hromada-2025"));
  REQUIRE(!h.now(*h.desk, ops::set_wifi{{"Клуб"}, {"hromada-2027"}}));
  CHECK_FALSE(holds(h, "hromada-2025"));
  CHECK(holds(h, "hromada-2027"));
  h.check_replay();
  CHECK(h.desk->held.records.at("wifi/0") == R"({"ssid":"Клуб","password":"hromada-2027"})");
}

TEST_CASE("the desk is told while another program keeps on the disk what was erased") {
  late_hall h;
  const auto id = h.hand_in("Телефон Марії 067 000 00 00");
  h.desk->keeps_stream = true;
  {
    SQLite::Database reader(h.file().string(), SQLite::OPEN_READONLY);
    reader.exec("BEGIN");
    reader.execAndGet("SELECT count(*) FROM entry").getInt();
    REQUIRE(!h.now(*h.desk, ops::decline_late_idea{id}));
    h.pass_ms(limits::turnout_period_ms);
    CHECK(h.session().erasure_is_pending());
    CHECK(h.desk->stream.back().find(R"("erasing":true)") != std::string::npos);
  }
  const auto is_told = [&] {
    return h.desk->stream.back().find(R"("erasing":false)") != std::string::npos;
  };
  for (int tries = 0; tries < 200 && !is_told(); ++tries) {
    std::this_thread::sleep_for(std::chrono::milliseconds(limits::erasure_retry_ms / 10));
    h.pass_ms(limits::turnout_period_ms);
  }
  CHECK(is_told());
}

} // namespace viche::test
