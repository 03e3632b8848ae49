// Keyed hashes and random numbers by OpenSSL.
#include "session/passes.hpp"

#include "limits.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <vector>

namespace viche::session {
namespace {

const unsigned char* bytes_of(std::string_view s) {
  return reinterpret_cast<const unsigned char*>(s.data());
}

void fill_random(unsigned char* out, std::size_t size) {
  if (RAND_bytes(out, static_cast<int>(size)) == 1) return;
  std::fputs("viche: the system gives no random numbers; nothing can be kept secret\n", stderr);
  std::abort();
}

model::id128 keyed_hash(const model::secret_key& key, std::string_view what) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> mac{};
  unsigned int size = 0;
  HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), bytes_of(what), what.size(),
       mac.data(), &size);
  model::id128 id;
  std::copy_n(mac.begin(), id.bytes.size(), id.bytes.begin());
  return id;
}

} // namespace

model::identity identity_of_pass(const model::session_keys& keys, std::string_view pass,
                                 std::uint32_t slot) {
  // The slot is one digit and stands first: no pass can be another pass with a slot.
  const auto named = std::to_string(slot) + ':' + std::string(pass);
  model::identity is;
  is.as = model::role::resident;
  is.writer = keyed_hash(keys.writer, named);
  if (keys.vote) is.voter = keyed_hash(*keys.vote, named);
  return is;
}

model::id128 hash_of_link(const model::session_keys& keys, std::string_view secret) {
  return keyed_hash(keys.link, secret);
}

// The marks keep a card's two secrets, and passes, apart.
std::optional<model::id128> hash_of_card_code(const model::session_keys& keys,
                                              std::string_view code) {
  if (!keys.vote) return std::nullopt;
  return keyed_hash(*keys.vote, "card:" + std::string(code));
}

std::optional<model::id128> hash_of_card_digits(const model::session_keys& keys,
                                                std::string_view digits) {
  if (!keys.vote) return std::nullopt;
  return keyed_hash(*keys.vote, "digits:" + std::string(digits));
}

namespace {

std::string random_symbols(std::size_t count) {
  static_assert(pass_alphabet.size() == 32);
  std::vector<unsigned char> random(count);
  fill_random(random.data(), random.size());
  std::string out;
  for (const auto b : random)
    out.push_back(pass_alphabet[b % pass_alphabet.size()]); // 32 divides 256: all equally likely
  return out;
}

} // namespace

std::string random_pass() {
  return random_symbols(limits::pass_characters);
}

std::string random_recovery() {
  return random_symbols(limits::recovery_characters);
}

std::string random_digits() {
  constexpr std::uint32_t count = 100'000'000;
  constexpr std::uint32_t fair = UINT32_MAX - UINT32_MAX % count; // above it some were likelier
  std::uint32_t n = fair;
  while (n >= fair) {
    std::array<unsigned char, sizeof n> random{};
    fill_random(random.data(), random.size());
    std::memcpy(&n, random.data(), sizeof n);
  }
  auto digits = std::to_string(n % count);
  return std::string(limits::card_digits - digits.size(), '0') + digits;
}

std::string random_secret(std::size_t bytes) {
  static constexpr char digits[] =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  std::vector<unsigned char> random(bytes);
  fill_random(random.data(), random.size());
  std::string out;
  unsigned int held = 0;
  unsigned int held_bits = 0;
  for (const auto b : random) {
    held = (held << 8U) | b;
    held_bits += 8;
    while (held_bits >= 6) {
      held_bits -= 6;
      out.push_back(digits[(held >> held_bits) & 63U]);
    }
  }
  if (held_bits > 0) out.push_back(digits[(held << (6 - held_bits)) & 63U]);
  return out;
}

std::string random_hex(std::size_t bytes) {
  static constexpr char digits[] = "0123456789abcdef";
  std::vector<unsigned char> random(bytes);
  fill_random(random.data(), random.size());
  std::string out;
  for (const auto b : random) {
    out.push_back(digits[b >> 4U]);
    out.push_back(digits[b & 15U]);
  }
  return out;
}

std::uint64_t random_seed() {
  return std::stoull(random_hex(sizeof(std::uint64_t)), nullptr, 16);
}

std::string random_code() {
  std::uint32_t n = 0;
  do { // the top of the range is left out, so that every code is equally likely
    fill_random(reinterpret_cast<unsigned char*>(&n), sizeof n);
  } while (n >= 4294800000U);
  return std::to_string(100000U + n % 900000U);
}

model::session_keys random_keys() {
  model::session_keys keys;
  keys.vote.emplace();
  fill_random(keys.writer.data(), keys.writer.size());
  fill_random(keys.vote->data(), keys.vote->size());
  fill_random(keys.link.data(), keys.link.size());
  return keys;
}

} // namespace viche::session
