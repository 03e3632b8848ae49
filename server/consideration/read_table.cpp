// The words behind the script: its bounds, and what the sheet of proposals may be called.
#include "consideration/edited_table.hpp"

#include "limits.hpp"

namespace viche::consideration {

std::vector<std::string> read_table_arguments() {
  std::vector<std::string> out;
  for (const auto bound :
       {limits::table_parts_max, limits::table_unpacked_bytes_max, limits::table_rows_max,
        limits::table_columns_max, limits::table_said_bytes_max})
    out.push_back(std::to_string(bound));
  out.emplace_back("Пропозиції");
  out.emplace_back("Proposals");
  return out;
}

} // namespace viche::consideration
