// Questions and steps that the ops on ideas share: finding one that can be worked on, its areas,
// and which records a change of it touches.
#pragma once

#include "ops/op.hpp"

#include <vector>

namespace viche::ops {

// Refusal unless the idea exists, is neither withdrawn nor hidden nor part of another.
model::verdict check_published(const model::state& s, model::seq_t id);

// Refusal unless the idea exists and its author did not take it back.
model::verdict check_present(const model::state& s, model::seq_t id);

// Refusal unless `by` wrote the idea and no facilitator has worked on it since.
model::verdict check_own_unmoderated(const model::state& s, model::seq_t id,
                                     const model::actor& by);

// Refusal once the hall was shown a place: what stands may not change under it.
model::verdict check_places_unseen(const model::state& s);

// The same for an idea that would appear or go: only one without votes and hands stands nowhere in
// what was shown.
model::verdict check_shown_stands(const model::state& s, model::seq_t id);

// Refusal if this resident, or the session, holds as many ideas as it may; late ones count.
model::verdict check_room(const model::state& s, const model::actor& by);

model::verdict check_areas(const model::state& s, const std::vector<model::slug>& areas);

// Refusal if hands were counted for the idea: it stays what it was when they were raised.
model::verdict check_no_hands(const model::state& s, model::seq_t id);

// Refusal unless `by` may take away what two confirmed: another must have asked for it. What nobody
// has confirmed goes at once.
model::verdict check_second_to_withdraw(const std::optional<model::id128>& confirmed_by,
                                        const std::optional<model::id128>& asked_by,
                                        const model::actor& by);

// Refusal unless these are 1–50 ideas, each once.
model::verdict check_together(const std::vector<model::seq_t>& ideas);

// The idea of an id that check found. Asserts that it is there.
model::idea& idea_at(model::state& s, model::seq_t id);

// Every idea: their places may have changed.
void touch_ranking(const model::state& s, model::touched& t);

// It and whatever it was merged into, as that shows its votes and supporters too.
void touch_upwards(const model::state& s, const model::idea& i, model::touched& t);

// Its group's records, the totals, the authors and whoever stands on them or supports them; with
// results open, the ranking too.
void touch_idea(const model::state& s, const model::idea& i, model::touched& t);

} // namespace viche::ops
