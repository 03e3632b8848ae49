// Doors first (enter, trade), then pages.
#include "rehearse/hall.hpp"

#include <boost/json/serialize.hpp>

#include <random>
#include <utility>

namespace viche::rehearse {
namespace {

namespace json = boost::json;

// How long an answer may take beside the time a server may be away.
constexpr std::int64_t answer_wait_ms = 90'000;

std::uint64_t chance_seed() {
  std::random_device device;
  return (std::uint64_t{device()} << 32U) | device();
}

std::string joined(const std::vector<std::string>& cookies) {
  std::string all;
  for (const auto& c : cookies)
    all += (all.empty() ? "" : "; ") + c;
  return all;
}

described_fault refused_at(std::string_view door, const http_answer& a) {
  return {fault::peer_refused,
          std::string(door) + ": HTTP " + std::to_string(a.status) + " " + a.body};
}

} // namespace

hall::hall(client& net, session_links links) : net_(net), links_(std::move(links)) {}

page& hall::add(page_kind kind) {
  return pages_.emplace_back(std::move(kind), chance_seed());
}

described<page*> hall::open_staff(const std::string& secret, page_kind kind) {
  const auto path = "/api/sessions/" + links_.code;
  const auto answer = net_.request({.method = "POST",
                                    .target = path + "/trade",
                                    .body = json::serialize(json::object{{"secret", secret}}),
                                    .bearer = {}});
  if (!answer) return answer.error();
  if (answer->status != 200) return refused_at(kind.page + " link", *answer);
  auto& p = add(std::move(kind));
  net_.attend(p, path + "/live", joined(answer->cookies));
  return &p;
}

described_void hall::let_staff_in() {
  for (int i = 0; i < 2; ++i) {
    auto desk = open_staff(links_.desk, {.page = "desk"});
    if (!desk) return desk.error();
    desks_.push_back(*desk);
  }
  if (!links_.operator_.empty()) {
    auto p = open_staff(links_.operator_, {.page = "operator"});
    if (!p) return p.error();
    operator_ = *p;
  }
  if (!links_.board.empty()) {
    auto p = open_staff(links_.board, {.page = "board"});
    if (!p) return p.error();
    board_ = *p;
  }
  return wait_for(
      [&] {
        for (const auto& p : pages_) {
          if (p.held().epoch().empty()) return false;
        }
        return true;
      },
      "the session was not shown to the staff");
}

described_void hall::let_in(const participant& who, std::uint32_t number, json::object join) {
  const auto path = "/api/sessions/" + links_.code;
  const auto [cookie, is_new] = cookies_.try_emplace(who.device);
  if (is_new) {
    const auto answer =
        net_.request({.method = "POST", .target = path + "/enter", .body = "{}", .bearer = {}});
    if (!answer) return answer.error();
    if (answer->status != 200) return refused_at("enter", *answer);
    cookie->second = joined(answer->cookies);
  }
  auto& p = add({.page = "phone", .slot = who.slot});
  people_[number] = &p;
  net_.attend(p, path + "/live", cookie->second);
  send(p, std::move(join));
  return {};
}

void hall::send_home(std::uint32_t number) {
  const auto who = people_.find(number);
  if (who == people_.end()) return;
  net_.part(*who->second);
  people_.erase(who);
}

page::ticket hall::send(page& by, json::object op) {
  const auto t = by.send(std::move(op));
  net_.wake(by);
  return t;
}

described<std::uint64_t> hall::tell(page& by, json::object op) {
  const std::string kind(text_in(&op, "kind"));
  const auto t = send(by, std::move(op));
  if (auto w = wait_for([&] { return by.answer_to(t) != nullptr; }, kind + " was not answered");
      !w) {
    return w.error();
  }
  const auto& answer = *by.answer_to(t);
  if (answer.seq) return *answer.seq;
  return described_fault{fault::peer_refused, kind + " was refused: " + answer.refusal};
}

described_void hall::wait_for(const std::function<bool()>& done, std::string_view what) {
  const auto ran = net_.run_until(done, answer_wait_ms);
  if (!ran) return ran.error();
  if (!*ran) return described_fault{fault::peer_unreachable, std::string(what)};
  return {};
}

described_void hall::pass(steady_us until) {
  const auto left_us = until - client::now();
  if (left_us <= 0) return {};
  const auto ran = net_.run_until([&] { return client::now() >= until; }, left_us / 1000 + 1000);
  if (!ran) return ran.error();
  return {};
}

described_void hall::everybody_answered() {
  return wait_for(
      [&] {
        for (const auto& p : pages_) {
          if (!p.is_idle()) return false;
        }
        return true;
      },
      "not every op was answered");
}

page::story hall::lived() const {
  page::story sum;
  for (const auto& p : pages_) {
    const auto& one = p.lived();
    sum.sent += one.sent;
    sum.acked += one.acked;
    sum.later += one.later;
    sum.reconnects += one.reconnects;
    sum.gaps += one.gaps;
    sum.leaks += one.leaks;
    sum.refused.insert(sum.refused.end(), one.refused.begin(), one.refused.end());
    sum.ack_times.insert(sum.ack_times.end(), one.ack_times.begin(), one.ack_times.end());
  }
  return sum;
}

} // namespace viche::rehearse
