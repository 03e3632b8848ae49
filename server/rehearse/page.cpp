// The outbox has one op in flight: a person waits for an answer before the next tap, and the order
// of what one person did is kept.
#include "rehearse/page.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <cassert>
#include <utility>

namespace viche::rehearse {
namespace {

namespace json = boost::json;

constexpr steady_us ping_period = 20'000'000;
constexpr steady_us retry_first = 50'000; // doubled each time, up to retry_longest
constexpr steady_us retry_longest = 2'000'000;

std::string text_at(const json::object& o, std::string_view field) {
  return std::string(text_in(&o, field));
}

} // namespace

page::page(page_kind kind, std::uint64_t op_ids) : kind_(std::move(kind)), op_ids_(op_ids) {}

page::ticket page::send(json::object op) {
  pending p;
  p.id = random_id();
  p.kind = text_at(op, "kind");
  p.frame = json::serialize(json::object{{"type", "op"}, {"id", p.id}, {"op", std::move(op)}});
  p.answers = answers_.size();
  answers_.emplace_back();
  outbox_.push_back(std::move(p));
  ++lived_.sent;
  return answers_.size() - 1;
}

const op_answer* page::answer_to(ticket t) const {
  const auto& answer = answers_[t];
  return answer.has_value() ? &answer.value() : nullptr;
}

void page::opened() {
  is_open_ = true;
  is_welcome_ = false;
  said_hello_ = false;
}

void page::lost() {
  if (is_welcome_) ++lived_.reconnects;
  is_open_ = false;
  is_welcome_ = false;
  for (auto& p : outbox_)
    p.is_in_flight = false;
}

std::optional<std::string> page::next_frame(steady_us now) {
  if (!is_open_) return std::nullopt;
  if (!said_hello_) {
    said_hello_ = true;
    wrote_at_ = now;
    return hello();
  }
  if (!is_welcome_) return std::nullopt;
  if (!outbox_.empty()) {
    auto& p = outbox_.front();
    const bool is_due = p.not_before <= now || (p.waits_for_resume && !is_paused());
    if (!p.is_in_flight && is_due) {
      p.is_in_flight = true;
      p.sent_at = now;
      wrote_at_ = now;
      return p.frame;
    }
  }
  if (now - wrote_at_ < ping_period) return std::nullopt;
  wrote_at_ = now;
  return json::serialize(json::object{{"type", "ping"}, {"at", now}});
}

steady_us page::next_due() const {
  auto due = wrote_at_ + ping_period;
  if (!outbox_.empty() && !outbox_.front().is_in_flight) {
    due = std::min(due, outbox_.front().not_before);
  }
  return due;
}

page::verdict page::received(std::string_view text, steady_us now) {
  boost::system::error_code wrong;
  const auto value = json::parse({text.data(), text.size()}, wrong);
  if (wrong || !value.is_object()) return complain("the server sent what is not a JSON object");
  return take(value.get_object(), now);
}

page::verdict page::take(const json::object& message, steady_us now) {
  const auto type = text_in(&message, "type");
  if (type == "delta") return take_change(held_.take_delta(message), message);
  if (type == "snapshot") return take_change(held_.take_snapshot(message), message);
  if (type == "mine") return take_change(replica::outcome::applied, message);
  if (type == "ack") return take_ack(message, now);
  if (type == "refusal") return take_refusal(message, now);
  if (type == "welcome") return take_welcome(message);
  if (type == "turnout") {
    lived_.turnout = number_in(&message, "voted");
    return verdict::go_on;
  }
  if (type == "presence" || type == "pong" || type == "head") return verdict::go_on;
  return complain("the server sent a message of an unknown type: " + std::string(type));
}

page::verdict page::take_change(replica::outcome outcome, const json::object& message) {
  if (outcome == replica::outcome::gap) {
    ++lived_.gaps;
    return verdict::come_back;
  }
  if (const auto* mine = message.if_contains("mine");
      mine != nullptr && outcome != replica::outcome::malformed) {
    outcome = mine->is_object() ? held_.take_mine(mine->get_object()) : replica::outcome::malformed;
  }
  if (outcome == replica::outcome::malformed) {
    return complain("the server sent a malformed " + text_at(message, "type"));
  }
  if (kind_.page != "desk") {
    lived_.leaks += count_leaks(message, text_in(held_.find("phase"), "phase"));
  }
  return verdict::go_on;
}

page::verdict page::take_welcome(const json::object& message) {
  is_welcome_ = true;
  if (const auto epoch = text_in(&message, "epoch"); epoch != held_.epoch()) held_.forget();
  return verdict::go_on;
}

page::verdict page::take_ack(const json::object& message, steady_us now) {
  const auto id = text_in(&message, "id");
  if (outbox_.empty() || outbox_.front().id != id) return verdict::go_on; // a resend's second
  const auto& p = outbox_.front();
  answers_[p.answers] = op_answer{.seq = number_in(&message, "seq"), .refusal = {}};
  ++lived_.acked;
  lived_.ack_times.push_back(now - p.sent_at);
  outbox_.pop_front();
  return verdict::go_on;
}

page::verdict page::take_refusal(const json::object& message, steady_us now) {
  const auto why = text_at(message, "refusal");
  const auto id = text_in(&message, "id");
  const bool is_later = text_in(&message, "kind") == "later";
  if (id.empty()) { // of hello
    return is_later ? verdict::come_back : complain("the server refused the page: " + why);
  }
  if (outbox_.empty() || outbox_.front().id != id) return verdict::go_on;
  auto& p = outbox_.front();
  if (is_later) {
    ++lived_.later;
    wait_and_retry(p, why == "paused", now);
    return verdict::go_on;
  }
  answers_[p.answers] = op_answer{.seq = std::nullopt, .refusal = why};
  lived_.refused.push_back(p.kind + ": " + why);
  outbox_.pop_front();
  return verdict::go_on;
}

page::verdict page::complain(std::string words) {
  trouble_ = std::move(words);
  return verdict::give_up;
}

// Full jitter, so that a hall that was told "later" does not come back as one.
void page::wait_and_retry(pending& p, bool is_paused, steady_us now) {
  const auto longest = std::min(retry_longest, retry_first << std::min(p.tries, 10U));
  const auto wait = 1 + op_ids_.below(static_cast<std::uint64_t>(longest));
  p.is_in_flight = false;
  p.waits_for_resume = is_paused;
  p.not_before = now + (is_paused ? retry_longest : static_cast<steady_us>(wait));
  ++p.tries;
}

bool page::is_paused() const {
  return !is_null_in(held_.find("phase"), "pause");
}

std::string page::hello() const {
  json::object o{{"type", "hello"}, {"protocol", 1}, {"page", kind_.page}};
  if (kind_.page == "phone") o["slot"] = kind_.slot;
  if (!held_.epoch().empty()) {
    o["held"] = json::object{{"epoch", held_.epoch()}, {"seq", held_.seq()}};
  }
  return json::serialize(o);
}

std::string page::random_id() {
  static constexpr std::string_view alphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
  constexpr std::size_t length = 22; // 132 bits
  std::string id;
  for (std::size_t i = 0; i < length; ++i)
    id.push_back(alphabet[op_ids_.below(alphabet.size())]);
  return id;
}

} // namespace viche::rehearse
