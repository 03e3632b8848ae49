// viche backup at the terminal, and the second laptop: a copy that goes on where the first ended.
#include "support/live_server.hpp"
#include "support/program.hpp"
#include "support/temp_dir.hpp"
#include "support/wire_client.hpp"

#include <boost/json/parse.hpp>
#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <fstream>
#include <future>
#include <iterator>
#include <thread>

namespace t = viche::test;

namespace {

const std::string pass = t::pass_of("olena");
const std::string join = R"("kind":"join","table":0,"settlement":"","channel":"phone")";

std::string value_of(const std::string& message, const std::string& name) {
  const auto at = message.find('"' + name + R"(":")") + name.size() + 4;
  return message.substr(at, message.find('"', at) - at);
}

std::string idea(const std::string& id, const std::string& text) {
  return t::op(id, R"("kind":"submit_idea","text":")" + text +
                       R"(","areas":["medicine"],"table":0,"channel":"phone")");
}

// A laptop that serves a data file.
struct laptop {
  t::program server;
  std::string said;
  std::uint16_t port;

  explicit laptop(const std::string& data, const std::string& links = {})
      : server(words(data, links)),
        said(server.said_with(links.empty() ? "viche session new" : "Whoever has")),
        port(static_cast<std::uint16_t>(
            std::stoi(said.substr(said.find("127.0.0.1:") + std::string("127.0.0.1:").size())))) {}

  static std::vector<std::string> words(const std::string& data, const std::string& links) {
    std::vector<std::string> all{"serve", "--data", data, "--listen", "127.0.0.1:0"};
    if (!links.empty()) all.insert(all.end(), {"--first-session", "--links-file", links});
    return all;
  }

  // A page that was answered; `more` are fields of its hello.
  t::wire_client page(const std::string& code, const std::string& kind,
                      const std::string& more) const {
    t::wire_client c(port, {.code = code});
    c.send(t::hello(kind, more));
    return c;
  }
};

// The first laptop, with its session in the phase of ideas.
struct first_laptop {
  t::temp_dir folder;
  std::string data = (folder / "hall.viche").string();
  std::string copy = (folder / "copy.viche").string();
  laptop first{data, (folder / "links.json").string()};
  std::string links = t::text_of((folder / "links.json").string());
  std::string code = value_of(links, "code");
  std::string desk_secret = value_of(links, "desk").substr(value_of(links, "desk").find('#') + 1);

  std::string desk_hello() const { return R"(,"secret":")" + desk_secret + '"'; }
  static std::string phone_hello(const std::string& more = {}) {
    return R"(,"pass":")" + pass + '"' + more;
  }

  first_laptop() {
    auto desk = first.page(code, "desk", desk_hello());
    desk.send(
        t::op("open-phase-of-this-test", R"("kind":"open_phase","minutes":0,"phase":"ideas")"));
    desk.receive_with(R"("type":"ack")");
  }
};

} // namespace

TEST_CASE("a second laptop takes over: the same code, links and chain, and the hall goes on") {
  first_laptop a;
  auto phone = a.first.page(a.code, "phone", a.phone_hello());
  const auto snapshot = phone.receive_with(R"("type":"snapshot")");
  const auto epoch = value_of(snapshot, "epoch");
  phone.send(t::op("join-of-this-test-0001", join));
  phone.receive_with(R"("type":"ack")");
  phone.send(idea("idea-before-the-copy", "Лікар щодня"));
  phone.receive_with(R"("type":"ack")");

  // The hall goes on while the copy is made.
  std::atomic<bool> is_copied = false;
  std::atomic<int> answered = 0;
  auto hall = std::async(std::launch::async, [&] {
    auto petro = a.first.page(a.code, "phone", R"(,"pass":")" + t::pass_of("petro") + '"');
    petro.send(t::op("join-of-this-test-0002", join));
    for (int i = 0; !is_copied || i < 3; ++i) {
      const auto id = "idea-of-this-test-" + std::to_string(1000 + i);
      petro.send(idea(id, "Ідея " + std::to_string(i)));
      petro.receive_with(R"({"type":"ack","id":")" + id);
      ++answered;
      std::this_thread::sleep_for(std::chrono::milliseconds(100)); // as often as anybody may
    }
  });
  const auto made = t::run({"backup", a.data, a.copy, "--json"});
  is_copied = true;
  REQUIRE_MESSAGE(made.code == 0, made.err);
  hall.get();
  CHECK(answered >= 3);
  const auto head = value_of(made.out, "head");

  phone.send(idea("idea-behind-the-copy", "Нова дорога"));
  const auto ack = phone.receive_with("idea-behind-the-copy");
  const auto held_seq = boost::json::parse(ack).at("seq").as_int64();
  a.first.server.signal(SIGKILL); // the laptop fell off the table
  a.first.server.wait();

  const auto verified = t::run({"verify", a.copy, "--head", head});
  CHECK(verified.code == 0);
  const laptop second(a.copy);
  CHECK(second.said.find("/s/" + a.code) != std::string::npos);
  auto desk = second.page(a.code, "desk", a.desk_hello());
  CHECK(desk.receive_with("welcome").find(R"("role":"facilitator")") != std::string::npos);

  // The phone holds more than the copy does: for it this is another log.
  auto again = second.page(a.code, "phone",
                           a.phone_hello(R"(,"held":{"epoch":")" + epoch + R"(","seq":)" +
                                         std::to_string(held_seq) + '}'));
  const auto welcome = again.receive_with("welcome");
  CHECK(value_of(welcome, "epoch") != epoch);
  const auto anew = again.receive();
  CHECK(anew.starts_with(R"({"type":"snapshot")"));
  CHECK(value_of(anew, "epoch") == value_of(welcome, "epoch"));
  CHECK(anew.find("Лікар щодня") != std::string::npos);
  CHECK(anew.find("Нова дорога") == std::string::npos); // acknowledged behind the copy: not in it
  CHECK(again.receive().find("Лікар щодня") != std::string::npos); // `mine`: it is the same person

  again.send(idea("idea-not-acknowledged", "Школа")); // waits in the phone's outbox
  CHECK(again.receive_with("idea-not-acknowledged").find(R"("type":"ack")") != std::string::npos);
  again.send(idea("idea-before-the-copy", "Лікар щодня")); // sent again: its first answer
  CHECK(again.receive_with("idea-before-the-copy").find(R"("type":"ack")") != std::string::npos);
  CHECK(t::run({"verify", a.copy}).code == 0);
  CHECK(t::run({"verify", a.data}).code == 0); // and the first file is as it was left
}

