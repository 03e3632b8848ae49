// The messages of the server.
#include "broadcast/encode.hpp"

namespace viche::broadcast {
namespace {

void write_list(std::string& out, const std::vector<std::string>& items) {
  out += '[';
  for (const auto& item : items) {
    if (&item != items.data()) out += ',';
    out += item;
  }
  out += ']';
}

std::string record_json(std::string_view record, model::seq_t id) {
  std::string out = R"({"record":")";
  out += record;
  out += R"(","id":)";
  out += std::to_string(id);
  return out;
}

void write_refusal(std::string& out, const model::refused& why) {
  out += R"("refusal":")";
  out += model::name_of(why.why);
  out += model::is_later(why.why) ? R"(","kind":"later")" : R"(","kind":"final")";
  if (why.field != nullptr) {
    out += R"(,"field":)";
    out += json_text(why.field);
  }
  if (why.limit != 0) {
    out += R"(,"limit":)";
    out += std::to_string(why.limit);
  }
  out += '}';
}

} // namespace

std::string put_json(std::string_view record, model::seq_t id, std::string_view value) {
  std::string out = record_json(record, id);
  out += R"(,"value":)";
  out += value;
  out += '}';
  return out;
}

std::string drop_json(std::string_view record, model::seq_t id) {
  return record_json(record, id) + '}';
}

std::string welcome_message(const welcome_facts& w) {
  std::string out = R"({"type":"welcome","protocol":1,"epoch":)";
  out += json_text(w.epoch);
  out += R"(,"boot":)";
  out += json_text(w.boot);
  out += R"(,"now":)";
  out += std::to_string(w.now);
  out += R"(,"role":)";
  write_json(out, w.role);
  out += R"(,"seq":)";
  out += std::to_string(w.seq);
  out += '}';
  return out;
}

std::string snapshot_message(std::string_view epoch, model::seq_t seq,
                             const std::vector<std::string>& puts) {
  std::string out = R"({"type":"snapshot","epoch":)";
  out += json_text(epoch);
  out += R"(,"seq":)";
  out += std::to_string(seq);
  out += R"(,"puts":)";
  write_list(out, puts);
  out += '}';
  return out;
}

std::string delta_message(model::seq_t after, model::seq_t seq, const changes& c) {
  std::string out = R"({"type":"delta","after":)";
  out += std::to_string(after);
  out += R"(,"seq":)";
  out += std::to_string(seq);
  out += R"(,"puts":)";
  write_list(out, c.puts);
  out += R"(,"drops":)";
  write_list(out, c.drops);
  out += '}';
  return out;
}

std::string mine_json(const changes& c, bool is_whole) {
  std::string out = R"({"whole":)";
  out += is_whole ? "true" : "false";
  out += R"(,"puts":)";
  write_list(out, c.puts);
  out += R"(,"drops":)";
  write_list(out, c.drops);
  out += '}';
  return out;
}

std::string mine_message(model::seq_t seq, std::string_view mine) {
  std::string out = R"({"type":"mine","seq":)";
  out += std::to_string(seq);
  out += R"(,"mine":)";
  out += mine;
  out += '}';
  return out;
}

std::string with_mine(std::string_view message, std::string_view mine) {
  std::string out;
  out.reserve(message.size() + mine.size() + 10);
  out = message.substr(0, message.size() - 1); // before the closing brace
  out += R"(,"mine":)";
  out += mine;
  out += '}';
  return out;
}

std::string ack_message(std::string_view op_id, model::seq_t seq) {
  std::string out = R"({"type":"ack","id":)";
  out += json_text(op_id);
  out += R"(,"seq":)";
  out += std::to_string(seq);
  out += '}';
  return out;
}

std::string refusal_message(std::string_view op_id, const model::refused& why) {
  std::string out = R"({"type":"refusal","id":)";
  out += op_id.empty() ? "null" : json_text(op_id);
  out += ',';
  write_refusal(out, why);
  return out;
}

std::string refusal_body(const model::refused& why) {
  std::string out = "{";
  write_refusal(out, why);
  return out;
}

std::string similar_message(std::string_view question_id, const std::vector<similar_view>& ideas) {
  std::string out = R"({"type":"similar","id":)";
  out += json_text(question_id);
  out += R"(,"ideas":)";
  write_json(out, ideas);
  out += '}';
  return out;
}

std::string turnout_message(std::uint64_t voted) {
  return R"({"type":"turnout","voted":)" + std::to_string(voted) + '}';
}

std::string presence_message(const presence_facts& p) {
  std::string out = R"({"type":"presence","connected":)" + std::to_string(p.connected);
  out += R"(,"away":[)";
  for (const auto& [table, people] : p.away) {
    if (out.back() != '[') out += ',';
    out += R"({"table":)" + std::to_string(table) + R"(,"people":)" + std::to_string(people) + '}';
  }
  out += R"(],"wrong_cards":)" + std::to_string(p.wrong_cards);
  return out + R"(,"erasing":)" + (p.is_erasing ? "true}" : "false}");
}

std::string head_message(model::seq_t seq, std::string_view hash) {
  return R"({"type":"head","seq":)" + std::to_string(seq) + R"(,"hash":)" + json_text(hash) + '}';
}

std::string pong_message(std::int64_t at, model::time_ms_t now) {
  return R"({"type":"pong","at":)" + std::to_string(at) + R"(,"now":)" + std::to_string(now) + '}';
}

} // namespace viche::broadcast
