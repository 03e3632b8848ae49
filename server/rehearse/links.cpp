// JSON → secrets.
#include "rehearse/links.hpp"

#include "rehearse/replica.hpp"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>

namespace viche::rehearse {
namespace {

std::string secret_of(std::string_view link) {
  const auto hash = link.find('#');
  return hash == std::string_view::npos ? std::string() : std::string(link.substr(hash + 1));
}

} // namespace

described<session_links> read_links(std::string_view json) {
  boost::system::error_code wrong;
  const auto value = boost::json::parse({json.data(), json.size()}, wrong);
  if (wrong || !value.is_object()) {
    return described_fault{fault::input_malformed,
                           "no links: a JSON file of `viche serve --links-file` is wanted"};
  }
  const auto& o = value.get_object();
  session_links l{.code = std::string(text_in(&o, "code")),
                  .desk = secret_of(text_in(&o, "desk")),
                  .operator_ = secret_of(text_in(&o, "operator")),
                  .board = secret_of(text_in(&o, "board"))};
  if (l.code.empty() || l.desk.empty()) {
    return described_fault{fault::input_malformed,
                           "the code or the desk's link with its #secret is missing"};
  }
  return l;
}

} // namespace viche::rehearse
