// docs/protocol.md as the tests read it: its tables, the names in backticks, the code's words.
#pragma once

#include "model/wire_name.hpp"

#include <boost/json.hpp>
#include <boost/mp11.hpp>
#include <doctest/doctest.h>

#include <fstream>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

namespace viche {

namespace json = boost::json;
namespace mp11 = boost::mp11;
using names = std::vector<std::string>;
using cells = std::vector<std::string>;

inline std::vector<std::string> page() {
  std::ifstream in(VICHE_SOURCE_DIR "/docs/protocol.md");
  REQUIRE(in);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);)
    lines.push_back(line);
  return lines;
}

inline std::string page_text() {
  std::string all;
  for (const auto& line : page())
    all += line + ' ';
  return all;
}

// The rows of the first table under a heading, without its head.
inline std::vector<cells> table_under(const std::string& heading) {
  std::vector<cells> rows;
  bool is_under = false;
  for (const auto& line : page()) {
    if (line.starts_with("## ")) is_under = line == "## " + heading;
    if (!is_under) continue;
    if (!line.starts_with("|")) {
      if (rows.empty()) continue;
      break;
    }
    cells row;
    std::istringstream in(line.substr(1));
    for (std::string cell; std::getline(in, cell, '|');) {
      const auto begin = cell.find_first_not_of(' ');
      const auto end = cell.find_last_not_of(' ');
      row.push_back(begin == cell.npos ? "" : cell.substr(begin, end - begin + 1));
    }
    rows.push_back(row);
  }
  REQUIRE(rows.size() > 2);
  rows.erase(rows.begin(), rows.begin() + 2); // the head and its rule
  return rows;
}

inline std::string without(const std::string& text, const char* pattern) {
  return std::regex_replace(text, std::regex(pattern), "");
}

// Names in backticks, without what is explained in brackets.
inline names quoted(std::string text) {
  text = without(text, R"(\[\{[^}]*\}\])"); // a list's own fields
  text = without(text, R"(`null` or \{[^}]*\})");
  text = without(text, R"(\([^)]*\))");
  names found;
  const std::regex word("`([a-z_]+)`");
  for (std::sregex_iterator at(text.begin(), text.end(), word), end; at != end; ++at) {
    if ((*at)[1] != "null") found.push_back((*at)[1]);
  }
  return found;
}

inline std::string bare(const std::string& cell) {
  return without(cell, "`");
}

template <class Enum>
names words_of() {
  names out;
  mp11::mp_for_each<boost::describe::describe_enumerators<Enum>>(
      [&](auto d) { out.emplace_back(model::wire_name(d.value)); });
  return out;
}

} // namespace viche
