// What each path of the server answers (docs/protocol.md, "Getting in"), and who may be upgraded.
#pragma once

#include "socket/admission.hpp"
#include "socket/http.hpp"

#include <boost/asio/awaitable.hpp>

#include <cstddef>
#include <memory>
#include <string_view>
#include <variant>

namespace viche::socket {

// Everything but an upgrade.
boost::asio::awaitable<answer> route(const std::shared_ptr<doors>& d, const request& r);

// How large a body this request may bring; it is asked when only the head has come. A facilitator's
// table is larger than anything else, and than what a stranger may make us hold.
boost::asio::awaitable<std::size_t> body_bytes_max(const std::shared_ptr<doors>& d,
                                                   const request& head);
// Whether to ask at all: the largest body of any other request is http_body_bytes_max.
bool may_bring_table(std::string_view method, std::string_view path);

// GET /api/sessions/{code}/live: a place, or why not.
bool asks_for_live(const request& r);
boost::asio::awaitable<std::variant<answer, admission>> admit(const std::shared_ptr<doors>& d,
                                                              const request& r);

} // namespace viche::socket
