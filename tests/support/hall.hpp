// A hall in memory: a real session over a real data file, phones without sockets, a clock moved by
// hand. Everything runs on the test's thread but the store's writer.
#pragma once

#include "session/session.hpp"
#include "session/suggestions.hpp"
#include "store/op_log.hpp"
#include "support/temp_dir.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <cstdint>
#include <exception>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace viche::test {

// What a page holds: the frames' records, by the rules of docs/protocol.md.
class replica {
public:
  // Takes one message; counts what a page would have to repair.
  void take(const std::string& message);

  std::map<std::string, std::string> records; // "idea/12" → the record's value as JSON text
  std::map<std::string, std::string> mine;
  std::string epoch;
  model::seq_t seq = 0;
  std::uint64_t voted = 0;
  int gaps = 0; // deltas that did not fit what was held

private:
  void take_mine(const std::string& mine_text);
};

// A person's page. Its link can break: frames on their way are lost, ops are sent again.
class phone : public broadcast::subscriber, public std::enable_shared_from_this<phone> {
public:
  phone(std::string named, model::identity who) : name(std::move(named)), is(who) {}

  void deliver(broadcast::frame f) override;
  void end(model::close_code why) override;

  std::string name;
  model::identity is;
  replica held;
  std::vector<std::string> stream; // every message as it came, if keeps_stream
  bool keeps_stream = false;
  bool is_linked = false;
  bool loses_frames = false; // the link is dead, but nobody has noticed yet
  std::map<std::string, ops::any_op> outbox;        // not answered yet, by op id
  std::map<std::string, model::seq_t> acknowledged; // op id → seq
  std::map<std::string, std::string> refused;       // op id → refusal
};

class hall {
public:
  struct options {
    std::uint32_t votes_per_person = 3;
    bool is_durable = false; // the process survives: what SQLite wrote is there
    std::function<bool(store::disk_moment)> refuses{}; // the disk, on the writer's thread
  };

  hall() : hall(options{}) {}
  explicit hall(options o);
  ~hall();
  hall(const hall&) = delete;
  hall& operator=(const hall&) = delete;

  std::shared_ptr<phone> resident(const std::string& name); // who has joined, at no table
  std::shared_ptr<phone> stranger(const std::string& name); // who has not
  std::shared_ptr<phone> facilitator();
  std::shared_ptr<phone> board();

  // Comes in (again) with what it holds, and sends its outbox.
  void link(phone& p);
  void unlink(phone& p);

  // Puts the op in the outbox and sends it if linked; returns its op id.
  std::string send(phone& p, ops::any_op op);
  std::string send(phone& p, ops::any_op op, std::string op_id);

  // Runs until nothing waits and nothing is being written.
  void settle();
  // send and settle; nullopt: acknowledged, else the refusal's name.
  std::optional<std::string> now(phone& p, ops::any_op op);

  void pass_ms(model::time_ms_t ms);

  // The server ends and starts again on the same file; links break.
  void restart();

  viche::session::moment moment();
  viche::session::session& session() { return *session_; }
  // The file as an auditor would open it.
  std::filesystem::path file() const { return dir_.path() / "hall.viche"; }

  // Runs one awaitable to its end.
  template <class T>
  T run(boost::asio::awaitable<T> what);

  model::time_ms_t clock_ms = 1'763'791'200'000; // 2025-11-22 06:00 UTC

private:
  std::unique_ptr<store::op_log> open_log();
  void open();
  void close();
  std::shared_ptr<phone> person(const std::string& name, model::identity is);

  temp_dir dir_;
  options options_;
  boost::asio::io_context io_;
  std::unique_ptr<store::op_log> log_;
  viche::session::suggestions similar_;
  std::shared_ptr<viche::session::session> session_;
  std::vector<std::shared_ptr<phone>> phones_;
  std::uint64_t next_op_ = 0;
  int boots_ = 0;
};

template <class T>
T hall::run(boost::asio::awaitable<T> what) {
  std::optional<T> out;
  std::exception_ptr thrown;
  boost::asio::co_spawn(io_, std::move(what), [&](std::exception_ptr e, T value) {
    thrown = e;
    out.emplace(std::move(value));
  });
  while (!out) {
    io_.restart();
    io_.run_one();
  }
  if (thrown) std::rethrow_exception(thrown);
  return std::move(*out);
}

// An idea of the hall's first area, from a phone at no table.
ops::any_op idea(const std::string& text);

// The settings of the hall's session: three areas, eight tables.
model::settings hall_settings(std::uint32_t votes_per_person);

} // namespace viche::test
