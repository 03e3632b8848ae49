// The file with a session's links that `viche serve --links-file` writes, and the session it is of.
#pragma once

#include "fault.hpp"

#include <string>
#include <string_view>

namespace viche::rehearse {

struct session_links {
  std::string code;
  std::string desk; // secrets: what follows the # of a link
  std::string operator_; // empty: the desk types for people without phones
  std::string board; // empty: no projector takes part
};

// {"code":"482913","desk":"http://…/s/482913/desk#SECRET","operator":"…","board":"…"}; other
// members are passed over. input_malformed: not such a file.
described<session_links> read_links(std::string_view json);

} // namespace viche::rehearse
