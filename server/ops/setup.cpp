// Bounds of a session's settings.
#include "ops/setup.hpp"

#include <set>

namespace viche::ops {
namespace {

using model::refusal;
using model::refused;

model::verdict check_area_list(const std::vector<model::area>& areas) {
  std::set<model::slug> slugs;
  std::set<std::string> names;
  for (const auto& a : areas) {
    slugs.insert(a.slug);
    names.insert(a.name.value);
  }
  const bool is_count_right =
      areas.size() >= limits::areas_min && areas.size() <= limits::areas_max;
  if (!is_count_right || slugs.size() != areas.size() || names.size() != areas.size()) {
    return refused{refusal::areas_malformed, "areas", limits::areas_max};
  }
  return model::may;
}

std::size_t bytes_of(const std::vector<model::area>& areas) {
  std::size_t bytes = 0;
  for (const auto& a : areas)
    bytes += a.slug.value.size() + a.name.value.size() + a.full_name.value.size() +
             a.english.value.size();
  return bytes;
}

// So that the settings fit into one message.
std::size_t bytes_of(const model::settings& set) {
  auto bytes = set.title.value.size() + set.community.value.size() + set.question.value.size() +
               bytes_of(set.areas);
  for (const auto& s : set.settlements)
    bytes += s.value.size();
  return bytes;
}

} // namespace

model::verdict check_settings(const model::settings& set) {
  if (auto no = check_area_list(set.areas)) return no;
  if (set.votes_per_person < 1 || set.votes_per_person > limits::votes_per_person_max) {
    return refused{refusal::value_out_of_range, "votes_per_person", limits::votes_per_person_max};
  }
  if (set.level > limits::level_max) {
    return refused{refusal::value_out_of_range, "level", limits::level_max};
  }
  if (set.tables > limits::tables_max) {
    return refused{refusal::value_out_of_range, "tables", limits::tables_max};
  }
  if (set.settlements.size() > limits::settlements_max) {
    return refused{refusal::value_out_of_range, "settlements", limits::settlements_max};
  }
  if (bytes_of(set) > limits::settings_bytes_max) {
    return refused{refusal::value_out_of_range, "settlements"};
  }
  const bool has_twice = set.languages.size() == 2 && set.languages[0] == set.languages[1];
  if (set.languages.empty() || set.languages.size() > limits::languages_max || has_twice) {
    return refused{refusal::value_out_of_range, "languages", limits::languages_max};
  }
  return model::may;
}

} // namespace viche::ops
