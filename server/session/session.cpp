// The corridor: one coroutine per live session drains its inbox. In this order, and nowhere else:
// resend, authorise, sequence, fold, store — and only then acknowledge and broadcast.
#include "session/corridor.hpp"

#include "authorise/authorise.hpp"
#include "broadcast/encode.hpp"
#include "decode/row.hpp"
#include "fold/fold.hpp"
#include "session/passes.hpp"
#include "session/replay.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>
#include <cassert>
#include <chrono>
#include <span>
#include <stdexcept>

namespace viche::session {

namespace asio = boost::asio;

namespace {

broadcast::frame shared(std::string bytes) {
  return std::make_shared<const std::string>(std::move(bytes));
}

} // namespace

// Sleeps until something is in the inbox or a count is due.
asio::awaitable<void> session::corridor::wait_for_work() {
  while (inbox.empty() && !is_stopping) {
    const bool is_erasing = log.erasure_is_pending();
    talk.note_erasing(is_erasing);
    // A state that may be ahead of the file is shown to nobody.
    auto next = is_stale ? std::nullopt : talk.tell_counts(state, now());
    // The reader that keeps it goes without a word.
    if (is_erasing && !next) next = now() + limits::turnout_period_ms;
    const auto wait_ms = next ? std::max<model::time_ms_t>(*next - now(), 1) : 3'600'000;
    bell.expires_after(std::chrono::milliseconds(wait_ms));
    is_waiting = true;
    boost::system::error_code rung; // cancelled: somebody rang
    co_await bell.async_wait(asio::redirect_error(asio::use_awaitable, rung));
    is_waiting = false;
  }
}

asio::awaitable<void> session::corridor::run() {
  while (true) {
    co_await wait_for_work();
    if (is_stopping && inbox.empty()) break;
    auto batch = take();
    if (is_stale && may_probe()) co_await look_again();
    auto work = prepare(batch);               // resend, authorise, sequence, fold
    const bool is_kept = co_await keep(work); // store: from here on it is durable, or it is not
    if (is_kept) publish(work);
    answer(work, is_kept);
    for (auto& r : batch)
      serve(r);
  }
  talk.end_all(model::close_code::going_away);
  is_ended = true;
  ended.cancel();
}

std::vector<session::corridor::request> session::corridor::take() {
  const auto count = std::min(inbox.size(), limits::batch_requests_max);
  std::vector<request> batch(std::make_move_iterator(inbox.begin()),
                             std::make_move_iterator(inbox.begin() + static_cast<long>(count)));
  inbox.erase(inbox.begin(), inbox.begin() + static_cast<long>(count));
  return batch;
}

session::corridor::batch_work session::corridor::prepare(std::vector<request>& batch) {
  batch_work work;
  work.refuses_all = is_stale || (is_read_only && !may_probe());
  for (auto& r : batch) {
    if (auto* s = std::get_if<submission>(&r)) work.answers.push_back(decide(*s, work));
  }
  return work;
}

// One submission, to its answer-if-durable. Adds its row and touches to the batch.
session::corridor::pending session::corridor::decide(submission& s, batch_work& work) {
  pending answer{std::move(s.who), s.waiter, std::move(s.op_id), 0, model::may};
  if (work.refuses_all) {
    answer.no = model::refused{model::refusal::storage_unavailable};
    return answer;
  }
  answer.seq = authorise::place_of_first(state, s.is, s.op, answer.op_id);
  if (answer.seq != 0) return answer; // a resend
  const auto by = authorise::actor_of(state, s.is, s.op);
  answer.is_after_rows = !work.rows.rows.empty();
  answer.no = authorise::authorise(state, s.is, s.op);
  if (answer.no) return answer;
  assert(by); // or authorise has refused
  // From here on seq is final.
  const ops::entry e{order.next(*by, now()), answer.op_id, std::move(s.op)};
  fold::fold(state, e, work.touched);
  work.rows.rows.push_back(decode::encode_row(e));
  answer.seq = e.at.seq;
  return answer;
}

// True: durable, or there was nothing to keep. False: nothing of the batch counts.
asio::awaitable<bool> session::corridor::keep(batch_work& work) {
  if (work.rows.rows.empty()) co_return true;
  work.rows.texts_erased = work.touched.texts_erased;
  work.rows.vote_key_erased = work.touched.vote_key_erased;
  auto kept = co_await log.append(record.id, work.rows);
  if (kept.has_value()) {
    head = std::move(*kept);
    is_read_only = false;
    if (work.touched.vote_key_erased) record.keys.vote.reset();
    co_return true;
  }
  if (kept.error() == fault::batch_impossible) {
    // Sent again, as phones do, it would be in every batch to come, and none would be kept.
    throw std::logic_error("a batch contradicts the log of session " + record.code);
  }
  co_await recover();
  co_return false;
}

// Everybody who is told of changes, once they are durable.
void session::corridor::publish(const batch_work& work) {
  talk.publish(state, work.touched);
  if (work.touched.vote_key_erased) {
    for (auto& [who, is] : identities)
      is.voter.reset();
    talk.forget_voters(state);
    show_end({state.seq, head});
  }
  hints.tell(ideas, similar::changes_of(state, work.touched));
}

// Once the session is closed everybody is shown where its chain ended, and ever the same.
void session::corridor::show_end(const shown_head& end) {
  if (model::phase_now(state) != model::phase::closed || !closing_head.empty()) return;
  closing_head = end.hash;
  talk.close_with(end.hash, end.seq);
}

// The outcome of the last write is unknown: what the file says counts. Until a write works again
// the session is read-only; one batch a second is tried.
asio::awaitable<void> session::corridor::recover() {
  is_read_only = true;
  is_stale = true;
  probe_at = now() + limits::probe_period_ms;
  auto stored = co_await log.load(record.code);
  if (stored.has_error()) co_return;
  auto again = replay(record.code, stored->rows);
  if (again.has_error()) co_return;
  auto shown = head_to_show(*stored, again->state);
  if (shown.has_error()) co_return;
  record = std::move(stored->record);
  head = std::move(stored->head);
  state = std::move(again->state);
  order.reset(state.seq, again->last_time);
  is_stale = false;
  talk.publish_all(state);
  show_end(*shown);
  hints.tell(ideas, similar::all_of(state));
}

// A clock that was set back must not put off the next try.
bool session::corridor::may_probe() const {
  return now() >= probe_at || now() < probe_at - limits::probe_period_ms;
}

// The file may be readable again; if it is, the batch at hand is the write to try.
asio::awaitable<void> session::corridor::look_again() {
  co_await recover();
  if (!is_stale) probe_at = now();
}

void session::corridor::answer(const batch_work& work, bool is_kept) {
  for (const auto& p : work.answers) {
    if (p.no && (is_kept || !p.is_after_rows)) {
      tell(p, p.no);
    } else if (is_kept) {
      tell(p, model::may);
    } else {
      tell(p, model::refused{model::refusal::storage_unavailable});
    }
  }
}

void session::corridor::tell(const pending& p, model::verdict no) {
  if (p.waiter != nullptr) {
    p.waiter->no = no;
    p.waiter->is_known = true;
    p.waiter->known->cancel();
  } else if (no) {
    p.who->deliver(shared(broadcast::refusal_message(p.op_id, *no)));
  } else {
    p.who->deliver(shared(broadcast::ack_message(p.op_id, p.seq)));
  }
}

// Those who came or asked, answered at the seq of the batch before them.
void session::corridor::serve(request& r) {
  if (auto* e = std::get_if<arrival>(&r)) {
    if (!identities.contains(e->who.get())) return; // left again while the disk worked
    if (is_stale) return e->who->end(model::close_code::going_away);
    // Its link may have been withdrawn while it was on its way in.
    const bool is_staff = e->is.as != model::role::resident;
    if (is_staff && model::role_of_link(state, e->is.writer) != e->is.as) {
      return e->who->end(model::close_code::link_withdrawn);
    }
    talk.enter(std::move(e->who), e->is, e->held, state, now());
  } else if (auto* q = std::get_if<question>(&r)) {
    if (!is_stale) q->ask(*this);
    *q->is_answered = true;
    q->answered->cancel();
  }
}

// --- the door ---

session::session(std::unique_ptr<corridor> c) : corridor_(std::move(c)) {}
session::~session() = default;

result<std::shared_ptr<session>> session::start(const asio::any_io_executor& executor,
                                                store::op_log& log, suggestions& hints,
                                                store::stored_session stored, clock now,
                                                std::string boot) {
  // The hub sees the last entries pass again, so that a page that comes back after a restart
  // gets what it missed and not everything: a whole hall comes back at once.
  const std::span<const model::log_row> rows = stored.rows;
  const auto seen = std::min(rows.size(), limits::replay_seen_max);
  auto log_so_far = replay(stored.record.code, rows.first(rows.size() - seen));
  if (log_so_far.has_error()) return log_so_far.error();
  broadcast::hub talk(stored.incarnation, std::move(boot), log_so_far->state);
  const auto done = replay_on(
      *log_so_far, rows.last(seen),
      [&](const model::state& s, const model::touched& touched) { talk.publish(s, touched); });
  if (done.has_error()) return done.error();
  const auto shown = head_to_show(stored, log_so_far->state);
  if (shown.has_error()) return shown.error();
  auto made = std::shared_ptr<session>(new session(std::make_unique<corridor>(
      executor, log, hints, std::move(stored.record), std::move(stored.head),
      std::move(*log_so_far), std::move(now), std::move(talk))));
  made->corridor_->show_end(*shown);
  // What ends a corridor unasked is a bug, and silence would be worse than the end of the process.
  asio::co_spawn(executor, keep_alive(made), [](const std::exception_ptr& bug) {
    if (bug) std::rethrow_exception(bug);
  });
  return made;
}

// The session lives until its corridor has ended, whoever else lets go of it.
asio::awaitable<void> session::keep_alive(std::shared_ptr<session> self) {
  co_await self->corridor_->run();
}

model::identity session::identity_of_pass(std::string_view pass, std::uint32_t slot) const {
  return viche::session::identity_of_pass(corridor_->record.keys, pass, slot);
}

asio::awaitable<result<model::identity>> session::identity_of_link(std::string secret) {
  result<model::identity> found = fault::storage_unavailable; // nobody answered
  co_await corridor_->ask([&](const corridor& c) {
    const auto hash = viche::session::hash_of_link(c.record.keys, secret);
    const auto as = model::role_of_link(c.state, hash);
    found = as ? result<model::identity>(model::identity{*as, hash, std::nullopt})
               : result<model::identity>(fault::link_unknown);
  });
  co_return found;
}

bool session::enter(std::shared_ptr<broadcast::subscriber> who, model::identity is,
                    std::optional<model::held> held) {
  return corridor_->enter({std::move(who), is, std::move(held)});
}

void session::leave(const std::shared_ptr<broadcast::subscriber>& who) {
  corridor_->leave(who);
}

void session::submit(std::shared_ptr<broadcast::subscriber> who, const std::string& op_id,
                     ops::any_op op) {
  corridor_->submit(std::move(who), op_id, std::move(op));
}

asio::awaitable<model::verdict> session::act(model::identity is, ops::any_op op,
                                             std::string op_id) {
  return corridor_->act(is, std::move(op), std::move(op_id));
}

model::id128 session::hash_of_link(std::string_view secret) const {
  return viche::session::hash_of_link(corridor_->record.keys, secret);
}

bool session::erasure_is_pending() const {
  return corridor_->log.erasure_is_pending();
}

asio::awaitable<std::optional<bool>> session::has_slot(std::uint32_t slot, model::identity of) {
  std::optional<bool> has;
  co_await corridor_->ask([&](const corridor& c) {
    has = slot < c.state.people_per_phone || c.state.people.contains(of.writer);
  });
  co_return has;
}

asio::awaitable<std::optional<bool>> session::has_joined(std::string pass) {
  std::optional<bool> has;
  co_await corridor_->ask([&](const corridor& c) {
    has = false;
    for (std::uint32_t slot = 0; slot < limits::slots_max; ++slot) {
      const auto is = viche::session::identity_of_pass(c.record.keys, pass, slot);
      has = *has || c.state.people.contains(is.writer);
    }
  });
  co_return has;
}

asio::awaitable<std::optional<moment>> session::moment_now() {
  std::optional<moment> m;
  co_await corridor_->ask([&](const corridor& c) {
    m = moment{std::make_shared<const model::state>(c.state),
               c.closing_head.empty() ? c.head : c.closing_head};
  });
  co_return m;
}

asio::awaitable<std::optional<announcement>> session::announce() {
  std::optional<announcement> a;
  co_await corridor_->ask([&](const corridor& c) {
    const auto& set = c.state.set;
    a = announcement{set.title.value, set.community.value, model::phase_now(c.state),
                     c.state.publication.is_published};
  });
  co_return a;
}

asio::awaitable<std::optional<std::vector<similar::match>>>
session::similar_to(std::string text, std::size_t at_most) {
  auto found = co_await corridor_->hints.ask(corridor_->ideas, std::move(text), at_most);
  if (!found) co_return std::nullopt;
  // Meanwhile something may have been hidden: only the state between two batches says what is seen.
  bool is_asked = false;
  co_await corridor_->ask([&](const corridor& c) {
    std::erase_if(*found, [&](const similar::match& m) {
      const auto* i = model::find_idea(c.state, m.idea);
      return i == nullptr || !model::is_published(*i);
    });
    is_asked = true;
  });
  if (!is_asked) found.reset();
  co_return found;
}

asio::awaitable<void> session::stop() {
  return corridor_->stop();
}

const std::string& session::code() const {
  return corridor_->record.code;
}

bool session::is_idle() const {
  return corridor_->inbox.empty() && corridor_->is_waiting;
}

void session::wake() {
  corridor_->ring();
}

} // namespace viche::session
