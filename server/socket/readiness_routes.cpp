// The disk is asked on a thread of its own and with a deadline: one that hangs is a fact to be
// told, and must not keep the desk waiting for it.
#include "socket/readiness_routes.hpp"

#include "socket/addresses.hpp"
#include "socket/answers.hpp"
#include "socket/lent_addresses.hpp"
#include "socket/readiness.hpp"
#include "socket/staff_routes.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <chrono>
#include <utility>

namespace viche::socket {
namespace asio = boost::asio;

// A look at the disk that is under way.
struct disk_look {
  explicit disk_look(const asio::any_io_executor& on) : done(on) {}
  asio::steady_timer done; // cancelled when the facts are there
  bool is_over = false;
  disk_facts disk;
  copy_facts copies;
};

namespace {

// One at a time, and whoever asks meanwhile waits for the same: while an earlier one hangs, the
// disk hangs. The job holds nothing of the server's but the look.
std::shared_ptr<disk_look> look_at_disk(doors& d) {
  auto l = std::make_shared<disk_look>(d.executor);
  l->done.expires_after(std::chrono::milliseconds(d.bounds.disk_probe_ms));
  asio::post(d.prober, [l, on = d.executor, file = d.data_file, folder = d.copies] {
    const auto disk = probe_disk(file);
    const auto copies = folder.empty() ? copy_facts{} : look_at_copies(folder, file);
    asio::post(on, [l, disk, copies] {
      l->disk = disk;
      l->copies = copies;
      l->is_over = true;
      l->done.cancel();
    });
  });
  return l;
}

// nullptr: no answer in time.
asio::awaitable<std::shared_ptr<const disk_look>> seen_on_disk(std::shared_ptr<doors> d) {
  if (d->data_file.empty()) co_return nullptr;
  if (!d->look || d->look->is_over) d->look = look_at_disk(*d);
  const auto l = d->look;
  co_await l->done.async_wait(asio::as_tuple(asio::use_awaitable));
  co_return l->is_over ? l : nullptr;
}

} // namespace

asio::awaitable<answer> tell_readiness(std::shared_ptr<doors> d, session::session& s,
                                       const request& r) {
  const auto by = co_await facilitator_of(s, r);
  if (by.has_error()) co_return refuse_staff(by.error());
  readiness is;
  const auto found = co_await seen_on_disk(d);
  if (found) {
    is.disk = found->disk;
    is.copies = found->copies;
  }
  is.keeps_copies = !d->copies.empty();
  is.addresses = reachable(d->listen_address, d->port, lent_addresses());
  is.power = read_power(d->power);
  is.is_clock_kept = is_clock_kept();
  is.boards = d->boards.count(s.code());
  is.now_ms = d->now(); // the last of all: the page compares it with the moment it comes
  co_return json_answer(200, readiness_json(is));
}

asio::awaitable<answer> tell_round_trips(doors& d, session::session& s, const request& r) {
  const auto by = co_await facilitator_of(s, r);
  if (by.has_error()) co_return refuse_staff(by.error());
  if (!d.round_trips.rate.take(steady_ms())) co_return refuse(model::refusal::rate_limited);
  co_return json_answer(200, co_await measure_round_trips(d, s.code()));
}

} // namespace viche::socket
