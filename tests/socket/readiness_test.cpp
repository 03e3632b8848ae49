// What the readiness check tells of the laptop: power, disk, addresses, copies.
#include "limits.hpp"
#include "socket/lent_addresses.hpp"
#include "socket/readiness.hpp"
#include "support/live_server.hpp"
#include "support/temp_dir.hpp"

#include <boost/json/parse.hpp>
#include <doctest/doctest.h>

#include <arpa/inet.h>
#include <linux/if_addr.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>

#include <chrono>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <utility>

namespace fs = std::filesystem;
namespace s = viche::socket;
namespace t = viche::test;

namespace {

using facts = std::initializer_list<std::pair<const char*, const char*>>;

void add_supply(const fs::path& root, const char* name, facts about) {
  fs::create_directories(root / name);
  for (const auto& [file, text] : about)
    std::ofstream(root / name / file) << text << '\n';
}

// One RTM_NEWADDR of the kernel, as rtnetlink(7) says.
std::string address_message(const char* address, std::uint32_t flags) {
  in_addr bytes{};
  REQUIRE(inet_pton(AF_INET, address, &bytes) == 1);
  std::string body(sizeof(ifaddrmsg), '\0');
  const ifaddrmsg about{
      .ifa_family = AF_INET, .ifa_prefixlen = 24, .ifa_flags = 0, .ifa_scope = 0, .ifa_index = 2};
  std::memcpy(body.data(), &about, sizeof about);
  const auto attribute = [&](unsigned short type, const void* value, std::size_t length) {
    const rtattr head{static_cast<unsigned short>(sizeof(rtattr) + length), type};
    body.append(reinterpret_cast<const char*>(&head), sizeof head);
    body.append(static_cast<const char*>(value), length);
  };
  attribute(IFA_LOCAL, &bytes, sizeof bytes);
  attribute(IFA_FLAGS, &flags, sizeof flags);
  nlmsghdr head{};
  head.nlmsg_len = static_cast<std::uint32_t>(sizeof head + body.size());
  head.nlmsg_type = RTM_NEWADDR;
  return std::string(reinterpret_cast<const char*>(&head), sizeof head) + body;
}

t::http_reply ask_readiness(const t::live_server& server, const std::string& secret,
                            const std::string& method = "GET",
                            const std::string& door = "readiness") {
  return t::http(server.port(), {.method = method,
                                 .target = "/api/sessions/" + server.code + "/" + door,
                                 .headers = {{"Authorization", "Bearer " + secret}}});
}

} // namespace

TEST_CASE("a laptop on its battery says how much is left, and for how long") {
  const t::temp_dir root;
  add_supply(root.path(), "AC", {{"type", "Mains"}, {"online", "0"}});
  add_supply(root.path(), "BAT0",
             {{"type", "Battery"},
              {"status", "Discharging"},
              {"capacity", "54"},
              {"energy_now", "20000000"},
              {"power_now", "15000000"}});
  const auto p = s::read_power(root.path());
  CHECK(p.is_on_mains == false);
  CHECK(p.battery_percent == 54);
  CHECK(p.minutes_left == 80);
}

TEST_CASE("a charger counts whichever of the ports it is in, and a mouse's battery does not") {
  const t::temp_dir root;
  add_supply(root.path(), "ucsi-1", {{"type", "USB"}, {"online", "0"}});
  add_supply(root.path(), "ucsi-2", {{"type", "USB"}, {"online", "1"}});
  add_supply(root.path(), "BAT0",
             {{"type", "Battery"}, {"status", "Not charging"}, {"capacity", "80"}});
  add_supply(root.path(), "mouse", {{"type", "Battery"}, {"scope", "Device"}, {"capacity", "3"}});
  const auto p = s::read_power(root.path());
  CHECK(p.is_on_mains == true);
  CHECK(p.battery_percent == 80);
  CHECK_FALSE(p.minutes_left);
}

TEST_CASE("a desktop, and a system that shows no power, say nothing of it") {
  const t::temp_dir root;
  for (const auto& at : {root.path(), root / "absent"}) {
    const auto p = s::read_power(at);
    CHECK_FALSE(p.is_on_mains);
    CHECK_FALSE(p.battery_percent);
  }
}

TEST_CASE("the disk's probe tells room and time, and leaves nothing behind") {
  const t::temp_dir folder;
  const auto d = s::probe_disk(folder / "hall.viche");
  CHECK(d.is_writable);
  CHECK(d.free_bytes.value_or(0) > 0);
  CHECK(d.sync_ms >= 0);
  CHECK(fs::is_empty(folder.path()));
}

TEST_CASE("a folder that is not there is a disk that refuses") {
  const t::temp_dir folder;
  CHECK_FALSE(s::probe_disk(folder / "absent/hall.viche").is_writable);
}

