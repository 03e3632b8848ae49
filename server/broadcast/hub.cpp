// Frames: made once per audience, kept for those who come back, delivered to all.
#include "broadcast/hub.hpp"

#include "broadcast/encode.hpp"

#include <cassert>
#include <set>

namespace viche::broadcast {
namespace {

constexpr std::array audiences{model::audience::resident, model::audience::operator_,
                               model::audience::board, model::audience::desk};

constexpr std::size_t index(model::audience a) {
  return static_cast<std::size_t>(a);
}

frame shared(std::string bytes) {
  return std::make_shared<const std::string>(std::move(bytes));
}

std::string record_name(const model::record_key& key) {
  return std::string(model::wire_name(key.kind));
}

// Whoever still needs a card has no votes yet: their record is not there.
void put_votes(changes& c, const model::state& s, const model::identity& is) {
  if (const auto voter = model::voter_of(s, is)) {
    c.puts.push_back(put_json("votes", 0, votes_json(s, *voter)));
  } else if (is.voter) {
    c.drops.push_back(drop_json("votes", 0));
  }
}

// Everything of one person, for somebody who just came.
std::string whole_mine(const model::state& s, const model::identity& is) {
  changes c;
  c.puts.push_back(put_json("me", 0, me_json(s, is)));
  if (is.as == model::role::resident) {
    const model::actor author{is.as, is.writer};
    for (const auto& [id, i] : s.ideas) {
      if (i.author == author) c.puts.push_back(put_json("own_idea", id, own_idea_json(i)));
    }
    c.puts.push_back(put_json("supports", 0, supports_json(s, is.writer)));
    for (const auto& [id, l] : s.late_ideas) {
      if (l.author == author) c.puts.push_back(put_json("own_late", id, own_late_json(s, l)));
    }
    put_votes(c, s, is);
  }
  if (const auto own = s.undo_steps.find(is.writer); own != s.undo_steps.end()) {
    for (const auto& step : own->second)
      c.puts.push_back(put_json("undo", step.entry, undo_json(step)));
  }
  return mine_json(c, true);
}

bool is_configured(const model::touched& t) {
  return t.records.contains({model::record::session});
}

// Late ideas of theirs that changed; one that became an idea says what that idea says.
void put_changed_late(changes& c, const model::state& s, const model::actor& author,
                      const model::touched& t) {
  for (const auto& [id, l] : s.late_ideas) {
    const bool is_changed = t.records.contains({model::record::late_idea, id}) ||
                            t.records.contains({model::record::idea, l.idea});
    if (is_changed && l.author == author) {
      c.puts.push_back(put_json("own_late", id, own_late_json(s, l)));
    }
  }
}

// Steps of this link that can be taken back now, or not any more.
void put_changed_steps(changes& c, const model::state& s, const model::id128& link,
                       const model::touched& t) {
  for (const auto entry : t.undo_steps) {
    if (const auto* step = model::find_step(s, link, entry)) {
      c.puts.push_back(put_json("undo", entry, undo_json(*step)));
    } else {
      c.drops.push_back(drop_json("undo", entry));
    }
  }
}

// What of one person's own things these touched records changed; empty: nothing.
std::string changed_mine(const model::state& s, const model::identity& is,
                         const model::touched& t) {
  changes c;
  if (is.as == model::role::facilitator && t.links.contains(is.writer)) {
    put_changed_steps(c, s, is.writer, t);
  }
  if (is.as != model::role::resident) return c.is_empty() ? std::string() : mine_json(c, false);
  if (t.writers.contains(is.writer)) {
    c.puts.push_back(put_json("me", 0, me_json(s, is)));
    const model::actor author{is.as, is.writer};
    for (const auto& key : t.records) {
      const auto* i = key.kind == model::record::idea ? model::find_idea(s, key.id) : nullptr;
      if (i != nullptr && i->author == author) {
        c.puts.push_back(put_json("own_idea", key.id, own_idea_json(*i)));
      }
    }
    put_changed_late(c, s, author, t);
    c.puts.push_back(put_json("supports", 0, supports_json(s, is.writer)));
  }
  const bool has_other_card = is.voter && t.devices.contains(*is.voter);
  if (has_other_card && !t.writers.contains(is.writer)) {
    c.puts.push_back(put_json("me", 0, me_json(s, is)));
  }
  // Votes left follow the settings too.
  const auto voter = model::voter_of(s, is);
  if (has_other_card || is_configured(t) || (voter && t.voters.contains(*voter))) {
    put_votes(c, s, is);
  }
  return c.is_empty() ? std::string() : mine_json(c, false);
}

} // namespace

hub::hub(std::string epoch, std::string boot, const model::state& s)
    : epoch_(std::move(epoch)), boot_(std::move(boot)) {
  const auto p = places_of(s);
  for (const auto in : audiences) {
    auto& c = channels_[index(in)];
    for (const auto& key : all_keys(s)) {
      if (auto value = view(s, key, in, p)) c.told.emplace(key, std::move(*value));
    }
    c.seq = s.seq;
  }
  turnout_.told = turnout_message(model::voters_of(s));
  presence_.told = presence_message({});
}

void hub::enter(std::shared_ptr<subscriber> who, const model::identity& is,
                const std::optional<model::held>& held, const model::state& s,
                model::time_ms_t now) {
  leave(who); // whoever says again who they are is still one page
  if (is.as == model::role::resident) ++pages_of_[is.writer];
  const auto* key = who.get();
  const auto& p =
      people_.emplace(key, listener{std::move(who), is, model::audience_of(is.as)}).first->second;
  std::vector<frame> first{shared(welcome_message({epoch_, boot_, now, is.as, s.seq}))};
  // Somebody who holds more than there is holds another log's end.
  const bool is_resumed = held && held->seq <= s.seq && resume(p.in, *held, first);
  if (!is_resumed) first.push_back(snapshot_of(s, p.in));
  first.push_back(shared(mine_message(s.seq, whole_mine(s, is))));
  first.push_back(shared(turnout_.told));
  if (p.in == model::audience::desk) first.push_back(shared(presence_.told));
  if (head_) first.push_back(head_);
  p.who->welcome(std::move(first));
}

void hub::leave(const std::shared_ptr<subscriber>& who) {
  const auto found = people_.find(who.get());
  if (found == people_.end()) return;
  const auto pages = pages_of_.find(found->second.is.writer);
  if (pages != pages_of_.end() && --pages->second == 0) pages_of_.erase(pages);
  people_.erase(found);
}

// True: what was missed is in `first`, or nothing was. One delta, made of what the records are
// now: what was hidden or redacted since must not be said again.
bool hub::resume(model::audience in, const model::held& held, std::vector<frame>& first) const {
  const auto& c = channels_[index(in)];
  if (held.epoch != epoch_ || held.seq == 0) return false;
  if (held.seq >= c.seq) return true;
  if (c.kept.empty() || c.kept.front().after > held.seq) return false;
  std::set<model::record_key> missed;
  for (const auto& k : c.kept) {
    if (k.seq > held.seq) missed.insert(k.keys.begin(), k.keys.end());
  }
  changes now;
  for (const auto& key : missed) {
    if (const auto told = c.told.find(key); told != c.told.end()) {
      now.puts.push_back(put_json(record_name(key), key.id, told->second));
    } else {
      now.drops.push_back(drop_json(record_name(key), key.id));
    }
  }
  first.push_back(shared(delta_message(held.seq, c.seq, now)));
  return true;
}

const frame& hub::snapshot_of(const model::state& s, model::audience in) {
  auto& c = channels_[index(in)];
  if (!c.snapshot || c.snapshot_seq != c.seq) {
    std::vector<std::string> puts;
    puts.reserve(c.told.size());
    for (const auto& [key, value] : c.told) {
      puts.push_back(put_json(record_name(key), key.id, value));
    }
    c.snapshot = shared(snapshot_message(epoch_, c.seq, puts));
    c.snapshot_seq = c.seq;
  }
  assert(c.seq <= s.seq);
  return c.snapshot;
}

// Null: this audience sees no difference.
frame hub::difference(const model::state& s, const std::vector<model::record_key>& keys,
                      model::audience in, const places& p) {
  auto& c = channels_[index(in)];
  changes now;
  std::vector<model::record_key> changed;
  for (const auto& key : keys) {
    auto value = view(s, key, in, p);
    const auto told = c.told.find(key);
    if (!value && told == c.told.end()) continue;
    if (value && told != c.told.end() && told->second == *value) continue;
    changed.push_back(key);
    if (!value) {
      now.drops.push_back(drop_json(record_name(key), key.id));
      c.told.erase(told);
    } else {
      now.puts.push_back(put_json(record_name(key), key.id, *value));
      c.told.insert_or_assign(key, std::move(*value));
    }
  }
  if (now.is_empty()) return nullptr;
  assert(s.seq > c.seq);
  auto f = shared(delta_message(c.seq, s.seq, now));
  keep(c, {c.seq, s.seq, std::move(changed), f->size()});
  c.seq = s.seq;
  return f;
}

void hub::keep(channel& c, channel::kept_frame f) {
  c.kept_bytes += f.bytes;
  c.kept.push_back(std::move(f));
  while (c.kept.size() > limits::frames_kept_max || c.kept_bytes > limits::frames_kept_bytes_max) {
    c.kept_bytes -= c.kept.front().bytes;
    c.kept.pop_front();
  }
}

void hub::publish(const model::state& s, const model::touched& t) {
  const std::vector<model::record_key> keys(t.records.begin(), t.records.end());
  const auto p = places_of(s);
  std::array<frame, model::audience_count> frames;
  for (const auto in : audiences)
    frames[index(in)] = difference(s, keys, in, p);
  deliver(s, frames, t);
  if (!t.links_withdrawn.empty()) end_links(t.links_withdrawn);
}

void hub::publish_all(const model::state& s) {
  const auto there = all_keys(s);
  const auto p = places_of(s);
  std::array<frame, model::audience_count> frames;
  for (const auto in : audiences) {
    const auto& c = channels_[index(in)];
    if (s.seq <= c.seq) continue;
    std::set<model::record_key> keys(there.begin(), there.end());
    for (const auto& [key, value] : c.told)
      keys.insert(key); // what was told and is no more must be dropped
    frames[index(in)] = difference(s, {keys.begin(), keys.end()}, in, p);
  }
  for (const auto& [key, person] : people_) {
    if (const auto& f = frames[index(person.in)]) person.who->deliver(f);
    person.who->deliver(shared(mine_message(s.seq, whole_mine(s, person.is))));
  }
  end_links(links_gone(s));
}

// Of those who are here, the links that the state does not know any more.
std::set<model::id128> hub::links_gone(const model::state& s) const {
  std::set<model::id128> gone;
  for (const auto& [key, person] : people_) {
    const bool is_staff = person.is.as != model::role::resident;
    if (is_staff && model::role_of_link(s, person.is.writer) != person.is.as) {
      gone.insert(person.is.writer);
    }
  }
  return gone;
}

void hub::deliver(const model::state& s, const std::array<frame, model::audience_count>& frames,
                  const model::touched& t) {
  const bool is_personal = !t.writers.empty() || !t.voters.empty() || !t.links.empty() ||
                           !t.devices.empty() || is_configured(t);
  for (const auto& [key, person] : people_) {
    const auto& f = frames[index(person.in)];
    const auto mine = is_personal ? changed_mine(s, person.is, t) : std::string();
    if (mine.empty()) {
      if (f) person.who->deliver(f);
    } else {
      person.who->deliver(shared(f ? with_mine(*f, mine) : mine_message(s.seq, mine)));
    }
  }
}

void hub::end_links(const std::set<model::id128>& withdrawn) {
  std::vector<std::shared_ptr<subscriber>> theirs;
  for (const auto& [key, person] : people_) {
    if (withdrawn.contains(person.is.writer)) theirs.push_back(person.who);
  }
  for (const auto& who : theirs) {
    leave(who);
    who->end(model::close_code::link_withdrawn);
  }
}

std::string hub::presence_now(const model::state& s) const {
  presence_facts now;
  now.connected = pages_of_.size();
  now.wrong_cards = wrong_cards_;
  now.is_erasing = is_erasing_;
  for (const auto& [writer, p] : s.people) {
    if (!pages_of_.contains(writer)) ++now.away[p.table];
  }
  return presence_message(now);
}

std::optional<model::time_ms_t> hub::tell_counts(const model::state& s, model::time_ms_t now) {
  std::optional<model::time_ms_t> next;
  const auto tell = [&](count& c, std::string message, auto&& is_for) {
    if (c.told == message) return;
    // A clock that was set back must not silence the counts.
    if (const auto due = c.told_at + limits::turnout_period_ms; now >= c.told_at && now < due) {
      next = next ? std::min(*next, due) : due;
      return;
    }
    c = {std::move(message), now};
    const auto f = shared(c.told);
    for (const auto& [key, person] : people_) {
      if (is_for(person)) person.who->deliver(f);
    }
  };
  tell(turnout_, turnout_message(model::voters_of(s)), [](const listener&) { return true; });
  tell(presence_, presence_now(s), [](const listener& p) { return p.in == model::audience::desk; });
  return next;
}

void hub::close_with(std::string_view head, model::seq_t seq) {
  head_ = shared(head_message(seq, head));
  for (const auto& [key, person] : people_)
    person.who->deliver(head_);
}

void hub::forget_voters(const model::state& s) {
  for (auto& [key, person] : people_) {
    if (!person.is.voter) continue;
    person.is.voter.reset();
    changes c;
    c.puts.push_back(put_json("me", 0, me_json(s, person.is)));
    c.drops.push_back(drop_json("votes", 0));
    person.who->deliver(shared(mine_message(s.seq, mine_json(c, false))));
  }
}

void hub::end_all(model::close_code why) {
  const auto people = std::move(people_);
  people_.clear();
  pages_of_.clear();
  for (const auto& [key, person] : people)
    person.who->end(why);
}

} // namespace viche::broadcast
