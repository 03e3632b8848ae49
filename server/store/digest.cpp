// OpenSSL's SHA-256 and random bytes.
#include "store/digest.hpp"

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <memory>
#include <stdexcept>

namespace viche::store {

std::string length_prefixed(std::string_view part) {
  std::string out;
  out.reserve(8 + part.size());
  for (int shift = 56; shift >= 0; shift -= 8) {
    out.push_back(static_cast<char>((std::uint64_t{part.size()} >> shift) & 0xFFU));
  }
  out.append(part);
  return out;
}

digest sha256(std::initializer_list<std::string_view> parts) {
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                        &EVP_MD_CTX_free);
  bool is_good = context && EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) == 1;
  for (const auto part : parts) {
    is_good = is_good && EVP_DigestUpdate(context.get(), part.data(), part.size()) == 1;
  }
  digest out{};
  is_good = is_good && EVP_DigestFinal_ex(context.get(), out.data(), nullptr) == 1;
  if (!is_good) throw std::runtime_error("SHA-256 is not available");
  return out;
}

std::string to_hex(std::string_view bytes) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string out;
  out.reserve(2 * bytes.size());
  for (const char c : bytes) {
    const auto b = static_cast<unsigned char>(c);
    out.push_back(digits[b >> 4]);
    out.push_back(digits[b & 15]);
  }
  return out;
}

salt random_salt() {
  salt out{};
  if (RAND_bytes(out.data(), static_cast<int>(out.size())) != 1) {
    throw std::runtime_error("the system gives no random bytes");
  }
  return out;
}

} // namespace viche::store
