// Comparison of secrets without a hint of where they differ is OpenSSL's.
#include "socket/secrets.hpp"

#include "limits.hpp"
#include "session/passes.hpp"

#include <openssl/crypto.h>

#include <algorithm>

namespace viche::socket {
namespace {

bool is_of(std::string_view text, std::string_view alphabet) {
  return std::ranges::all_of(text,
                             [&](char c) { return alphabet.find(c) != std::string_view::npos; });
}

constexpr std::string_view base64url =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

} // namespace

bool is_token(std::string_view text) {
  constexpr std::size_t characters = (token_bytes * 8 + 5) / 6;
  if (text.size() == limits::recovery_characters) return is_of(text, session::pass_alphabet);
  return text.size() == characters && is_of(text, base64url);
}

bool is_pass(std::string_view text) {
  if (text.size() == limits::pass_characters) return is_of(text, session::pass_alphabet);
  return text.size() >= limits::foreign_pass_characters_min &&
         text.size() <= limits::foreign_pass_characters_max && is_of(text, base64url);
}

bool is_op_id(std::string_view text) {
  return text.size() >= limits::op_id_bytes_min && text.size() <= limits::op_id_bytes_max &&
         is_of(text, base64url);
}

bool is_same_secret(std::string_view a, std::string_view b) {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

} // namespace viche::socket
