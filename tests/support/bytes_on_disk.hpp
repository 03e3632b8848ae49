// What another process reads of a data file: closing a descriptor of the file in this one would
// drop SQLite's locks.
#pragma once

#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <string>

namespace viche::test {

// All bytes of the data file and its WAL.
inline std::string bytes_on_disk(const std::filesystem::path& file) {
  const auto command = "cat '" + file.string() + "' '" + file.string() + "-wal'";
  std::string out;
  FILE* in = ::popen(command.c_str(), "r");
  REQUIRE(in != nullptr);
  std::array<char, 65536> part{};
  while (const auto count = std::fread(part.data(), 1, part.size(), in))
    out.append(part.data(), count);
  REQUIRE(::pclose(in) == 0);
  return out;
}

} // namespace viche::test
