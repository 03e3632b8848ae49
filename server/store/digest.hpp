// SHA-256 over length-prefixed parts, hexadecimal, and random salts: what the chain is made of.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace viche::store {

using digest = std::array<std::uint8_t, 32>;
using salt = std::array<std::uint8_t, 16>;

// The bytes of an array, for hashing and storing. The array outlives the view.
template <std::size_t Size>
std::string_view bytes_of(const std::array<std::uint8_t, Size>& a) {
  return {reinterpret_cast<const char*>(a.data()), Size};
}

// 8 bytes, big-endian, of the length; then the bytes. So no two lists of parts look the same.
std::string length_prefixed(std::string_view part);

// SHA-256 of the parts as they are, one after another.
digest sha256(std::initializer_list<std::string_view> parts);

std::string to_hex(std::string_view bytes); // lower case

// 16 bytes nobody can guess. Throws std::runtime_error if the system has no randomness.
salt random_salt();

} // namespace viche::store
