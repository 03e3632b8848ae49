// From options and a table of areas to the settings of a session, as JSON.
#include "commands/settings_options.hpp"

#include "commands/default_areas.hpp"
#include "limits.hpp"
#include "rehearse/csv.hpp"

#include <CLI/CLI.hpp>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <optional>

namespace viche::commands {
namespace {

namespace json = boost::json;

constexpr std::size_t areas_file_bytes_max = 64 * 1024;

described_fault bad_areas(const std::string& file, const std::string& why) {
  return {fault::input_malformed, "The areas cannot be read from " + file + " (" + why +
                                      "): it must be a CSV table with the columns slug, uk_short, "
                                      "uk_full and en."};
}

// Where each column of the table stands; nullopt: one is missing.
using columns = std::array<std::size_t, 4>;
std::optional<columns> find_columns(const std::vector<std::string>& header) {
  constexpr std::array<std::string_view, 4> names{"slug", "uk_short", "uk_full", "en"};
  columns found{};
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto at = std::find(header.begin(), header.end(), names[i]);
    if (at == header.end()) return std::nullopt;
    found[i] = static_cast<std::size_t>(at - header.begin());
  }
  return found;
}

json::object area_json(std::string_view slug, std::string_view name, std::string_view full_name,
                       std::string_view english) {
  return {{"slug", slug}, {"name", name}, {"full_name", full_name}, {"english", english}};
}

described<json::array> read_areas(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return bad_areas(file, "the file cannot be opened");
  const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  auto table = rehearse::read_csv(text, {areas_file_bytes_max, limits::areas_max + 1});
  if (table.has_error()) return bad_areas(file, table.error().words);
  const auto at = table->empty() ? std::nullopt : find_columns(table->front().fields);
  if (!at) return bad_areas(file, "a column is missing");
  json::array areas;
  for (auto row = table->begin() + 1; row != table->end(); ++row) {
    const auto& f = row->fields;
    areas.push_back(area_json(f[(*at)[0]], f[(*at)[1]], f[(*at)[2]], f[(*at)[3]]));
  }
  return areas;
}

json::array default_area_list() {
  json::array areas;
  for (const auto& a : default_areas) {
    areas.push_back(area_json(a.slug, a.name, a.full_name, a.english));
  }
  return areas;
}

} // namespace

void add_settings_options(CLI::App& command, settings_options& o) {
  command.add_option("--title", o.title, "what the session is called on every page and the report")
      ->capture_default_str();
  command.add_option("--community", o.community, "the community that holds it")
      ->capture_default_str();
  command.add_option("--question", o.question, "the question it answers, if it has one");
  command.add_option("--areas", o.areas_file,
                     "CSV table of 3 to 24 subject areas: slug, uk_short, uk_full, en (default: "
                     "twelve areas of a community's strategy)");
  command.add_option("--votes", o.votes_per_person, "votes of each person")->capture_default_str();
  command.add_option("--tables", o.tables, "tables in the hall; 0: nobody is asked for a table")
      ->capture_default_str();
  command.add_option("--settlement", o.settlements,
                     "a settlement people may say they come from; may be repeated");
  command.add_option("--languages", o.languages, "languages of the pages: uk, en")
      ->delimiter(',')
      ->capture_default_str();
}

described<std::string> settings_json(const settings_options& o) {
  auto areas =
      o.areas_file.empty() ? described<json::array>(default_area_list()) : read_areas(o.areas_file);
  if (areas.has_error()) return areas.error();
  json::object set;
  set["title"] = o.title;
  set["community"] = o.community;
  set["question"] = o.question;
  set["areas"] = std::move(*areas);
  set["votes_per_person"] = o.votes_per_person;
  set["languages"] = json::array(o.languages.begin(), o.languages.end());
  set["level"] = 1;
  set["tables"] = o.tables;
  set["settlements"] = json::array(o.settlements.begin(), o.settlements.end());
  return json::serialize(set);
}

described_fault refused_settings(std::string_view refusal, std::string_view field,
                                 std::uint64_t limit) {
  std::string words = "The session was not made: ";
  words += refusal;
  if (!field.empty()) words.append(", in ").append(field);
  if (limit != 0) words.append(", the bound is ").append(std::to_string(limit));
  words += ". Correct the option and try again; docs/protocol.md explains the word.";
  return {fault::input_malformed, std::move(words)};
}

} // namespace viche::commands
