// Who receives frames: a connection, or a phone of the simulation. Owned by whoever made it; the
// hub holds a shared pointer from `enter` to `leave`.
#pragma once

#include "model/audience.hpp"

#include <memory>
#include <string>
#include <vector>

namespace viche::broadcast {

// An encoded message, shared by everybody who gets it.
using frame = std::shared_ptr<const std::string>;

class subscriber {
public:
  virtual ~subscriber() = default;
  // Must not block and must not call back; a full outbox ends the connection by itself (slow).
  virtual void deliver(frame f) = 0;
  // What somebody who came gets first, once and together. All of it goes out, however large: who
  // would be ended for the size of a snapshot would come back to the same one for ever.
  virtual void welcome(std::vector<frame> first) {
    for (auto& f : first)
      deliver(std::move(f));
  }
  virtual void end(model::close_code why) = 0;
};

} // namespace viche::broadcast
