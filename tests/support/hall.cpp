// The hall in memory.
#include "support/hall.hpp"

#include "decode/row.hpp"
#include "session/passes.hpp"

#include <boost/json.hpp>
#include <doctest/doctest.h>

namespace viche::test {

namespace json = boost::json;

namespace {

constexpr const char* desk_secret = "desk-secret";
constexpr const char* board_secret = "board-secret";

// Fixed, so that two halls differ only in what happens in them.
model::session_record hall_record() {
  model::session_record r;
  r.code = "482913";
  r.epoch = "5f0c9a1e2b7d4c33";
  r.keys.writer.fill(1);
  r.keys.vote.emplace().fill(2);
  r.keys.link.fill(3);
  return r;
}

ops::entry opening(const model::settings& set, const model::session_keys& keys,
                   model::time_ms_t at) {
  ops::open_session op;
  static_cast<model::settings&>(op) = set;
  op.links = {{model::role::facilitator, viche::session::hash_of_link(keys, desk_secret)},
              {model::role::board, viche::session::hash_of_link(keys, board_secret)}};
  return {{1, at, {model::role::host, {}}}, "open-session-0001", std::move(op)};
}

std::string key_of(const json::object& record) {
  return std::string(record.at("record").as_string()) + '/' +
         std::to_string(record.at("id").to_number<model::seq_t>());
}

void apply(const json::object& from, std::map<std::string, std::string>& to) {
  for (const auto& put : from.at("puts").as_array()) {
    to[key_of(put.as_object())] = json::serialize(put.at("value"));
  }
  if (!from.contains("drops")) return;
  for (const auto& drop : from.at("drops").as_array())
    to.erase(key_of(drop.as_object()));
}

} // namespace

ops::any_op idea(const std::string& text) {
  return ops::submit_idea{{text}, {{"medicine"}}, 0, model::channel::phone};
}

model::settings hall_settings(std::uint32_t votes_per_person) {
  model::settings set;
  set.title.value = "Стратегія розвитку громади 2027";
  set.community.value = "Криничненська громада";
  set.areas = {{{"medicine"}, {"Медицина"}, {"Охорона здоров’я"}, {"Health care"}},
               {{"education"}, {"Освіта"}, {"Освіта"}, {"Education"}},
               {{"safety"}, {"Безпека"}, {"Безпека та цивільний захист"}, {"Safety"}}};
  set.votes_per_person = votes_per_person;
  set.languages = {model::language::uk, model::language::en};
  set.level = 1;
  set.tables = 8;
  set.settlements = {{"Криничне"}, {"Вербівка"}};
  return set;
}

void replica::take(const std::string& message) {
  const auto value = json::parse(message);
  const auto& in = value.as_object();
  const auto& type = in.at("type").as_string();
  if (type == "snapshot") {
    epoch = in.at("epoch").as_string();
    seq = in.at("seq").to_number<model::seq_t>();
    records.clear();
    apply(in, records);
  } else if (type == "delta") {
    const auto after = in.at("after").to_number<model::seq_t>();
    const auto to = in.at("seq").to_number<model::seq_t>();
    if (seq < after) ++gaps;
    if (seq >= after && seq < to) {
      apply(in, records);
      seq = to;
    }
  } else if (type == "turnout") {
    voted = in.at("voted").to_number<std::uint64_t>();
  }
  if (const auto* own = in.if_contains("mine")) {
    if (own->at("whole").as_bool()) mine.clear();
    apply(own->as_object(), mine);
  }
}

void phone::deliver(broadcast::frame f) {
  if (loses_frames) return;
  if (keeps_stream) stream.push_back(*f);
  held.take(*f);
  const auto value = json::parse(*f);
  const auto& in = value.as_object();
  const auto& type = in.at("type").as_string();
  if (type == "ack") {
    const std::string id(in.at("id").as_string());
    acknowledged[id] = in.at("seq").to_number<model::seq_t>();
    outbox.erase(id);
  } else if (type == "refusal") {
    const std::string id(in.at("id").as_string());
    refused[id] = in.at("refusal").as_string();
    if (in.at("kind").as_string() == "final") outbox.erase(id);
  }
}

void phone::end(model::close_code) {
  is_linked = false;
}

hall::hall(options o) : options_(o) {
  log_ = open_log();
  auto record = hall_record();
  const auto first = opening(hall_settings(o.votes_per_person), record.keys, clock_ms);
  REQUIRE(run(log_->create(record, decode::encode_row(first))).value());
  open();
}

hall::~hall() {
  close();
}

std::unique_ptr<store::op_log> hall::open_log() {
  return store::op_log::open(
             {.file = file(), .is_durable = options_.is_durable, .refuses = options_.refuses})
      .value();
}

void hall::open() {
  if (!log_) log_ = open_log();
  auto stored = run(log_->load(hall_record().code)).value();
  session_ = viche::session::session::start(
                 io_.get_executor(), *log_, similar_, std::move(stored),
                 [this] { return clock_ms; }, "boot-" + std::to_string(++boots_))
                 .value();
  settle();
}

void hall::close() {
  bool is_stopped = false;
  boost::asio::co_spawn(io_, session_->stop(), [&](std::exception_ptr) { is_stopped = true; });
  while (!is_stopped) {
    io_.restart();
    io_.run_one();
  }
  for (auto& p : phones_) {
    p->is_linked = false;
    session_->leave(p);
  }
  session_.reset();
  io_.restart();
  io_.poll();
  log_.reset();
}

void hall::restart() {
  close();
  open();
}

std::shared_ptr<phone> hall::person(const std::string& name, model::identity is) {
  auto p = std::make_shared<phone>(name, is);
  phones_.push_back(p);
  link(*p);
  return p;
}

std::shared_ptr<phone> hall::stranger(const std::string& name) {
  return person(name, session_->identity_of_pass(name, 0));
}

std::shared_ptr<phone> hall::resident(const std::string& name) {
  auto p = stranger(name);
  REQUIRE_FALSE(now(*p, ops::join{0, {}, model::channel::phone}));
  p->acknowledged.clear();
  return p;
}

std::shared_ptr<phone> hall::facilitator() {
  return person("desk", run(session_->identity_of_link(desk_secret)).value());
}

std::shared_ptr<phone> hall::board() {
  return person("board", run(session_->identity_of_link(board_secret)).value());
}

void hall::link(phone& p) {
  p.is_linked = true;
  p.loses_frames = false;
  const model::held held{p.held.epoch, p.held.seq};
  const bool has_any = !p.held.epoch.empty();
  REQUIRE(
      session_->enter(p.shared_from_this(), p.is, has_any ? std::optional(held) : std::nullopt));
  for (const auto& [id, op] : p.outbox)
    session_->submit(p.shared_from_this(), id, op);
}

void hall::unlink(phone& p) {
  p.is_linked = false;
  session_->leave(p.shared_from_this());
}

std::string hall::send(phone& p, ops::any_op op) {
  auto id = "op-" + p.name + '-' + std::to_string(100'000'000'000 + next_op_++);
  return send(p, std::move(op), std::move(id));
}

std::string hall::send(phone& p, ops::any_op op, std::string op_id) {
  p.outbox.insert_or_assign(op_id, op);
  if (p.is_linked) session_->submit(p.shared_from_this(), op_id, std::move(op));
  return op_id;
}

std::optional<std::string> hall::now(phone& p, ops::any_op op) {
  const auto id = send(p, std::move(op));
  settle();
  if (const auto no = p.refused.find(id); no != p.refused.end()) return no->second;
  REQUIRE(p.acknowledged.contains(id));
  return std::nullopt;
}

void hall::settle() {
  session_->wake();
  io_.restart();
  io_.poll();
  while (!session_->is_idle()) {
    io_.restart();
    io_.run_one();
  }
}

void hall::pass_ms(model::time_ms_t ms) {
  clock_ms += ms;
  settle();
}

viche::session::moment hall::moment() {
  return run(session_->moment_now()).value();
}

} // namespace viche::test