TEST_CASE("a copy is made without a server too, with sentences") {
  const t::temp_dir folder;
  const auto data = (folder / "hall.viche").string();
  const auto copy = (folder / "copy.viche").string();
  REQUIRE(t::run({"session", "new", "--data", data}).code == 0);
  const auto before = t::run({"verify", data}).out;
  const auto e = t::run({"backup", data, copy});
  CHECK(e.code == 0);
  CHECK(e.err.empty());
  CHECK(e.out.find("complete up to seq 1, head ") != std::string::npos);
  CHECK(e.out.find("viche serve --data copy.viche") != std::string::npos);
  CHECK(t::run({"verify", copy}).out == before);
  CHECK(t::run({"verify", data}).out == before);
}

TEST_CASE("a copy that is there is replaced with --force only: code 2") {
  const first_laptop a;
  REQUIRE(t::run({"backup", a.data, a.copy}).code == 0);
  const auto e = t::run({"backup", a.data, a.copy});
  CHECK(e.code == 2);
  t::is_a_sentence(e.err);
  CHECK(t::run({"backup", a.data, a.copy, "--force"}).code == 0);
  const auto itself = t::run({"backup", a.data, a.data, "--force"});
  CHECK(itself.code == 2);
  t::is_a_sentence(itself.err);
}

TEST_CASE("a place that cannot be written ends with code 3, with and without a server") {
  const first_laptop a;
  const auto nowhere = (a.folder / "no/such/copy.viche").string();
  const auto e = t::run({"backup", a.data, nowhere});
  CHECK(e.code == 3);
  t::is_a_sentence(e.err);
  const auto other = (a.folder / "other.viche").string();
  REQUIRE(t::run({"session", "new", "--data", other}).code == 0);
  CHECK(t::run({"backup", other, nowhere}).err == e.err);
}

TEST_CASE("a data file that is not there is not made by asking for its copy: code 3") {
  const t::temp_dir folder;
  const auto data = (folder / "hall.viche").string();
  const auto e = t::run({"backup", data, (folder / "copy.viche").string()});
  CHECK(e.code == 3);
  t::is_a_sentence(e.err);
  CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("what is no data file ends with code 5, and a held one without a server with 6") {
  const t::temp_dir folder;
  const auto letter = (folder / "letter.txt").string();
  std::ofstream(letter) << "Dear council, this is no data file at all, but it is long enough.";
  const auto copy = (folder / "copy.viche").string();
  CHECK(t::run({"backup", letter, copy}).code == 5);
  const first_laptop a;
  std::filesystem::remove(a.data + ".sock"); // the server is just ending
  const auto e = t::run({"backup", a.data, copy});
  CHECK(e.code == 6);
  t::is_a_sentence(e.err);
  CHECK_FALSE(std::filesystem::exists(copy));
}

TEST_CASE("a relative name is of the folder where the command was given") {
  const first_laptop a;
  const auto before = std::filesystem::current_path();
  const t::temp_dir elsewhere;
  std::filesystem::current_path(elsewhere.path());
  const auto e = t::run({"backup", a.data, "copy.viche"});
  std::filesystem::current_path(before);
  CHECK(e.code == 0);
  CHECK(std::filesystem::exists(elsewhere / "copy.viche"));
}
