// May this actor do this now? Role, closing, pause, phase, then the op's own check. Pure.
#pragma once

#include "model/audience.hpp"
#include "ops/list.hpp"

namespace viche::authorise {

// The pseudonym an op is done under.
model::actor actor_of(const model::identity& is, const ops::any_op& op);

// What the log alone can answer: it does not say which voter is which writer.
model::verdict authorise(const model::state& s, const model::actor& by, const ops::any_op& op);

// The same for somebody on a connection, whose two pseudonyms are both known here and nowhere
// later: a resident joins first, so that nobody votes whom the report does not count as a person.
model::verdict authorise(const model::state& s, const model::identity& is, const ops::any_op& op);

} // namespace viche::authorise
