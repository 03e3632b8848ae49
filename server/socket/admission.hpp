// A place among the connections of the server, and what the upgrade brought along to prove who
// is there. Places of staff are kept apart: a full hall never locks out its desk.
#pragma once

#include "session/session.hpp"
#include "socket/doors.hpp"

#include <memory>
#include <string>

namespace viche::socket {

// One of the places; given back by its end.
class place {
public:
  explicit place(std::shared_ptr<doors> d) : doors_(std::move(d)) { ++doors_->connections; }
  place(const place&) = delete;
  place& operator=(const place&) = delete;
  ~place() { --doors_->connections; }

private:
  std::shared_ptr<doors> doors_;
};

// Values of the cookies of this session, empty where there was none.
struct proofs {
  std::string pass;
  std::string facilitator;
  std::string operator_;
  std::string board;
};

struct admission {
  std::shared_ptr<session::session> to;
  proofs with;
  std::unique_ptr<place> at;
  bool is_kept_place = false; // one of those kept for staff
};

} // namespace viche::socket
