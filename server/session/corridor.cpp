// The corridor's inbox: who may put what into it, and how those who ask are answered.
#include "session/corridor.hpp"

#include "broadcast/encode.hpp"
#include "session/passes.hpp"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace viche::session {

namespace asio = boost::asio;

namespace {

void refuse(broadcast::subscriber& who, const std::string& op_id, model::refusal why) {
  who.deliver(
      std::make_shared<const std::string>(broadcast::refusal_message(op_id, model::refused{why})));
}

} // namespace

session::corridor::corridor(const asio::any_io_executor& on, store::op_log& to,
                            suggestions& suggester, model::session_record of,
                            std::string chain_head, replayed from, clock clock_now,
                            broadcast::hub hub)
    : executor(on),
      log(to),
      record(std::move(of)),
      head(std::move(chain_head)),
      state(std::move(from.state)),
      order(state.seq, from.last_time),
      now(std::move(clock_now)),
      talk(std::move(hub)),
      hints(suggester),
      ideas(hints.open()),
      bell(on),
      ended(on, asio::steady_timer::time_point::max()) {
  hints.tell(ideas, similar::all_of(state));
}

void session::corridor::ring() {
  if (is_waiting) bell.cancel();
}

// False: the inbox is full or closed.
bool session::corridor::put(request r) {
  if (is_stopping || inbox.size() >= limits::inbox_requests_max) return false;
  inbox.push_back(std::move(r));
  ring();
  return true;
}

bool session::corridor::enter(arrival a) {
  const auto* key = a.who.get();
  const auto is = a.is;
  if (!put(std::move(a))) return false;
  identities.insert_or_assign(key, is);
  return true;
}

void session::corridor::leave(const subscriber_ptr& who) {
  identities.erase(who.get());
  talk.leave(who);
  std::erase_if(inbox, [&](const request& r) {
    const auto* a = std::get_if<arrival>(&r);
    return a != nullptr && a->who == who;
  });
  ring(); // presence has changed
}

void session::corridor::submit(subscriber_ptr who, const std::string& op_id, ops::any_op op) {
  const auto known = identities.find(who.get());
  if (known == identities.end()) return refuse(*who, op_id, model::refusal::not_allowed);
  auto& to = *who;
  if (!put(submission{std::move(who), nullptr, known->second, op_id, std::move(op)})) {
    refuse(to, op_id, model::refusal::inbox_full);
  }
}

asio::awaitable<model::verdict> session::corridor::act(model::identity is, ops::any_op op,
                                                       std::string op_id) {
  asio::steady_timer known(executor, asio::steady_timer::time_point::max());
  outcome out{&known, model::may};
  if (op_id.empty()) op_id = random_secret(limits::op_id_bytes_min);
  if (!put(submission{nullptr, &out, is, std::move(op_id), std::move(op)})) {
    co_return model::refused{model::refusal::inbox_full};
  }
  while (!out.is_known) {
    boost::system::error_code cancelled;
    co_await known.async_wait(asio::redirect_error(asio::use_awaitable, cancelled));
  }
  co_return out.no;
}

// Returns unanswered if the corridor is ending or its state is not what the file says. The bound of
// the inbox is for ops: those who ask are bounded by the places for connections.
asio::awaitable<void> session::corridor::ask(std::function<void(const corridor&)> what) {
  asio::steady_timer answered(executor, asio::steady_timer::time_point::max());
  bool is_answered = false;
  if (is_stopping) co_return;
  inbox.emplace_back(question{std::move(what), &answered, &is_answered});
  ring();
  while (!is_answered) {
    boost::system::error_code cancelled;
    co_await answered.async_wait(asio::redirect_error(asio::use_awaitable, cancelled));
  }
}

asio::awaitable<void> session::corridor::stop() {
  is_stopping = true;
  ring();
  while (!is_ended) {
    boost::system::error_code cancelled;
    co_await ended.async_wait(asio::redirect_error(asio::use_awaitable, cancelled));
  }
}

} // namespace viche::session
