// Setting up: a new session for whoever holds the host key, and where the server can be reached.
#pragma once

#include "socket/doors.hpp"
#include "socket/http.hpp"

#include <boost/asio/awaitable.hpp>

#include <string>

namespace viche::socket {

boost::asio::awaitable<answer> set_up_session(doors& d, const request& r);

// A new session with the settings of this JSON, for HTTP and the control socket alike.
boost::asio::awaitable<answer> make_session(doors& d, std::string settings_json);

// One more link of staff: {"secret"}. Only for the control socket: whoever may open that holds the
// data file.
struct link_order {
  std::string session; // its code
  model::role as = model::role::facilitator;
  std::string called;
};
boost::asio::awaitable<answer> make_link(doors& d, link_order order);

// {"addresses":["http://192.168.1.10:8080"]}
answer address_list(const doors& d);

} // namespace viche::socket
