// Described structs → JSON text, and the messages of the server. Field order is the struct's.
#pragma once

#include "broadcast/view.hpp"
#include "model/refusal.hpp"
#include "model/wire_name.hpp"

#include <boost/describe.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/string.hpp>
#include <boost/mp11.hpp>

#include <concepts>
#include <string>
#include <string_view>
#include <vector>

namespace viche::broadcast {

inline std::string json_text(std::string_view s) {
  return boost::json::serialize(boost::json::string(s));
}

inline void write_json(std::string& out, const std::string& s) {
  out += json_text(s);
}
inline void write_json(std::string& out, bool b) {
  out += b ? "true" : "false";
}

template <std::integral T>
void write_json(std::string& out, T n) {
  out += std::to_string(n);
}

template <class T>
  requires std::is_enum_v<T>
void write_json(std::string& out, T e) {
  out += '"';
  out += model::wire_name(e);
  out += '"';
}

template <class T>
  requires boost::describe::has_describe_members<T>::value
void write_json(std::string& out, const T& in);

template <class T>
void write_json(std::string& out, const nullable<T>& in) {
  if (in.value) {
    write_json(out, *in.value);
  } else {
    out += "null";
  }
}

template <class T>
void write_json(std::string& out, const std::vector<T>& in) {
  out += '[';
  for (const auto& one : in) {
    if (&one != in.data()) out += ',';
    write_json(out, one);
  }
  out += ']';
}

template <class T>
void write_field(std::string& out, const char* name, const T& value) {
  if (out.back() != '{') out += ',';
  out += '"';
  out += name;
  out += "\":";
  write_json(out, value);
}

template <class T>
void write_field(std::string& out, const char* name, const std::optional<T>& value) {
  if (value) write_field(out, name, *value);
}

template <class T>
  requires boost::describe::has_describe_members<T>::value
void write_json(std::string& out, const T& in) {
  out += '{';
  boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_any_access>>(
      [&](auto d) { write_field(out, d.name, in.*d.pointer); });
  out += '}';
}

// --- messages; every one is a whole text message ---

// A record's put or drop, ready to be listed.
std::string put_json(std::string_view record, model::seq_t id, std::string_view value);
std::string drop_json(std::string_view record, model::seq_t id);

struct changes {
  std::vector<std::string> puts;
  std::vector<std::string> drops;
  bool is_empty() const { return puts.empty() && drops.empty(); }
};

struct welcome_facts {
  std::string_view epoch;
  std::string_view boot;
  model::time_ms_t now = 0;
  model::role role{};
  model::seq_t seq = 0;
};

std::string welcome_message(const welcome_facts& w);
std::string snapshot_message(std::string_view epoch, model::seq_t seq,
                             const std::vector<std::string>& puts);
std::string delta_message(model::seq_t after, model::seq_t seq, const changes& c);
std::string mine_message(model::seq_t seq, std::string_view mine);
std::string mine_json(const changes& c, bool is_whole);
// `message` (a snapshot or delta) with this person's addendum inside.
std::string with_mine(std::string_view message, std::string_view mine);
std::string ack_message(std::string_view op_id, model::seq_t seq);
std::string refusal_message(std::string_view op_id, const model::refused& why);
std::string similar_message(std::string_view question_id, const std::vector<similar_view>& ideas);
std::string turnout_message(std::uint64_t voted);
// Who of the people who joined is not connected now, by table (0: at none); wrong cards so far.
struct presence_facts {
  std::uint64_t connected = 0;
  std::map<std::uint32_t, std::uint32_t> away;
  std::uint64_t wrong_cards = 0;
  bool is_erasing = false; // what was erased is still in the WAL, which a reader keeps
};
std::string presence_message(const presence_facts& p);
// The end of a closed session's chain, 64 hex digits.
std::string head_message(model::seq_t seq, std::string_view hash);
std::string pong_message(std::int64_t at, model::time_ms_t now);

// The body of a refused HTTP request.
std::string refusal_body(const model::refused& why);

} // namespace viche::broadcast
