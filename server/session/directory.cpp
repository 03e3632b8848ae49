// Live sessions by code; the rest sleeps in the store until somebody asks.
#include "session/directory.hpp"

#include "authorise/authorise.hpp"
#include "decode/row.hpp"
#include "decode/text.hpp"
#include "session/passes.hpp"
#include "store/op_log.hpp"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace viche::session {

namespace asio = boost::asio;

directory::directory(asio::any_io_executor executor, store::op_log& log, clock now)
    : executor_(std::move(executor)), log_(log), now_(std::move(now)), boot_(random_hex(4)) {}

directory::~directory() = default;

asio::awaitable<result<std::vector<std::string>>> directory::codes() {
  auto codes = co_await log_.codes();
  if (codes.has_value()) known_.insert(codes->begin(), codes->end());
  co_return codes;
}

// A log that is being read, and those who wait for it.
struct directory::waking {
  explicit waking(const asio::any_io_executor& executor)
      : done(executor, asio::steady_timer::time_point::max()) {}
  asio::steady_timer done; // cancelled when the outcome is there
  result<std::shared_ptr<session>> outcome = fault::storage_unavailable;
};

asio::awaitable<result<std::shared_ptr<session>>> directory::find(std::string code) {
  if (const auto at = live_.find(code); at != live_.end()) co_return at->second;
  if (damaged_.contains(code)) co_return fault::storage_corrupt;
  if (const auto at = waking_.find(code); at != waking_.end()) {
    const auto same = at->second;
    boost::system::error_code woken;
    co_await same->done.async_wait(asio::redirect_error(asio::use_awaitable, woken));
    co_return same->outcome;
  }
  const auto first = std::make_shared<waking>(executor_);
  waking_.emplace(code, first);
  try {
    first->outcome = co_await wake(code);
  } catch (...) { // a bug; who waits hears of a disk that does not answer, and the next one tries
    waking_.erase(code);
    first->done.cancel();
    throw;
  }
  waking_.erase(code);
  if (first->outcome.has_value()) {
    live_.emplace(code, *first->outcome);
    known_.insert(code);
  } else if (first->outcome.error() == make_error_code(fault::storage_corrupt)) {
    damaged_.insert(code);
  }
  first->done.cancel();
  co_return first->outcome;
}

asio::awaitable<result<std::shared_ptr<session>>> directory::wake(std::string code) {
  auto stored = co_await log_.load(std::move(code));
  if (stored.has_error()) co_return stored.error();
  co_return session::start(executor_, log_, similar_, std::move(*stored), now_, boot_);
}

namespace {

// The first entry of a session's log.
ops::entry opening(const model::settings& set, const model::session_keys& keys,
                   const new_session& links, model::time_ms_t now) {
  ops::open_session op;
  static_cast<model::settings&>(op) = set;
  op.links = {{model::role::facilitator, hash_of_link(keys, links.facilitator)},
              {model::role::operator_, hash_of_link(keys, links.operator_)},
              {model::role::board, hash_of_link(keys, links.board)}};
  const model::actor host{model::role::host, {}};
  return {{1, now, host}, random_secret(limits::op_id_bytes_min), std::move(op)};
}

constexpr std::size_t link_secret_bytes = 16;
constexpr int code_tries_max = 100; // of 900,000 codes

} // namespace

asio::awaitable<result<directory::created>> directory::create(model::settings set) {
  const auto at = now_();
  co_return co_await store_new(std::move(set), random_keys(), at, {});
}

asio::awaitable<result<directory::created>> directory::import(prepared_import what) {
  const auto at = what.at;
  co_return co_await store_new(std::move(what.set), random_keys(), at, std::move(what.rows));
}

asio::awaitable<result<directory::created>>
directory::store_new(model::settings set, model::session_keys keys, model::time_ms_t at,
                     std::vector<model::log_row> behind) {
  created out;
  out.links.facilitator = random_secret(link_secret_bytes);
  out.links.operator_ = random_secret(link_secret_bytes);
  out.links.board = random_secret(link_secret_bytes);
  const auto first = opening(set, keys, out.links, at);
  out.refused = authorise::authorise({}, first.at.by, first.what);
  if (out.refused) co_return out;
  auto rows = std::move(behind);
  rows.insert(rows.begin(), decode::encode_row(first));
  for (int tries = 0; tries < code_tries_max; ++tries) {
    model::session_record record{0, random_code(), random_hex(8), keys};
    const auto is_made = co_await log_.create(record, rows);
    if (is_made.has_error()) co_return is_made.error();
    if (!*is_made) continue; // the code is taken
    out.links.code = record.code;
    known_.insert(record.code);
    co_return out;
  }
  co_return fault::storage_unavailable;
}

asio::awaitable<result<directory::added_link>> directory::add_link(std::string code, model::role as,
                                                                   std::string called) {
  added_link out;
  auto name = decode::normalise_text(called, limits::title_graphemes_max, 0);
  if (const auto* why = std::get_if<model::refusal>(&name)) {
    out.refused = model::refused{*why, "called"};
    co_return out;
  }
  auto found = co_await find(std::move(code));
  if (found.has_error()) co_return found.error();
  const auto& to = *found;
  out.secret = random_secret(link_secret_bytes);
  const model::identity host{model::role::host, {}, std::nullopt};
  ops::add_link op{as, to->hash_of_link(out.secret), {std::move(std::get<std::string>(name))}};
  out.refused = co_await to->act(host, std::move(op));
  co_return out;
}

asio::awaitable<described<store::backup_facts>> directory::backup(store::backup_order order) {
  return log_.backup(std::move(order));
}

asio::awaitable<void> directory::stop() {
  while (!live_.empty()) {
    auto one = live_.extract(live_.begin()).mapped();
    co_await one->stop();
  }
}

} // namespace viche::session
