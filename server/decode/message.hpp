// Text of a client → what it means. The only door for unknown JSON; texts are normalised to NFC,
// trimmed and counted here, once. Pure.
#pragma once

#include "model/audience.hpp"
#include "model/refusal.hpp"
#include "ops/list.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace viche::decode {

enum class page : std::uint8_t { phone, desk, operator_, board };
BOOST_DESCRIBE_ENUM(page, phone, desk, operator_, board)

struct hello {
  std::uint32_t protocol = 0;
  enum page page {};
  std::uint32_t slot = 0;
  std::string pass;   // empty: by cookie
  std::string secret; // empty: by cookie
  std::optional<model::held> held;
};

struct submission {
  std::string id;
  ops::any_op op;
};

// An op or question that may not be: answered with a refusal, the connection stays. `id` is empty
// if it could not be read.
struct refused_op {
  std::string id;
  model::refused why;
};

// Asks for ideas alike to a text that is being typed.
struct similar_question {
  std::string id;
  std::string text;
};

struct ping {
  std::int64_t at = 0;
};

// Not a message of the protocol: the connection is closed with this code.
struct broken {
  model::close_code close{};
};

using message = std::variant<hello, submission, similar_question, refused_op, ping, broken>;

// `text` is valid UTF-8 (the WebSocket layer checked) of at most message_bytes_max bytes.
message decode_message(std::string_view text);

// The settings in a body of POST /api/sessions; a refusal names the field.
using decoded_settings = std::variant<model::settings, model::refused>;
decoded_settings decode_settings(std::string_view json_text);

} // namespace viche::decode