TEST_CASE("the newest copy of this file counts, and whether it is on another disk") {
  const t::temp_dir folder;
  CHECK_FALSE(s::look_at_copies(folder.path(), folder / "hall.viche").newest_at_ms);
  for (const auto* name : {"hall-20251122-0803.viche", "other-20251122-0803.viche", "hall.txt"})
    std::ofstream(folder / name) << name;
  const auto c = s::look_at_copies(folder.path(), folder / "hall.viche");
  CHECK(c.newest_at_ms.value_or(0) > 0);
  CHECK(c.is_same_disk == true);
}

TEST_CASE("an address without an end is no lent one") {
  const auto answer =
      address_message("192.168.1.10", 0) + address_message("10.42.0.1", IFA_F_PERMANENT);
  std::set<std::string> lent;
  CHECK(s::read_lent(answer, lent) == s::lent_answer::more);
  CHECK(lent == std::set<std::string>{"192.168.1.10"});
}

TEST_CASE("an answer of the kernel that is cut short is read as far as it goes") {
  const auto answer = address_message("192.168.1.10", 0);
  for (std::size_t length = 0; length < answer.size(); ++length) {
    std::set<std::string> lent;
    CHECK(s::read_lent({answer.data(), length}, lent) == s::lent_answer::more);
    CHECK(lent.empty());
  }
}

TEST_CASE("a kernel that refuses to answer has not said that nothing is lent") {
  const auto of_type = [](std::uint16_t type) {
    nlmsghdr head{};
    head.nlmsg_len = sizeof head;
    head.nlmsg_type = type;
    std::string message(sizeof head, '\0');
    std::memcpy(message.data(), &head, sizeof head);
    return message;
  };
  std::set<std::string> lent;
  CHECK(s::read_lent(of_type(NLMSG_ERROR), lent) == s::lent_answer::refused);
  CHECK(s::read_lent(of_type(NLMSG_DONE), lent) == s::lent_answer::last);
}

TEST_CASE("this machine's own address is lent by nobody, and nobody is asked unasked") {
  CHECK_FALSE(s::reachable("127.0.0.1", 80).front().is_lent);
  const auto at = s::reachable("127.0.0.1", 80, s::lent_addresses());
  REQUIRE(at.size() == 1);
  CHECK(at.front().is_loopback);
  CHECK(at.front().is_lent != true);
}

TEST_CASE("a facilitator is told, and nobody else") {
  const t::temp_dir power;
  const t::temp_dir disk;
  const t::live_server server([&](s::doors& d) {
    d.power = power.path();
    d.data_file = disk / "hall.viche";
  });
  const auto told = ask_readiness(server, server.facilitator);
  REQUIRE(told.status == 200);
  const auto is = boost::json::parse(told.body);
  CHECK(is.at("now").as_int64() > 1'700'000'000'000);
  CHECK(is.at("disk").at("is_writable").as_bool());
  CHECK(is.at("copies").is_null());
  CHECK(is.at("power").at("is_on_mains").is_null());
  CHECK(is.at("addresses").as_array().size() == 1);
  CHECK(ask_readiness(server, server.board).status == 403);
  CHECK(ask_readiness(server, "").status == 403);
  CHECK(ask_readiness(server, server.facilitator, "POST").status == 405);
}

TEST_CASE("the boards that are open are counted, each session's for itself") {
  const t::live_server server;
  const auto boards = [&] {
    return boost::json::parse(ask_readiness(server, server.facilitator).body)
        .at("boards")
        .as_int64();
  };
  const auto open_board = [&] {
    t::wire_client board(server.port(), {.code = server.code});
    board.send(t::hello("board", R"(,"secret":")" + server.board + '"'));
    board.receive_with(R"("type":"welcome")");
    return board;
  };
  CHECK(boards() == 0);
  {
    const auto phone = server.phone(t::pass_of("marta"));
    const auto one = open_board();
    const auto other = open_board();
    CHECK(boards() == 2);
  }
  for (int tries = 0; boards() > 0 && tries < 100; ++tries)
    std::this_thread::sleep_for(std::chrono::milliseconds(20)); // until their end is heard of
  CHECK(boards() == 0);
}

TEST_CASE("a disk that does not answer within disk_probe_ms keeps nobody waiting") {
  CHECK(s::bounds{}.disk_probe_ms == viche::limits::disk_probe_ms);
  const t::temp_dir disk;
  const t::live_server server([&](s::doors& d) {
    d.data_file = disk / "hall.viche";
    d.bounds.disk_probe_ms = 0; // as if any disk hung
  });
  const auto told = ask_readiness(server, server.facilitator);
  CHECK(told.status == 200);
  CHECK(boost::json::parse(told.body).at("disk").is_null());
}
