// Descriptions → CSVW metadata, a table group.
#include "report/csvw.hpp"

#include "report/json_text.hpp"

#include <vector>

namespace viche::report {
namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;

object titles(std::string_view uk, std::string_view en) {
  return {{"uk", uk}, {"en", en}};
}

value datatype_of(const described_column& c) {
  if (c.format.empty()) return value(c.datatype);
  return object{{"base", c.datatype}, {"format", c.format}};
}

object column_of(const described_column& c) {
  auto all = titles(c.uk, c.en);
  all["und"] = value(c.name); // what stands in the file's first line, of no language
  object out{{"name", c.name}, {"titles", std::move(all)}, {"datatype", datatype_of(c)}};
  if (c.is_required) out["required"] = true;
  if (!c.separator.empty()) out["separator"] = value(c.separator);
  return out;
}

object reference_of(const foreign_key& k) {
  return {{"columnReference", k.column},
          {"reference", object{{"resource", k.table}, {"columnReference", k.key}}}};
}

object table_of(const table_description& t) {
  array columns;
  for (const auto& c : t.columns)
    columns.push_back(column_of(c));
  array primary;
  for (const auto name : t.primary_key)
    primary.push_back(value(name));
  object schema{{"columns", std::move(columns)}, {"primaryKey", std::move(primary)}};
  if (!t.foreign_keys.empty()) {
    array keys;
    for (const auto& k : t.foreign_keys)
      keys.push_back(reference_of(k));
    schema["foreignKeys"] = std::move(keys);
  }
  // Common properties are plain values in CSVW, one object per language.
  return {{"url", t.file},
          {"dc:title", array{object{{"@value", t.uk}, {"@language", "uk"}},
                             object{{"@value", t.en}, {"@language", "en"}}}},
          {"tableSchema", std::move(schema)}};
}

} // namespace

csv_table begun(const table_description& t) {
  csv_table out(',', false);
  std::vector<std::string> names;
  for (const auto& c : t.columns)
    names.emplace_back(c.name);
  out.line(names);
  return out;
}

std::string write_csvw(bool with_votings) {
  array tables{table_of(proposals_table)};
  if (with_votings) tables.push_back(table_of(votings_table));
  tables.push_back(table_of(tags_table));
  tables.push_back(table_of(passport_table));
  return json_text(
      object{{"@context", array{"http://www.w3.org/ns/csvw", object{{"@language", "uk"}}}},
             {"dialect", object{{"encoding", "utf-8"},
                                {"delimiter", ","},
                                {"quoteChar", "\""},
                                {"doubleQuote", true},
                                {"lineTerminators", array{"\r\n"}},
                                {"header", true}}},
             {"tables", std::move(tables)}});
}

} // namespace viche::report
