// What each path of the server answers (docs/protocol.md, "Getting in"), and who may be upgraded.
#pragma once

#include "socket/admission.hpp"
#include "socket/http.hpp"

#include <boost/asio/awaitable.hpp>

#include <memory>
#include <variant>

namespace viche::socket {

// Everything but an upgrade.
boost::asio::awaitable<answer> route(const std::shared_ptr<doors>& d, const request& r);

// GET /api/sessions/{code}/live: a place, or why not.
bool asks_for_live(const request& r);
boost::asio::awaitable<std::variant<answer, admission>> admit(const std::shared_ptr<doors>& d,
                                                              const request& r);

} // namespace viche::socket
