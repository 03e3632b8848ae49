// A whole server for a test: a data file in a folder of its own, an ephemeral port of 127.0.0.1, a
// thread that serves; ended with the object.
#pragma once

#include "socket/doors.hpp"
#include "support/temp_dir.hpp"
#include "support/wire_client.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace viche::test {

// A session with three areas (roads, school, health), two votes for each and two tables.
inline constexpr std::string_view small_settings =
    R"({"title":"Проба","community":"Громада",)"
    R"("question":"","areas":[)"
    R"({"slug":"roads","name":"Дороги","full_name":"Дороги","english":"Roads"},)"
    R"({"slug":"school","name":"Школа","full_name":"Школа","english":"School"},)"
    R"({"slug":"health","name":"Лікарня","full_name":"Лікарня","english":"Health"}],)"
    R"("votes_per_person":2,"languages":["uk"],"level":1,"tables":2,"settlements":[]})";

class live_server {
public:
  // `tune` may make bounds small before the doors open.
  explicit live_server(const std::function<void(socket::doors&)>& tune = {});
  ~live_server();

  std::uint16_t port() const;
  const std::string& host_key() const;
  std::filesystem::path control() const; // its control socket

  // Codes and secrets of the session that was made at the start.
  std::string code;
  std::string facilitator;
  std::string operator_;
  std::string board;

  // A connection that has said hello and was answered (its snapshot is still to come).
  wire_client phone(std::string_view pass) const;
  // The same, and has joined at no table.
  wire_client person(std::string_view pass) const;
  wire_client desk() const;
  // From lobby to this phase; waits until it is durable.
  void open_phase(std::string_view phase) const;

  // Ends the server as SIGTERM would; pages are told 1001.
  void stop();
  // Stops and starts again on the same file.
  void restart(const std::function<void(socket::doors&)>& tune = {});

private:
  void start(const std::function<void(socket::doors&)>& tune);

  std::unique_ptr<temp_dir> folder_;
  struct parts;
  std::unique_ptr<parts> parts_;
};

// Twenty-two characters, as every pass has.
std::string pass_of(std::string_view name);
std::string hello(std::string_view page, std::string_view more = {});
std::string op(std::string_view id, std::string_view fields);

} // namespace viche::test
