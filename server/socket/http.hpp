// HTTP as the rest of the server sees it: a request as plain values, an answer to it. The parser
// and the socket are behind serve_http, in the one file that knows them.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace viche::socket {

struct doors;

struct request {
  std::string method; // GET, HEAD, POST …
  std::string path;   // of the target, without the query; not decoded
  std::string query;  // after the ?, not decoded
  std::vector<std::pair<std::string, std::string>> headers; // names in lower case
  std::string body;
  bool is_from_loopback = false;

  // Empty if the header is absent; the first, if it was sent twice.
  std::string_view header(std::string_view lower_case_name) const;
};

// The body is `text`; or `shared`, of one writing for many readers, where there is one; or `fixed`
// (embedded, lives for ever) where that is not empty. Header values are ours alone: nothing that a
// resident typed or a request brought goes into one.
struct answer {
  unsigned status = 200;
  std::string_view type; // static
  std::string text;
  std::shared_ptr<const std::string> shared;
  std::string_view fixed;

  std::string_view body() const;
  std::vector<std::pair<std::string_view, std::string>> headers;
};

// Reads requests from `peer` and answers them until it closes, breaks a bound or misses a
// deadline. An admitted upgrade becomes a connection and lives on in here.
boost::asio::awaitable<void> serve_http(boost::asio::ip::tcp::socket peer,
                                        std::shared_ptr<doors> d);

} // namespace viche::socket
