// The form of passes and link secrets, and how secrets are compared. The server never stores one;
// the session makes keyed hashes of it.
#pragma once

#include <cstddef>
#include <string_view>

namespace viche::socket {

// 22 characters of base64url, 128 bits: the form of passes and link secrets. Anything else in a
// cookie counts as absent.
bool is_token(std::string_view text);

inline constexpr std::size_t token_bytes = 16;

// Takes as long whether the first or the last character differs.
bool is_same_secret(std::string_view a, std::string_view b);

} // namespace viche::socket
