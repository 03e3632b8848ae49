// A spreadsheet in the making: sheets of one table each, with charts beside them, to the bytes of
// an XLSX. Only xlsx*.cpp include this; libxlsxwriter is known to
// workbook.cpp and sheet.cpp alone.
#pragma once

#include "report/sheet.hpp"

#include <string>
#include <string_view>

namespace viche::report {

// What the file says about itself.
struct workbook_facts {
  std::string title;
  std::string community;
  std::string made_by;
  model::time_ms_t made_at = 0; // nothing else in the bytes knows a time
};

// The bytes are those of the facts and the sheets alone, whenever and wherever they are written.
class workbook {
public:
  explicit workbook(workbook_facts facts);
  ~workbook();
  workbook(const workbook&) = delete;
  workbook& operator=(const workbook&) = delete;
  workbook(workbook&&) = delete;
  workbook& operator=(workbook&&) = delete;

  // At most 31 characters and none of []:*?/\ in the name; it is ours.
  sheet add_sheet(std::string_view name, std::vector<column> columns,
                  std::uint16_t frozen_columns = 0);

  // Once. Empty: this machine has no room for it, in memory or where it keeps what is temporary.
  std::string take();

private:
  workbook_facts facts_;
  int file_ = -1; // in memory
  // A file system in memory, where the machine has one: residents' texts go to no disk. Otherwise
  // the library takes TMPDIR or /tmp; it unlinks what it opens there before it writes.
  std::string parts_in_ = "/dev/shm";
  lxw_workbook* book_ = nullptr;
  sheet_formats formats_{};
};

} // namespace viche::report
