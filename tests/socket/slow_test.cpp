// A page that does not take what is sent to it: it is closed, and nobody else notices.
#include "support/live_server.hpp"

#include <doctest/doctest.h>

namespace t = viche::test;

namespace {

std::string configure(int number) {
  std::string settings{t::small_settings.substr(1, t::small_settings.size() - 2)};
  settings.replace(settings.find("Проба"), std::string("Проба").size(),
                   "Проба " + std::to_string(number) + std::string(80, 'x'));
  return R"("kind":"configure_session",)" + settings;
}

} // namespace

TEST_CASE("a phone that reads nothing is closed as slow while the others miss nothing") {
  const t::live_server s([](auto& doors) {
    doors.bounds.outbox_frames_max = 8;
    doors.bounds.outbox_bytes_max = 4096;
    doors.bounds.send_buffer_bytes = 4096;
  });
  t::wire_client slow(s.port(), {.code = s.code, .receive_buffer_bytes = 2048});
  slow.send(t::hello("phone", R"(,"pass":")" + t::pass_of("slow") + '"'));
  auto quick = s.phone(t::pass_of("quick"));
  auto desk = s.desk();
  for (int i = 0; i < 100; ++i) {
    const auto id = "configure-of-a-test-" + std::to_string(i);
    desk.send(t::op(id, configure(i)));
    desk.receive_with(R"("type":"ack")");
    quick.receive_with("Проба " + std::to_string(i) + "x");
  }
  CHECK(slow.closed_with() == 4100);
}

namespace {

// Some kilobytes of ideas, more than the bounds of `small_outbox` let wait.
void fill(t::live_server& s) {
  s.open_phase("ideas");
  auto desk = s.desk();
  std::string text;
  for (int i = 0; i < 500; ++i)
    text += "я";
  for (int i = 0; i < 8; ++i) {
    const auto id = "idea-of-a-slow-test-" + std::to_string(i);
    desk.send(t::op(id, R"("kind":"submit_idea","text":")" + text +
                            R"(","areas":["roads"],"table":0,"channel":"oral")"));
    desk.receive_with(R"("type":"ack")");
  }
}

void small_outbox(viche::socket::doors& doors) {
  doors.bounds.outbox_bytes_max = 4096;
  doors.bounds.send_buffer_bytes = 4096;
}

} // namespace

TEST_CASE("a snapshot over the bound goes out whole, and what is said after it too") {
  t::live_server s;
  fill(s);
  s.restart(small_outbox);
  auto phone = s.phone(t::pass_of("olena"));
  CHECK(phone.receive().size() > 8000);
  CHECK(phone.receive().starts_with(R"({"type":"mine")"));
  CHECK(phone.receive().starts_with(R"({"type":"turnout")"));
  auto desk = s.desk();
  desk.receive_with(R"("type":"presence")");
  desk.send(t::op("configure-of-a-test-1", configure(1)));
  phone.receive_with("Проба 1x");
}

TEST_CASE("who does not take a large snapshot is closed by what comes after it") {
  t::live_server s;
  fill(s);
  s.restart(small_outbox);
  t::wire_client slow(s.port(), {.code = s.code, .receive_buffer_bytes = 2048});
  slow.send(t::hello("phone", R"(,"pass":")" + t::pass_of("slow") + '"'));
  auto desk = s.desk();
  for (int i = 0; i < 100; ++i) {
    const auto id = "configure-of-a-test-" + std::to_string(i);
    desk.send(t::op(id, configure(i)));
    desk.receive_with(R"("type":"ack")");
  }
  CHECK(slow.closed_with() == 4100);
}
