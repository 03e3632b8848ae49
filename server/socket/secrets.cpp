// Comparison of secrets without a hint of where they differ is OpenSSL's.
#include "socket/secrets.hpp"

#include <openssl/crypto.h>

#include <algorithm>

namespace viche::socket {

bool is_token(std::string_view text) {
  constexpr std::string_view alphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  constexpr std::size_t characters = (token_bytes * 8 + 5) / 6;
  return text.size() == characters && std::all_of(text.begin(), text.end(), [&](char c) {
           return alphabet.find(c) != std::string_view::npos;
         });
}

bool is_same_secret(std::string_view a, std::string_view b) {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

} // namespace viche::socket
