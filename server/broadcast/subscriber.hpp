// Who receives frames: a connection, or a phone of the simulation. Owned by whoever made it; the
// hub holds a shared pointer from `enter` to `leave`.
#pragma once

#include "model/audience.hpp"

#include <memory>
#include <string>

namespace viche::broadcast {

// An encoded message, shared by everybody who gets it.
using frame = std::shared_ptr<const std::string>;

class subscriber {
public:
  virtual ~subscriber() = default;
  // Must not block and must not call back; a full outbox ends the connection by itself (slow).
  virtual void deliver(frame f) = 0;
  virtual void end(model::close_code why) = 0;
};

} // namespace viche::broadcast
