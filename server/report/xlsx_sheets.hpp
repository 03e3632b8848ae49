// The sheets of the workbook; only xlsx*.cpp include this.
#pragma once

#include "report/report.hpp"
#include "report/words.hpp"
#include "report/workbook.hpp"

#include <string>

namespace viche::report {

// The report, the words it is said in, and the workbook it goes into.
struct pages {
  const report& r;
  const words& w;
  workbook& book;

  // What stands in the corners of a printed page.
  void finish(sheet& s) const;
};

// A number of one way of voting; empty where the ways are not told apart.
cell_value way_of(const report& r, std::size_t n);

// Beside the name of a thing: how many, or why that is not said.
cell_value people_of(const words& w, const cell& c);

void add_proposals(const pages& p);
void add_voting(const pages& p);
void add_areas(const pages& p);
void add_people(const pages& p);
void add_moderation(const pages& p);
void add_figures(const pages& p);
void add_about(const pages& p);

} // namespace viche::report
