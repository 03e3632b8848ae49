// Whole sentences of a report, filled with its facts, for writers that are given texts. Pure.
#pragma once

#include "report/report.hpp"
#include "report/words.hpp"

#include <string>
#include <vector>

namespace viche::report {

// The report's words and numbers in the language of its frame.
struct speaker {
  explicit speaker(const report& of) : r(of), w(words_of(of.facts.language)) {}

  std::string number(std::size_t n) const;
  // The day is said only where it may differ.
  std::string time(model::time_ms_t at) const;
  std::string areas(const std::vector<model::slug>& slugs) const;
  // «17», and of what where more than one thing was counted; empty where votes are not shown.
  std::string votes(const std::optional<support>& s) const;
  bool is_one_day() const;
  // Whether anything was given otherwise than online.
  bool has_parts() const;

  const report& r;
  const words& w;
};

std::string held_said(const speaker& s);
std::vector<std::string> rules_said(const speaker& s);
std::string people_said(const speaker& s);
std::string channels_said(const speaker& s);
std::string late_said(const speaker& s); // empty: none was late
std::vector<std::string> voting_said(const speaker& s);
std::string made_by_said(const speaker& s);

} // namespace viche::report
