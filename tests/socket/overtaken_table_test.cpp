// A table that is compared with the session while another desk decides.
#include "support/council_table.hpp"
#include "support/temp_dir.hpp"

#include <doctest/doctest.h>

#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <future>
#include <thread>

namespace t = viche::test;
namespace json = boost::json;

namespace {

// The real reader, which leaves the number of its process behind as the target of a link.
std::string noting_reader(const t::temp_dir& in) {
  const auto path = in / "reader";
  std::ofstream(path) << "#!/bin/sh\n/usr/bin/python3 \"$@\"\nexec ln -s $$ "
                      << (in / "ended").string() << '\n';
  std::filesystem::permissions(path, std::filesystem::perms::owner_all);
  return path.string();
}

void wait_for_end_of_reader(const t::temp_dir& in) {
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(60);
  const auto pause = [&] {
    REQUIRE(std::chrono::steady_clock::now() < until);
    std::this_thread::sleep_for(std::chrono::milliseconds(1)); // between two looks
  };
  while (!std::filesystem::is_symlink(in / "ended"))
    pause();
  const auto reader = std::stoi(std::filesystem::read_symlink(in / "ended").string());
  while (::kill(reader, 0) == 0) // until the server has taken note
    pause();
}

// The one thread that compares tables, kept from it.
class worker_kept_busy {
public:
  explicit worker_kept_busy(boost::asio::thread_pool& workers) {
    boost::asio::post(workers, [until = until_.get_future().share()] { until.wait(); });
  }
  ~worker_kept_busy() { goes_on(); }
  worker_kept_busy(const worker_kept_busy&) = delete;
  worker_kept_busy& operator=(const worker_kept_busy&) = delete;
  void goes_on() {
    if (is_kept_) until_.set_value();
    is_kept_ = false;
  }

private:
  std::promise<void> until_;
  bool is_kept_ = true;
};

} // namespace

TEST_CASE("what another desk decides while a table is compared is shown before it is overwritten") {
  const t::temp_dir folder;
  boost::asio::thread_pool* workers = nullptr;
  t::proposed in([&](auto& d) {
    workers = &d.workers;
    d.python = noting_reader(folder);
    d.can_cut_network = false;
  });
  const auto query = "?apply=yes" + t::table_as_of(in.s, t::filled_table());
  std::filesystem::remove(folder / "ended");
  worker_kept_busy comparing(*workers);
  auto applying =
      std::async(std::launch::async, [&] { return t::post_table(in.s, t::filled_table(), query); });
  wait_for_end_of_reader(folder); // from here on the session is another than it is compared with
  auto desk = in.s.desk();
  desk.send(t::op("another-desk-decides", R"("kind":"decide_proposals","lines":[{"idea":)" +
                                              in.ideas.front() +
                                              R"(,"decision":{"outcome":"declined","reason":"",)"
                                              R"("goal":"","responsible":"","deadline":""}}])"));
  desk.receive_with(R"("type":"ack")");
  comparing.goes_on();
  const auto a = applying.get();
  CHECK(a.status == 409);
  const auto said = json::parse(a.body).as_object();
  CHECK(said.at("applied") == false);
  CHECK(said.at("changes").at(0).at("before") == "declined");
  CHECK(t::news_of(in.s).find("не враховано — 1") != std::string::npos);
}
