// The acceptance scenario, for the tests of this folder.
#pragma once

#include "rehearse/scenario.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>

namespace viche::rehearse {

inline scenario the_109() {
  std::ifstream file(VICHE_SOURCE_DIR "/tests/data/serhiivka-109-illustrative.csv",
                     std::ios::binary);
  const std::string csv(std::istreambuf_iterator<char>(file), {});
  auto read = read_scenario(csv);
  REQUIRE(read.has_value());
  return *read;
}

} // namespace viche::rehearse
