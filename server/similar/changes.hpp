// What an index must learn: state and touched records → ideas to put or drop. Only what residents
// see is ever put. Pure.
#pragma once

#include "model/state.hpp"
#include "model/touched.hpp"

#include <map>
#include <optional>
#include <string>

namespace viche::similar {

// By idea: its text as everybody may see it; nullopt: it is not to be found any more. The later
// word on an idea counts, so a map of them stays as small as the session.
using changes = std::map<model::seq_t, std::optional<std::string>>;

// `s` is durable, and `t` is what changed since it was last asked for.
changes changes_of(const model::state& s, const model::touched& t);

// Every idea: for an index that knows nothing yet, or what is no longer true.
changes all_of(const model::state& s);

} // namespace viche::similar
