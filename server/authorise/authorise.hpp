// May this actor do this now? Role, closing, pause, phase, then the op's own check. Pure.
#pragma once

#include "model/audience.hpp"
#include "ops/list.hpp"

#include <optional>
#include <string_view>

namespace viche::authorise {

// The pseudonym an op is done under. nullopt: a vote of a resident who holds no card where one is
// needed, or whose voter is not known any more, because the session is closed; under their writer
// it would join the two, and a vote that came before would not be found.
std::optional<model::actor> actor_of(const model::state& s, const model::identity& is,
                                     const ops::any_op& op);

// Where an op of this id stands in the log already: under the pseudonym it would be done under now,
// or one that this device voted as before its card was freed. 0: nowhere.
model::seq_t place_of_first(const model::state& s, const model::identity& is, const ops::any_op& op,
                            std::string_view op_id);

// What the log alone can answer: it does not say which voter is which writer.
model::verdict authorise(const model::state& s, const model::actor& by, const ops::any_op& op);

// The same for somebody on a connection, whose two pseudonyms are both known here and nowhere
// later: a resident joins first, so that nobody votes whom the report does not count as a person.
model::verdict authorise(const model::state& s, const model::identity& is, const ops::any_op& op);

// Whether a log may go on with this entry: once the session is over only with what the council
// does, and with the rest of an import that has just begun. Who and what else was asked when it was
// made; a log may be of a time when less was refused, never of one when the close ended nothing.
bool may_follow(const model::state& s, const ops::any_op& op);

// Whether an entry of this kind may stand behind the close, as far as its kind tells.
bool is_of_council(std::string_view kind);

} // namespace viche::authorise
