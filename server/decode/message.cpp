// Messages of clients.
#include "decode/message.hpp"

#include "decode/fields.hpp"
#include "decode/text.hpp"

#include <algorithm>
#include <array>

namespace viche::decode {

bool is_slug(std::string_view s) {
  return !s.empty() && s.size() <= limits::slug_bytes_max && std::ranges::all_of(s, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
}

bool is_like_picture(std::string_view base64) {
  constexpr std::string_view signature = "iVBORw0KGgo"; // of every PNG, in base64
  if (base64.empty()) return true;
  return base64.starts_with(signature) && std::ranges::all_of(base64, [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  c == '+' || c == '/' || c == '=';
         });
}

// Signature and IHDR stand at the beginning; IEND, always the same twelve bytes, at the end. How
// base64 writes those depends on how many bytes come before.
bool is_picture(std::string_view base64) {
  constexpr std::string_view header = "iVBORw0KGgoAAAANSUhEUg";
  constexpr std::array<std::string_view, 3> ends{"AAAAAElFTkSuQmCC",
                                                 "AAAABJRU5ErkJggg==", "AAAAASUVORK5CYII="};
  if (base64.empty()) return true;
  const bool is_whole =
      base64.starts_with(header) && base64.size() % 4 == 0 &&
      std::ranges::any_of(ends, [&](std::string_view end) { return base64.ends_with(end); });
  return is_whole && is_like_picture(base64) && base64.find('=') >= base64.size() - 2;
}

namespace {

// Texts stand in the JSON itself and are normalised as they are read.
struct wire_texts {
  template <std::size_t Max, std::size_t Min>
  model::verdict read(const json::value& in, model::text_of<Max, Min>& out,
                      const char* field) const {
    const auto* typed = in.if_string();
    if (typed == nullptr) return malformed(field);
    auto normal = normalise_text(*typed, Max, Min);
    if (const auto* no = std::get_if<model::refusal>(&normal)) {
      return model::refused{*no, field, *no == model::refusal::text_too_long ? Max : Min};
    }
    out.value = std::move(std::get<std::string>(normal));
    return model::may;
  }
  bool is_picture(std::string_view base64) const { return decode::is_picture(base64); }
};

json::value parse(std::string_view text, boost::system::error_code& wrong) {
  json::parse_options options;
  options.max_depth = limits::json_depth_max;
  return json::parse(text, wrong, {}, options);
}

bool is_op_id(std::string_view id) {
  return id.size() >= limits::op_id_bytes_min && id.size() <= limits::op_id_bytes_max &&
         std::ranges::all_of(id, [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  c == '_' || c == '-';
         });
}

// The op whose name is `kind`, read from `fields`.
using decoded_op = std::variant<ops::any_op, model::refused>;

decoded_op decode_op(std::string_view kind, const json::object& fields) {
  decoded_op out = model::refused{model::refusal::op_unknown};
  boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, ops::any_op>>(
      [&]<class Op>(boost::mp11::mp_identity<Op>) {
        if (Op::name != kind) return;
        if constexpr (ops::made_by_server<Op>) {
          out = model::refused{model::refusal::not_allowed, "kind"};
        } else {
          Op op;
          const auto no = field_reader<wire_texts>({}).read_object(fields, op, "kind");
          out = no ? decoded_op(*no) : decoded_op(ops::any_op(std::move(op)));
        }
      });
  return out;
}

message decode_submission(const json::object& in) {
  const auto* id = in.if_contains("id");
  if (id == nullptr || !id->is_string() || !is_op_id(id->get_string())) {
    return refused_op{{}, {model::refusal::op_id_malformed, "id"}};
  }
  const std::string name(id->get_string());
  const auto* op = in.if_contains("op");
  const auto* fields = op == nullptr ? nullptr : op->if_object();
  const auto* kind = fields == nullptr ? nullptr : fields->if_contains("kind");
  if (kind == nullptr || !kind->is_string() || in.size() != 3) {
    return refused_op{name, malformed("kind")};
  }
  auto decoded = decode_op(kind->get_string(), *fields);
  if (const auto* no = std::get_if<model::refused>(&decoded)) return refused_op{name, *no};
  return submission{name, std::move(std::get<ops::any_op>(decoded))};
}

// A text may still be too short to send: it is being typed.
message decode_similar(const json::object& in) {
  const auto* id = in.if_contains("id");
  if (id == nullptr || !id->is_string() || !is_op_id(id->get_string())) {
    return refused_op{{}, {model::refusal::op_id_malformed, "id"}};
  }
  const std::string name(id->get_string());
  const auto* text = in.if_contains("text");
  if (text == nullptr || in.size() != 3) return refused_op{name, malformed("text")};
  model::text_of<limits::idea_graphemes_max, 0> typed;
  if (const auto no = wire_texts().read(*text, typed, "text")) return refused_op{name, *no};
  return similar_question{name, std::move(typed.value)};
}

// Reads optional fields of a message, counting which were known.
class message_fields {
public:
  explicit message_fields(const json::object& in) : in_(in) {}

  std::optional<std::int64_t> number(const char* name) {
    const auto* v = find(name);
    if (v == nullptr) return std::nullopt;
    boost::system::error_code wrong;
    const auto n = v->to_number<std::int64_t>(wrong);
    if (!wrong && !v->is_double()) return n;
    is_wrong_ = true;
    return std::nullopt;
  }

  std::optional<std::string> text(const char* name) {
    const auto* v = find(name);
    if (v == nullptr) return std::nullopt;
    if (const auto* s = v->if_string()) return std::string(*s);
    is_wrong_ = true;
    return std::nullopt;
  }

  const json::object* object(const char* name) {
    const auto* v = find(name);
    if (v == nullptr) return nullptr;
    if (!v->is_object()) is_wrong_ = true;
    return v->if_object();
  }

  bool is_whole() const { return !is_wrong_ && known_ == in_.size(); }

private:
  const json::value* find(const char* name) {
    const auto* v = in_.if_contains(name);
    if (v != nullptr) ++known_;
    return v;
  }

  const json::object& in_;
  std::size_t known_ = 1; // "type"
  bool is_wrong_ = false;
};

constexpr std::uint32_t slot_max = limits::slots_max - 1;

// nullopt: not exactly an epoch and a seq.
std::optional<model::held> decode_held(const json::object& in) {
  const auto* epoch = in.if_contains("epoch");
  const auto* seq = in.if_contains("seq");
  const bool is_shaped = epoch != nullptr && epoch->is_string() && seq != nullptr &&
                         !seq->is_double() && in.size() == 2;
  if (!is_shaped) return std::nullopt;
  boost::system::error_code wrong;
  const auto n = seq->to_number<model::seq_t>(wrong);
  if (wrong) return std::nullopt;
  return model::held{std::string(epoch->get_string()), n};
}

message decode_hello(const json::object& in) {
  const broken not_a_hello{model::close_code::malformed};
  message_fields fields(in);
  hello out;
  const auto protocol = fields.number("protocol");
  const auto page_name = fields.text("page");
  const auto slot = fields.number("slot").value_or(0);
  out.pass = fields.text("pass").value_or("");
  out.secret = fields.text("secret").value_or("");
  if (const auto* held = fields.object("held")) {
    out.held = decode_held(*held);
    if (!out.held) return not_a_hello;
  }
  const auto page_found = model::from_wire_name<page>(page_name.value_or(""));
  if (!fields.is_whole() || protocol != 1 || !page_found || slot < 0 || slot > slot_max) {
    return not_a_hello;
  }
  out.protocol = 1;
  out.page = *page_found;
  out.slot = static_cast<std::uint32_t>(slot);
  return out;
}

message decode_ping(const json::object& in) {
  message_fields fields(in);
  const auto at = fields.number("at");
  if (!at || !fields.is_whole()) return broken{model::close_code::malformed};
  return ping{*at};
}

} // namespace

message decode_message(std::string_view text) {
  boost::system::error_code wrong;
  const auto value = parse(text, wrong);
  const auto* in = wrong ? nullptr : value.if_object();
  const auto* type = in == nullptr ? nullptr : in->if_contains("type");
  if (type == nullptr || !type->is_string()) return broken{model::close_code::malformed};
  if (type->get_string() == "op") return decode_submission(*in);
  if (type->get_string() == "similar") return decode_similar(*in);
  if (type->get_string() == "ping") return decode_ping(*in);
  if (type->get_string() == "hello") return decode_hello(*in);
  return broken{model::close_code::message_unknown};
}

decoded_settings decode_settings(std::string_view json_text) {
  boost::system::error_code wrong;
  const auto value = parse(json_text, wrong);
  const auto* in = wrong ? nullptr : value.if_object();
  if (in == nullptr) return model::refused{model::refusal::request_malformed};
  model::settings set;
  if (auto no = field_reader<wire_texts>({}).read_object(*in, set)) return *no;
  return set;
}

} // namespace viche::decode
