// Which ideas are visible now.
#include "similar/changes.hpp"

namespace viche::similar {
namespace {

std::optional<std::string> visible_text(const model::idea& i) {
  return model::is_published(i) ? std::optional(i.text.value) : std::nullopt;
}

} // namespace

changes changes_of(const model::state& s, const model::touched& t) {
  changes out;
  for (const auto& key : t.records) {
    if (key.kind != model::record::idea) continue;
    const auto* i = model::find_idea(s, key.id);
    out.emplace(key.id, i == nullptr ? std::nullopt : visible_text(*i));
  }
  return out;
}

changes all_of(const model::state& s) {
  changes out;
  for (const auto& [id, i] : s.ideas)
    out.emplace(id, visible_text(i));
  return out;
}

} // namespace viche::similar
