// The results of a session for everybody: the report in the formats of its public edition, the page
// at /r/{code} and its feed. Before they are published there is a page that says so, and no more.
#pragma once

#include "report/writers.hpp"
#include "session/session.hpp"
#include "socket/doors.hpp"
#include "socket/http.hpp"

#include <boost/asio/awaitable.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace viche::socket {

// What everybody may read, of a state on another thread. The file's name may depend on the state;
// none: it is not to be kept as a file.
struct public_work {
  std::string_view name; // among a session's
  std::string_view type;
  // Empty: this machine had no room to write it.
  std::function<std::string(const model::state&, report::report_facts)> write;
  std::function<std::string(const model::state&, const report::report_facts&)> file;
};

// Asked before anything is shown; what was written before something was taken back is given up.
boost::asio::awaitable<std::optional<session::shown_results>> shown_now(doors& d,
                                                                        session::session& s);

// Written once for all who ask, of a session that is published.
boost::asio::awaitable<answer> tell_all(doors& d, session::session& s, const request& r,
                                        public_work what, const session::shown_results& is);

// The public edition, as every format is asked for without a desk's pass. Refused with link_unknown
// until it is published, as anybody's wish for a facilitator's report is.
boost::asio::awaitable<answer> public_report(doors& d, session::session& s, const request& r,
                                             const report::format& as);

// `door` is what stands behind /r/{code}: nothing, or «/feed.atom».
boost::asio::awaitable<answer> results(doors& d, session::session& s, const request& r,
                                       std::string_view door);

// /r/{code} of no session.
answer unknown_results(const request& r);

// How a report comes as a file of this name, or as a page to be looked at.
void name_file(answer& a, std::string_view type, const std::string& file);

} // namespace viche::socket
