// What a format says, to be searched: packed ones (XLSX and other zips) are unpacked by Python, so
// by nothing of the code that packed them.
#pragma once

#include "support/temp_dir.hpp"

#include <boost/json/parse.hpp>
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace viche::test {

inline std::string content_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline void run_python(const std::string& words) {
  // NOLINTNEXTLINE(cert-env33-c): the paths are those of the test
  REQUIRE_MESSAGE(std::system(("/usr/bin/python3 " + words).c_str()) == 0, words);
}

inline bool is_packed(const std::string& written) {
  return written.starts_with("PK");
}

// All parts, one after the other.
inline std::string unpacked(const std::string& written) {
  if (!is_packed(written)) return written;
  const temp_dir folder;
  const auto file = (folder / "packed").string();
  std::ofstream(file, std::ios::binary) << written;
  run_python("-m zipfile -e '" + file + "' '" + (folder / "parts").string() + "'");
  std::string all;
  for (const auto& part : std::filesystem::recursive_directory_iterator(folder / "parts")) {
    if (part.is_regular_file()) all += content_of(part.path());
  }
  return all;
}

// All of a workbook, as read_xlsx.py says it.
inline boost::json::value read_xlsx(const std::string& written) {
  const temp_dir folder;
  const auto file = (folder / "report.xlsx").string();
  const auto said = (folder / "said.json").string();
  std::ofstream(file, std::ios::binary) << written;
  run_python("'" VICHE_SOURCE_DIR "/tests/support/read_xlsx.py' '" + file + "' > '" + said + "'");
  return boost::json::parse(content_of(said));
}

} // namespace viche::test
