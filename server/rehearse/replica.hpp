// What one page holds: the records of its audience and its own, kept by the rules of
// docs/protocol.md ("Holding a copy"). Also watches that it is told nothing its audience may not
// know. Pure.
#pragma once

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace viche::rehearse {

struct record_id {
  std::string record;
  std::uint64_t id = 0;
  auto operator<=>(const record_id&) const = default;
};
using records = std::map<record_id, boost::json::value>;

// nullptr: not among them.
const boost::json::object* find_in(const records& in, std::string_view record, std::uint64_t id);

class replica {
public:
  enum class outcome : std::uint8_t {
    applied,
    ignored,  // held already
    gap,      // something is missing: come back
    malformed // not of the protocol's form; nothing of it was applied
  };

  outcome take_snapshot(const boost::json::object& message);
  outcome take_delta(const boost::json::object& message);
  outcome take_mine(const boost::json::object& mine);

  // Everything held belongs to a log that is no more.
  void forget();

  const std::string& epoch() const { return epoch_; } // empty: nothing is held
  std::uint64_t seq() const { return seq_; }
  const records& shared() const { return shared_; }
  const records& own() const { return own_; }

  // nullptr: not held.
  const boost::json::object* find(std::string_view record, std::uint64_t id = 0) const;
  const boost::json::object* find_own(std::string_view record, std::uint64_t id = 0) const;

private:
  std::string epoch_;
  std::uint64_t seq_ = 0;
  records shared_;
  records own_;
};

// Values of a record's fields; the default where there is none of that type.
std::string_view text_in(const boost::json::object* o, std::string_view field);
std::uint64_t number_in(const boost::json::object* o, std::string_view field);
bool is_null_in(const boost::json::object* o, std::string_view field); // true: absent, too

// How many ideas of a snapshot or delta tell a resident or the board more than they may know in
// this phase: a field that is the desk's, an exact time, or votes before the results.
std::size_t count_leaks(const boost::json::object& message, std::string_view phase);

} // namespace viche::rehearse
