// The forms of link secrets and passes, and how secrets are compared. The server never stores one;
// the session makes keyed hashes of it.
#pragma once

#include <cstddef>
#include <string_view>

namespace viche::socket {

// 22 characters of base64url, 128 bits: the form of link secrets and host keys; or the 16 of one
// that is typed from paper. Anything else in a cookie counts as absent.
bool is_token(std::string_view text);

inline constexpr std::size_t token_bytes = 16;

// Ours of pass_characters, or one that another client chose (docs/protocol.md, "Passes").
bool is_pass(std::string_view text);

// The form of a client's op id.
bool is_op_id(std::string_view text);

// Takes as long whether the first or the last character differs.
bool is_same_secret(std::string_view a, std::string_view b);

} // namespace viche::socket
