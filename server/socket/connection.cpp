// Two coroutines for each page, one that reads and one that writes, and a timer for what must
// happen in time. Everything runs on the one thread of the server, so there is no lock.
#include "socket/connection.hpp"

#include "broadcast/encode.hpp"
#include "child/no_throw.hpp"
#include "decode/message.hpp"
#include "socket/secrets.hpp"
#include "socket/spawn.hpp"

#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <deque>
#include <optional>
#include <vector>

namespace viche::socket {
namespace {

namespace asio = boost::asio;
using child::no_throw;
using model::close_code;
using model::refusal;

class connection final : public broadcast::subscriber,
                         public open_end,
                         public phone_line,
                         public std::enable_shared_from_this<connection> {
public:
  connection(std::unique_ptr<web_socket> wire, std::shared_ptr<doors> d, admission admitted)
      : wire_(std::move(wire)),
        doors_(std::move(d)),
        admitted_(std::move(admitted)),
        due_(doors_->executor),
        woken_(doors_->executor) {
    woken_.expires_at(asio::steady_timer::time_point::max());
    wire_->watch_pongs([this](std::string_view text) { hear_pong(text); }); // it is our own
    doors_->open.insert(this);
  }
  connection(const connection&) = delete;
  connection& operator=(const connection&) = delete;
  ~connection() override {
    doors_->open.erase(this);
    doors_->round_trips.phones.erase(this);
    if (is_board_) doors_->boards.erase(doors_->boards.find(admitted_.to->code()));
  }

  void deliver(broadcast::frame f) override;
  void welcome(std::vector<broadcast::frame> first) override;
  void end(close_code why) override;
  void say_goodbye() override { end(close_code::going_away); }
  void cut() override { wire_->cut(); }
  bool is_of(std::string_view code) const override { return admitted_.to->code() == code; }
  void ping() override;
  std::optional<std::int64_t> answered_us() const override { return answered_us_; }

  static asio::awaitable<void> read_all(std::shared_ptr<connection> self);
  static asio::awaitable<void> write_all(std::shared_ptr<connection> self);

private:
  struct outgoing {
    broadcast::frame what;
    std::size_t weight; // bytes that the bound counts while it waits
  };
  using read_next = asio::awaitable<std::optional<decode::message>>;

  read_next read_message();
  asio::awaitable<bool> greet();
  asio::awaitable<std::optional<model::identity>> who_is(const decode::hello& h);
  asio::awaitable<std::optional<model::identity>> who_holds(std::string pass, std::uint32_t slot);
  asio::awaitable<void> listen();
  void take(decode::submission op);
  void take(decode::similar_question q);
  static asio::awaitable<void> answer(std::shared_ptr<connection> self, decode::similar_question q);
  void refuse(std::string_view op_id, const model::refused& why);
  void turn_away(refusal why);
  void put(outgoing o);
  void expect_within(std::int64_t ms, close_code or_else);
  static asio::awaitable<void> write_ping(std::shared_ptr<connection> self);
  void hear_pong(std::string_view text);

  std::unique_ptr<web_socket> wire_;
  std::shared_ptr<doors> doors_;
  admission admitted_;
  asio::steady_timer due_;   // hello, silence, or the end of closing
  asio::steady_timer woken_; // cancelled to wake the writer
  std::deque<outgoing> outbox_;   // the first is being written
  std::size_t waiting_bytes_ = 0; // the weight of the others
  std::optional<close_code> ending_;
  std::shared_ptr<person_rates> rates_;
  bool is_board_ = false; // and counted as one
  std::uint64_t pings_ = 0; // the last one's number, which its pong brings back
  bool is_pinging_ = false; // it waits behind a frame that is being written
  std::chrono::steady_clock::time_point pinged_at_;
  std::optional<std::int64_t> answered_us_;
  token_bucket messages_{doors_->bounds.messages_per_second, doors_->bounds.messages_burst};
};

// --- out ---

void connection::deliver(broadcast::frame f) {
  if (ending_) return;
  const bool is_over = outbox_.size() >= doors_->bounds.outbox_frames_max ||
                       waiting_bytes_ >= doors_->bounds.outbox_bytes_max;
  if (is_over) {
    // What waits is dropped whole, never one frame of it: the page would not know what it missed.
    outbox_.resize(1);
    waiting_bytes_ = 0;
    end(close_code::slow);
    return;
  }
  const auto weight = f->size();
  put({std::move(f), weight});
}

// The bound is for what comes after it: with that, a slow page holds a snapshot and the bound.
void connection::welcome(std::vector<broadcast::frame> first) {
  if (ending_) return;
  for (auto& f : first)
    put({std::move(f), 0});
}

void connection::put(outgoing o) {
  if (!outbox_.empty()) waiting_bytes_ += o.weight;
  outbox_.push_back(std::move(o));
  woken_.cancel();
}

void connection::end(close_code why) {
  if (ending_) return;
  ending_ = why;
  due_.expires_after(std::chrono::milliseconds(doors_->bounds.closing_ms));
  due_.async_wait([self = weak_from_this()](boost::system::error_code cancelled) {
    const auto c = self.lock();
    if (!cancelled && c) c->cut();
  });
  woken_.cancel();
}

asio::awaitable<void> connection::write_all(std::shared_ptr<connection> self) {
  auto& c = *self;
  for (bool is_there = true; is_there;) {
    if (!c.outbox_.empty()) {
      const auto next = c.outbox_.front().what;
      is_there = co_await c.wire_->write(next);
      c.outbox_.pop_front();
      if (!c.outbox_.empty()) c.waiting_bytes_ -= c.outbox_.front().weight;
    } else if (c.ending_) {
      co_await c.wire_->close(*c.ending_);
      is_there = false;
    } else {
      co_await c.woken_.async_wait(no_throw);
    }
  }
  c.due_.cancel();
  c.cut();
}

// --- in ---

asio::awaitable<void> connection::read_all(std::shared_ptr<connection> self) {
  auto& c = *self;
  c.expect_within(c.doors_->bounds.hello_ms, close_code::hello_late);
  if (co_await c.greet()) {
    co_await c.listen();
    c.admitted_.to->leave(self);
  }
  // The page left, or the writer has been told to close; either way the writer ends now.
  c.end(close_code::going_away);
}

void connection::expect_within(std::int64_t ms, close_code or_else) {
  if (ending_) return;
  due_.expires_after(std::chrono::milliseconds(ms));
  due_.async_wait([self = weak_from_this(), or_else](boost::system::error_code cancelled) {
    const auto c = self.lock();
    if (!cancelled && c) c->end(or_else);
  });
}

// Nothing: the page left, or is being closed. A page that sends faster than its rate is read
// later; the network then holds it back, and nobody else.
connection::read_next connection::read_message() {
  while (!messages_.take(steady_ms())) {
    if (ending_) co_return std::nullopt;
    asio::steady_timer later(doors_->executor, std::chrono::milliseconds(20));
    co_await later.async_wait(no_throw);
  }
  auto got = co_await wire_->read();
  if (got.what == web_socket::received::kind::gone || ending_) co_return std::nullopt;
  if (got.what == web_socket::received::kind::binary) {
    end(close_code::text_only);
    co_return std::nullopt;
  }
  auto m = decode::decode_message(got.text);
  if (const auto* b = std::get_if<decode::broken>(&m)) {
    end(b->close);
    co_return std::nullopt;
  }
  co_return m;
}

// The first message. True: the session has been asked to let the page in.
asio::awaitable<bool> connection::greet() {
  auto first = co_await read_message();
  if (!first) co_return false;
  const auto* h = std::get_if<decode::hello>(&*first);
  if (h == nullptr) {
    end(close_code::hello_expected);
    co_return false;
  }
  const auto is = co_await who_is(*h);
  if (!is || ending_) co_return false;
  const bool is_staff = is->as != model::role::resident;
  if (!is_staff && admitted_.is_kept_place) {
    turn_away(refusal::session_full);
    co_return false;
  }
  rates_ = doors_->rates.of(is->writer, is_staff, doors_->bounds);
  if (!is_staff) doors_->round_trips.phones.insert(this);
  if (!admitted_.to->enter(shared_from_this(), *is, h->held)) {
    end(close_code::slow); // the session is: come back after a random while
    co_return false;
  }
  is_board_ = is->as == model::role::board;
  if (is_board_) doors_->boards.insert(admitted_.to->code());
  co_return true;
}

// By what `hello` brought, else by the cookie of its page. A link opens the page of its role only.
asio::awaitable<std::optional<model::identity>> connection::who_is(const decode::hello& h) {
  const auto& with = admitted_.with;
  if (h.page == decode::page::phone) {
    const std::string pass = h.pass.empty() ? with.pass : h.pass;
    const auto is = co_await who_holds(pass, h.slot);
    co_return is;
  }
  const bool is_desk = h.page == decode::page::desk;
  const bool is_operator = h.page == decode::page::operator_;
  const auto& cookie = is_desk ? with.facilitator : is_operator ? with.operator_ : with.board;
  const auto role = is_desk       ? model::role::facilitator
                    : is_operator ? model::role::operator_
                                  : model::role::board;
  const std::string secret = h.secret.empty() ? cookie : h.secret;
  result<model::identity> is = fault::link_unknown;
  if (!secret.empty()) is = co_await admitted_.to->identity_of_link(secret);
  if (is.has_error() && is.error() != fault::link_unknown) {
    end(close_code::going_away); // the link may be right: come back
    co_return std::nullopt;
  }
  if (!is || is->as != role) {
    turn_away(refusal::link_unknown);
    co_return std::nullopt;
  }
  co_return *is;
}

// The person of a slot of a phone. The first slot is always there and needs no question.
asio::awaitable<std::optional<model::identity>> connection::who_holds(std::string pass,
                                                                      std::uint32_t slot) {
  if (!is_pass(pass)) {
    turn_away(refusal::pass_missing);
    co_return std::nullopt;
  }
  const auto is = admitted_.to->identity_of_pass(pass, slot);
  if (slot == 0) co_return is;
  const auto has_slot = co_await admitted_.to->has_slot(slot, is);
  if (!has_slot) {
    end(close_code::going_away); // they may well have it: come back
    co_return std::nullopt;
  }
  if (!*has_slot) {
    turn_away(refusal::slot_refused);
    co_return std::nullopt;
  }
  co_return is;
}

asio::awaitable<void> connection::listen() {
  const auto idle_ms = doors_->bounds.idle_ms;
  while (!ending_) {
    expect_within(idle_ms, close_code::idle);
    auto next = co_await read_message();
    if (!next) co_return;
    if (auto* op = std::get_if<decode::submission>(&*next)) {
      take(std::move(*op));
    } else if (auto* q = std::get_if<decode::similar_question>(&*next)) {
      take(std::move(*q));
    } else if (const auto* r = std::get_if<decode::refused_op>(&*next)) {
      refuse(r->id, r->why);
    } else if (const auto* p = std::get_if<decode::ping>(&*next)) {
      deliver(std::make_shared<const std::string>(broadcast::pong_message(p->at, doors_->now())));
    } else {
      end(close_code::hello_expected);
    }
  }
}

// --- round trips ---

void connection::ping() {
  answered_us_.reset();
  if (is_pinging_ || ending_) return; // this one would only queue behind the other
  ++pings_;
  is_pinging_ = true;
  pinged_at_ = std::chrono::steady_clock::now();
  spawn(doors_->executor, write_ping(shared_from_this()));
}

asio::awaitable<void> connection::write_ping(std::shared_ptr<connection> self) {
  co_await self->wire_->ping(std::to_string(self->pings_));
  self->is_pinging_ = false;
}

void connection::hear_pong(std::string_view text) {
  if (answered_us_ || text != std::to_string(pings_)) return; // of an earlier ping, or of none
  answered_us_ = std::chrono::duration_cast<std::chrono::microseconds>(
                     std::chrono::steady_clock::now() - pinged_at_)
                     .count();
}

// Rates are asked here, before the op has its place, and never again.
void connection::take(decode::submission op) {
  if (!rates_->ops.take(steady_ms())) {
    refuse(op.id, {refusal::rate_limited});
    return;
  }
  admitted_.to->submit(shared_from_this(), op.id, std::move(op.op));
}

void connection::take(decode::similar_question q) {
  if (!rates_->similar.take(steady_ms())) {
    refuse(q.id, {refusal::rate_limited});
    return;
  }
  spawn(doors_->executor, answer(shared_from_this(), std::move(q)));
}

asio::awaitable<void> connection::answer(std::shared_ptr<connection> self,
                                         decode::similar_question q) {
  const auto found =
      co_await self->admitted_.to->similar_to(std::move(q.text), self->rates_->similar_shown);
  if (!found) {
    self->refuse(q.id, {refusal::rate_limited}); // the server is busy
    co_return;
  }
  std::vector<broadcast::similar_view> ideas;
  for (const auto& m : *found)
    ideas.push_back({m.idea, m.alike});
  self->deliver(std::make_shared<const std::string>(broadcast::similar_message(q.id, ideas)));
}

void connection::refuse(std::string_view op_id, const model::refused& why) {
  deliver(std::make_shared<const std::string>(broadcast::refusal_message(op_id, why)));
}

void connection::turn_away(refusal why) {
  refuse({}, {why});
  end(close_code::hello_refused);
}

} // namespace

asio::awaitable<void> live(std::unique_ptr<web_socket> wire, std::shared_ptr<doors> d,
                           admission admitted) {
  const auto executor = d->executor;
  auto c = std::make_shared<connection>(std::move(wire), std::move(d), std::move(admitted));
  spawn(executor, connection::write_all(c));
  co_await connection::read_all(std::move(c));
}

} // namespace viche::socket
