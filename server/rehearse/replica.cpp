// Puts replace, drops remove; nothing is applied before the whole message was understood.
#include "rehearse/replica.hpp"

#include <boost/json/array.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace viche::rehearse {
namespace {

namespace json = boost::json;

std::optional<std::uint64_t> unsigned_at(const json::object& o, std::string_view field) {
  const auto* v = o.if_contains(field);
  if (v == nullptr) return std::nullopt;
  if (v->is_uint64()) return v->get_uint64();
  if (v->is_int64() && v->get_int64() >= 0) return static_cast<std::uint64_t>(v->get_int64());
  return std::nullopt;
}

std::optional<record_id> key_of(const json::object& o) {
  const auto* record = o.if_contains("record");
  const auto id = unsigned_at(o, "id");
  if (record == nullptr || !record->is_string() || !id) return std::nullopt;
  return record_id{std::string(record->get_string()), *id};
}

// The changes of one message, read as a whole before any of them is made.
struct changes {
  records puts;
  std::vector<record_id> drops;
};

std::optional<changes> changes_in(const json::object& o) {
  changes c;
  const auto* puts = o.if_contains("puts");
  if (puts == nullptr || !puts->is_array()) return std::nullopt;
  for (const auto& put : puts->get_array()) {
    const auto* fields = put.if_object();
    if (fields == nullptr) return std::nullopt;
    const auto* value = fields->if_contains("value");
    auto key = key_of(*fields);
    if (!key || value == nullptr || !value->is_object()) return std::nullopt;
    c.puts.insert_or_assign(std::move(*key), *value);
  }
  const auto* drops = o.if_contains("drops");
  if (drops == nullptr) return c; // a snapshot has none
  if (!drops->is_array()) return std::nullopt;
  for (const auto& drop : drops->get_array()) {
    const auto* fields = drop.if_object();
    auto key = fields == nullptr ? std::nullopt : key_of(*fields);
    if (!key) return std::nullopt;
    c.drops.push_back(std::move(*key));
  }
  return c;
}

void make(changes c, records& in) {
  for (auto& [key, value] : c.puts)
    in.insert_or_assign(key, std::move(value));
  for (const auto& key : c.drops)
    in.erase(key);
}

} // namespace

const json::object* find_in(const records& in, std::string_view record, std::uint64_t id) {
  const auto at = in.find(record_id{std::string(record), id});
  return at == in.end() ? nullptr : at->second.if_object();
}

replica::outcome replica::take_snapshot(const json::object& message) {
  const auto seq = unsigned_at(message, "seq");
  const auto* epoch = message.if_contains("epoch");
  auto c = changes_in(message);
  if (!seq || epoch == nullptr || !epoch->is_string() || !c) return outcome::malformed;
  shared_ = std::move(c->puts);
  seq_ = *seq;
  epoch_ = epoch->get_string();
  return outcome::applied;
}

replica::outcome replica::take_delta(const json::object& message) {
  const auto after = unsigned_at(message, "after");
  const auto seq = unsigned_at(message, "seq");
  auto c = changes_in(message);
  if (!after || !seq || !c || *seq <= *after || epoch_.empty()) return outcome::malformed;
  if (seq_ >= *seq) return outcome::ignored;
  if (seq_ < *after) return outcome::gap;
  make(std::move(*c), shared_);
  seq_ = *seq;
  return outcome::applied;
}

replica::outcome replica::take_mine(const json::object& mine) {
  const auto* whole = mine.if_contains("whole");
  auto c = changes_in(mine);
  if (whole == nullptr || !whole->is_bool() || !c) return outcome::malformed;
  if (whole->get_bool()) own_.clear();
  make(std::move(*c), own_);
  return outcome::applied;
}

void replica::forget() {
  *this = replica();
}

const json::object* replica::find(std::string_view record, std::uint64_t id) const {
  return find_in(shared_, record, id);
}

const json::object* replica::find_own(std::string_view record, std::uint64_t id) const {
  return find_in(own_, record, id);
}

std::string_view text_in(const json::object* o, std::string_view field) {
  const auto* v = o == nullptr ? nullptr : o->if_contains(field);
  return v == nullptr || !v->is_string() ? std::string_view() : v->get_string();
}

std::uint64_t number_in(const json::object* o, std::string_view field) {
  return o == nullptr ? 0 : unsigned_at(*o, field).value_or(0);
}

bool is_null_in(const json::object* o, std::string_view field) {
  const auto* v = o == nullptr ? nullptr : o->if_contains(field);
  return v == nullptr || v->is_null();
}

std::size_t count_leaks(const json::object& message, std::string_view phase) {
  static constexpr std::array<std::string_view, 7> always{"number",  "text",   "areas",   "at",
                                                          "channel", "merged", "supports"};
  static constexpr std::array<std::string_view, 2> once_revealed{"support", "place"};
  constexpr std::uint64_t minute = 60'000;
  const bool may_be_revealed = phase == "results" || phase == "closed";
  const auto may_see = [&](std::string_view field) {
    return std::ranges::find(always, field) != always.end() ||
           (may_be_revealed && std::ranges::find(once_revealed, field) != once_revealed.end());
  };
  const auto c = changes_in(message);
  if (!c) return 0;
  std::size_t leaks = 0;
  for (const auto& [key, value] : c->puts) {
    const auto* idea = key.record == "idea" ? value.if_object() : nullptr;
    if (idea == nullptr) continue;
    const bool is_sound =
        std::ranges::all_of(*idea, [&](const auto& field) { return may_see(field.key()); });
    if (!is_sound || number_in(idea, "at") % minute != 0) ++leaks;
  }
  return leaks;
}

} // namespace viche::rehearse
