// Passes and links → ids, by keyed hashes (HMAC-SHA-256, truncated to 128 bits, RFC 2104).
// Raw passes and secrets are never stored. Random numbers come from OpenSSL.
#pragma once

#include "model/audience.hpp"
#include "model/session_record.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace viche::session {

// The writer and the voter of a person slot on a device. They share nothing that the log shows.
model::identity identity_of_pass(const model::session_keys& keys, std::string_view pass,
                                 std::uint32_t slot);

model::id128 hash_of_link(const model::session_keys& keys, std::string_view secret);

// The two secrets of a voting card, hashed under the vote key; nullopt once the session is closed.
std::optional<model::id128> hash_of_card_code(const model::session_keys& keys,
                                              std::string_view code);
std::optional<model::id128> hash_of_card_digits(const model::session_keys& keys,
                                                std::string_view digits);

// The pass of somebody who enters: pass_characters of Crockford's base 32, so that it can be
// written down as the person's recovery code. Sixty bits: nobody guesses one through our doors.
inline constexpr std::string_view pass_alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
std::string random_pass();

// The secret of a link that is typed from paper: recovery_characters of the same alphabet, 80 bits.
std::string random_recovery();

// Eight digits of a card, all equally likely.
std::string random_digits();

// `bytes` random bytes in base64url without padding.
std::string random_secret(std::size_t bytes);
std::string random_hex(std::size_t bytes);
std::uint64_t random_seed(); // of a report
std::string random_code(); // six digits, the first not 0
model::session_keys random_keys();

} // namespace viche::session
