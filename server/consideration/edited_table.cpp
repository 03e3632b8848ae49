// What the reader said → cells.
#include "consideration/edited_table.hpp"

#include "limits.hpp"
#include "model/wire_name.hpp"

#include <boost/json.hpp>

namespace viche::consideration {
namespace {

namespace json = boost::json;

std::optional<edited_row> row_of(const json::value& in) {
  const auto* pair = in.if_array();
  if (pair == nullptr || pair->size() != 2 || !(*pair)[1].is_array()) return std::nullopt;
  json::error_code wrong;
  edited_row out;
  out.row = (*pair)[0].to_number<std::uint32_t>(wrong);
  if (wrong) return std::nullopt;
  for (const auto& cell : (*pair)[1].get_array()) {
    const auto* text = cell.if_string();
    out.cells.push_back(text == nullptr ? edited_cell{} : edited_cell(std::string(*text)));
  }
  return out;
}

} // namespace

std::variant<edited_table, table_refusal> decode_table(std::string_view said) {
  json::parse_options options;
  options.max_depth = limits::json_depth_max;
  json::error_code failed;
  const auto whole = json::parse(said, failed, {}, options);
  const auto* object = failed ? nullptr : whole.if_object();
  if (object == nullptr) return table_refusal::unreadable;
  if (const auto* why = object->if_contains("refusal")) {
    const auto* name = why->if_string();
    return model::from_wire_name<table_refusal>(name == nullptr ? "" : *name)
        .value_or(table_refusal::unreadable);
  }
  const auto* rows = object->if_contains("rows");
  if (rows == nullptr || !rows->is_array()) return table_refusal::unreadable;
  edited_table out;
  for (const auto& one : rows->get_array()) {
    auto row = row_of(one);
    if (!row) return table_refusal::unreadable;
    out.push_back(std::move(*row));
  }
  return out;
}

} // namespace viche::consideration
