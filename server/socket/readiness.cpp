// Facts as JSON.
#include "socket/readiness.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <sys/timex.h>

namespace viche::socket {
namespace {

namespace json = boost::json;

template <class T>
json::value or_null(const std::optional<T>& v) {
  return v ? json::value(*v) : json::value(nullptr);
}

json::array addresses_json(const std::vector<reachable_address>& addresses) {
  json::array list;
  for (const auto& a : addresses) {
    list.push_back(json::object{{"url", a.url},
                                {"is_loopback", a.is_loopback},
                                {"is_virtual", a.is_virtual},
                                {"is_lent", or_null(a.is_lent)}});
  }
  return list;
}

// null: the disk has not answered in time.
json::value disk_json(const std::optional<disk_facts>& d) {
  if (!d) return nullptr;
  return json::object{{"free_bytes", or_null(d->free_bytes)},
                      {"is_writable", d->is_writable},
                      {"sync_ms", d->sync_ms}};
}

} // namespace

std::string readiness_json(const readiness& r) {
  json::object o;
  o["now"] = r.now_ms;
  o["is_clock_kept"] = or_null(r.is_clock_kept);
  o["addresses"] = addresses_json(r.addresses);
  o["disk"] = disk_json(r.disk);
  o["copies"] = r.keeps_copies
                    ? json::value(json::object{{"newest_at", or_null(r.copies.newest_at_ms)},
                                               {"is_same_disk", or_null(r.copies.is_same_disk)}})
                    : json::value(nullptr);
  o["power"] = json::object{{"is_on_mains", or_null(r.power.is_on_mains)},
                            {"battery_percent", or_null(r.power.battery_percent)},
                            {"minutes_left", or_null(r.power.minutes_left)}};
  o["boards"] = r.boards;
  return json::serialize(o);
}

std::optional<bool> is_clock_kept() {
  timex asked{}; // no modes: only a question, which anybody may ask
  const int state = ::adjtimex(&asked);
  if (state < 0) return std::nullopt;
  return (asked.status & STA_UNSYNC) == 0;
}

} // namespace viche::socket
