// The allow-lists, record by record.
#include "broadcast/view.hpp"

#include "broadcast/council_view.hpp"
#include "broadcast/encode.hpp"
#include "broadcast/hall_view.hpp"

#include <algorithm>
#include <set>

namespace viche::broadcast {
namespace {

using model::audience;

std::vector<std::string> slugs(const std::vector<model::slug>& areas) {
  std::vector<std::string> out;
  for (const auto& a : areas)
    out.push_back(a.value);
  return out;
}

std::string session_json(const model::state& s) {
  session_view v;
  v.code = s.code;
  v.title = s.set.title.value;
  v.community = s.set.community.value;
  v.question = s.set.question.value;
  for (const auto& a : s.set.areas) {
    v.areas.push_back({a.slug.value, a.name.value, a.full_name.value, a.english.value});
  }
  v.votes_per_person = s.set.votes_per_person;
  v.languages = s.set.languages;
  v.level = s.set.level;
  v.tables = s.set.tables;
  for (const auto& one : s.set.settlements)
    v.settlements.push_back(one.value);
  v.people_per_phone = s.people_per_phone;
  v.premoderation = s.has_premoderation;
  v.authorship = s.authors;
  if (const auto& told = s.details.contact.value; !told.empty()) v.contact = told;
  return encoded(v);
}

std::string phase_json(const model::state& s) {
  phase_view v;
  if (!s.phases.empty()) {
    const auto& open = s.phases.back();
    v.phase = open.what;
    v.opened_at = open.opened_at;
    v.planned_ms = open.planned_ms;
    v.extended_ms = open.extended_ms;
    v.paused_ms = open.paused_ms;
  }
  if (s.is_paused) v.pause.value = pause_view{s.pauses.back().reason, s.pauses.back().since};
  return encoded(v);
}

std::optional<std::string> original_of(const model::idea& i) {
  if (!i.original) return std::nullopt;
  return i.original->value;
}

std::optional<std::uint64_t> if_some(std::size_t n) {
  if (n == 0) return std::nullopt;
  return n;
}

std::uint64_t merged_under(const model::state& s, const model::idea& i) {
  return model::group_of(s, i).size() - 1;
}

// Whether the hall was shown this place. A desk's `place` follows it too, so that the desk and its
// copy of the board know how far the reveal has come.
bool is_revealed(const model::state& s, std::uint32_t place) {
  if (s.revealed_place == 1) return true;
  return s.revealed_place != 0 && place >= s.revealed_place && place <= limits::reveal_place_max;
}

std::optional<std::string> public_idea(const model::state& s, const model::idea& i,
                                       const places& p) {
  if (!model::is_published(i)) return std::nullopt;
  idea_view v;
  v.number = i.number;
  v.text = i.text.value;
  v.original = original_of(i);
  v.areas = slugs(i.areas);
  v.at = to_minute(i.at);
  v.channel = i.channel;
  v.merged = merged_under(s, i);
  v.supports = model::supports_of(s, i);
  const auto placed = p.find(i.id);
  const auto place = placed == p.end() ? 0 : placed->second;
  if (is_revealed(s, place)) {
    v.support = model::total_of(s, i);
    if (!model::is_split_secret(s)) v.paper = if_some(model::paper_support_of(s, i));
    v.hands = if_some(model::hands_of(s, i));
    if (place != 0) v.place = place;
  }
  return encoded(v);
}

std::string desk_idea(const model::state& s, const model::idea& i, const places& p) {
  desk_idea_view v;
  v.number = i.number;
  v.text = i.text.value;
  v.original = original_of(i);
  v.areas = slugs(i.areas);
  v.at = i.at;
  v.channel = i.channel;
  v.merged = merged_under(s, i);
  v.supports = model::supports_of(s, i);
  v.support = model::total_of(s, i);
  v.paper = if_some(model::paper_support_of(s, i));
  v.hands = if_some(model::hands_of(s, i));
  const auto placed = p.find(i.id);
  if (placed != p.end() && is_revealed(s, placed->second)) v.place = placed->second;
  v.table = i.table;
  v.settlement = i.settlement;
  v.hidden.value = i.hidden;
  v.withdrawn = i.is_withdrawn;
  v.redacted = i.is_redacted;
  v.moderated = i.is_moderated;
  v.pending = i.is_pending;
  if (i.claimed_by) v.claimed.value = model::to_hex(*i.claimed_by);
  v.merged_into = i.merged_into;
  v.members = i.members;
  return encoded(v);
}

std::string totals_json(const model::state& s, audience who) {
  desk_totals_view v;
  v.people = model::people_of(s);
  v.tables = model::tables_of(s).size();
  v.submitted = s.ideas.size();
  for (const auto& [id, i] : s.ideas) {
    v.ideas += model::is_published(i) ? 1U : 0U;
    v.hidden += i.hidden ? 1U : 0U;
    v.merged += i.merged_into != 0 ? 1U : 0U;
    v.pending += i.is_pending && !i.hidden && !i.is_withdrawn ? 1U : 0U;
    v.votes += i.standing.size();
  }
  if (who == audience::desk) return encoded(v);
  return encoded(totals_view{v.ideas, v.people, v.tables});
}

std::string spotlight_json(const model::state& s) {
  const auto* shown = model::find_idea(s, s.spotlight);
  const bool is_seen = shown != nullptr && model::is_published(*shown);
  return encoded(spotlight_view{is_seen ? s.spotlight : 0});
}

std::string help_json(const model::state& s) {
  std::map<std::uint32_t, model::time_ms_t> oldest;
  for (const auto& [writer, since] : s.asking) {
    const auto [at, is_new] = oldest.try_emplace(model::table_of(s, writer), since);
    if (!is_new) at->second = std::min(at->second, since);
  }
  help_view v;
  for (const auto& [table, since] : oldest)
    v.asked.push_back({table, since});
  std::ranges::stable_sort(v.asked, {}, &help_request_view::at);
  return encoded(v);
}

std::optional<std::string> late_idea_json(const model::state& s, model::seq_t id) {
  const auto found = s.late_ideas.find(id);
  if (found == s.late_ideas.end() || found->second.fate != model::late_fate::waiting) {
    return std::nullopt;
  }
  const auto& l = found->second;
  return encoded(late_idea_view{l.text.value, slugs(l.areas), l.table, l.at});
}

std::string programme_json(const model::state& s) {
  programme_view v;
  for (const auto& [phase, minutes] : s.planned)
    v.phases.push_back({phase, minutes});
  return encoded(v);
}

std::string staff_json(const model::state& s) {
  staff_view v;
  for (const auto& l : s.links)
    v.links.push_back({model::to_hex(l.hash), l.role, l.name});
  return encoded(v);
}

} // namespace

places places_of(const model::state& s) {
  places out;
  if (model::phase_now(s) < model::phase::results) return out;
  for (const auto& r : model::ranking_of(s))
    out.emplace(r.which->id, r.place);
  return out;
}

std::optional<std::string> view(const model::state& s, const model::record_key& key, audience who,
                                const places& p) {
  switch (key.kind) {
  case model::record::session: return session_json(s);
  case model::record::phase: return phase_json(s);
  case model::record::spotlight: return spotlight_json(s);
  case model::record::totals: return totals_json(s, who);
  case model::record::wifi:
    if (!is_screen(who)) return std::nullopt;
    return encoded(wifi_view{s.wifi.ssid.value, s.wifi.password.value});
  case model::record::help:
    if (who != audience::desk) return std::nullopt;
    return help_json(s);
  case model::record::late_idea:
    if (who != audience::desk) return std::nullopt;
    return late_idea_json(s, key.id);
  case model::record::programme:
    if (!is_screen(who)) return std::nullopt;
    return programme_json(s);
  case model::record::staff:
    if (who != audience::desk) return std::nullopt;
    return staff_json(s);
  case model::record::council:
  case model::record::decision:
  case model::record::publication: return council_view_of(s, key, who);
  case model::record::idea: break;
  default: return hall_view_of(s, key, who);
  }
  const auto* i = model::find_idea(s, key.id);
  if (i == nullptr) return std::nullopt;
  if (who == audience::desk) return desk_idea(s, *i, p);
  return public_idea(s, *i, p);
}

std::vector<model::record_key> all_keys(const model::state& s) {
  std::vector<model::record_key> keys{
      {model::record::session},    {model::record::phase},    {model::record::spotlight},
      {model::record::totals},     {model::record::wifi},     {model::record::help},
      {model::record::programme},  {model::record::staff},    {model::record::warmup},
      {model::record::board},      {model::record::hall},     {model::record::guests},
      {model::record::cards},      {model::record::branding}, {model::record::council},
      {model::record::publication}};
  for (const auto& [id, i] : s.ideas)
    keys.push_back({model::record::idea, id});
  for (const auto& [id, l] : s.late_ideas)
    keys.push_back({model::record::late_idea, id});
  for (const auto& [table, said] : s.sentences)
    keys.push_back({model::record::sentence, table});
  for (const auto& [number, sheet] : s.sheets)
    keys.push_back({model::record::sheet, number});
  for (const auto& [idea, decided] : s.decisions)
    keys.push_back({model::record::decision, idea});
  for (const auto& [idea, counted] : s.hand_counts)
    keys.push_back({model::record::hand_count, idea});
  return keys;
}

std::string me_json(const model::state& s, const model::identity& is) {
  me_view v;
  v.writer = model::to_hex(is.writer);
  if (const auto voter = model::voter_of(s, is)) v.voter.value = model::to_hex(*voter);
  if (is.voter && s.set.level >= 2) {
    const auto held = s.card_of_device.find(*is.voter);
    v.card = held == s.card_of_device.end() ? 0 : held->second;
  }
  if (const auto told = s.warmup.answers.find(is.writer); told != s.warmup.answers.end()) {
    v.warmup.value = told->second;
  }
  if (const auto joined = s.people.find(is.writer); joined != s.people.end()) {
    v.joined = true;
    v.table = joined->second.table;
    v.settlement = joined->second.settlement;
  }
  v.asks_help = s.asking.contains(is.writer);
  return encoded(v);
}

std::string votes_json(const model::state& s, const model::id128& voter) {
  votes_view v;
  v.left = s.set.votes_per_person;
  if (const auto facts = s.voters.find(voter); facts != s.voters.end()) {
    for (const auto id : facts->second) {
      v.standing.push_back({id, model::root_of(s, *model::find_idea(s, id)).id});
    }
    v.left -= std::min<std::uint64_t>(v.left, facts->second.size());
  }
  return encoded(v);
}

std::string supports_json(const model::state& s, const model::id128& writer) {
  std::set<model::seq_t> roots;
  if (const auto facts = s.supporters.find(writer); facts != s.supporters.end()) {
    for (const auto id : facts->second)
      roots.insert(model::root_of(s, *model::find_idea(s, id)).id);
  }
  return encoded(supports_view{{roots.begin(), roots.end()}});
}

std::string own_idea_json(const model::idea& i) {
  own_idea_view v;
  v.number = i.number;
  v.text = i.text.value;
  v.original = original_of(i);
  v.areas = slugs(i.areas);
  v.at = i.at;
  v.hidden.value = i.hidden;
  v.withdrawn = i.is_withdrawn;
  v.redacted = i.is_redacted;
  v.moderated = i.is_moderated;
  v.pending = i.is_pending;
  v.merged_into = i.merged_into;
  return encoded(v);
}

std::string undo_json(const model::undo_step& step) {
  undo_view v{std::string(step.op), {}};
  for (const auto& was : step.ideas)
    v.ideas.push_back(was.id);
  return encoded(v);
}

std::string own_late_json(const model::state& s, const model::late_idea& l) {
  own_late_view v;
  const auto* became = model::find_idea(s, l.idea);
  v.text = became == nullptr ? l.text.value : became->text.value;
  v.areas = slugs(became == nullptr ? l.areas : became->areas);
  v.at = l.at;
  v.fate = l.fate;
  v.idea = l.idea;
  return encoded(v);
}

} // namespace viche::broadcast
