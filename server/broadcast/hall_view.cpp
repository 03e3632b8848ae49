// The hall's records.
#include "broadcast/hall_view.hpp"

#include <algorithm>

namespace viche::broadcast {
namespace {

using model::audience;

std::string warmup_json(const model::state& s, audience who) {
  warmup_view v;
  v.question = s.warmup.question.value;
  v.options = model::warmup_options(s);
  if (is_screen(who)) v.people = model::warmup_counts(s);
  if (const auto left = model::warmup_hands_left(s); left > 0 && who == audience::desk) {
    v.left = left;
  }
  return encoded(v);
}

std::optional<std::string> sentence_json(const model::state& s, model::seq_t table) {
  const auto said = s.sentences.find(static_cast<std::uint32_t>(table));
  if (said == s.sentences.end()) return std::nullopt;
  return encoded(
      sentence_view{said->second.seq, said->second.text.value, to_minute(said->second.at)});
}

hall_view hall_of(const model::state& s) {
  std::map<std::uint32_t, table_view> tables;
  std::map<std::string, settlement_view> settlements;
  for (std::uint32_t n = 1; n <= s.set.tables; ++n)
    tables[n].table = n;
  for (const auto& known : s.set.settlements)
    settlements[known.value].name = known.value;
  const auto add_people = [&](std::uint32_t table, const std::string& settlement,
                              std::uint32_t people) {
    if (const auto at = tables.find(table); at != tables.end()) at->second.people += people;
    const auto home = settlements.find(settlement);
    if (home != settlements.end()) home->second.people += people;
  };
  for (const auto& [writer, p] : s.people)
    add_people(p.table, p.settlement, 1);
  for (const auto& [where, people] : s.guests)
    add_people(where.first, where.second, people);
  for (const auto& [id, i] : s.ideas) {
    if (!model::is_published(i)) continue;
    if (const auto at = tables.find(i.table); at != tables.end()) {
      ++at->second.ideas;
      at->second.last_at = std::max(at->second.last_at, to_minute(i.at));
    }
    const auto home = settlements.find(i.settlement);
    if (home != settlements.end()) ++home->second.ideas;
  }
  hall_view v;
  for (const auto& [n, table] : tables)
    v.tables.push_back(table);
  for (const auto& known : s.set.settlements) // in the order in which the council wrote them
    v.settlements.push_back(settlements.at(known.value));
  return v;
}

std::string guests_json(const model::state& s) {
  guests_view v;
  for (const auto& [where, people] : s.guests)
    v.guests.push_back({where.first, where.second, people});
  return encoded(v);
}

nullable<std::string> link_or_none(const std::optional<model::id128>& link) {
  nullable<std::string> out;
  if (link) out.value = model::to_hex(*link);
  return out;
}

std::optional<std::string> sheet_json(const model::state& s, model::seq_t number) {
  const auto found = s.sheets.find(static_cast<std::uint32_t>(number));
  if (found == s.sheets.end()) return std::nullopt;
  const auto& sheet = found->second;
  return encoded(sheet_view{sheet.ideas, model::to_hex(sheet.entered_by),
                            sheet.confirmed_by.has_value(), sheet.replaces_online,
                            link_or_none(sheet.withdrawal_asked_by)});
}

std::optional<std::string> hand_count_json(const model::state& s, model::seq_t idea) {
  const auto found = s.hand_counts.find(idea);
  if (found == s.hand_counts.end()) return std::nullopt;
  const auto& counted = found->second;
  return encoded(hand_count_view{counted.hands, model::to_hex(counted.counted_by),
                                 counted.confirmed_by.has_value(),
                                 link_or_none(counted.withdrawal_asked_by)});
}

std::string cards_json(const model::state& s) {
  cards_view v;
  v.issued = static_cast<std::uint32_t>(s.cards.size());
  for (const auto& c : s.cards) {
    v.replaced += c.is_void ? 1U : 0U;
    v.used += !c.is_void && s.voters.contains(c.voter) ? 1U : 0U;
  }
  return encoded(v);
}

std::string branding_json(const model::state& s) {
  return encoded(branding_view{s.branding.partners.value, s.branding.logo.base64});
}

} // namespace

std::optional<std::string> hall_view_of(const model::state& s, const model::record_key& key,
                                        audience who) {
  const bool is_of_paper = who == audience::operator_ || who == audience::desk;
  switch (key.kind) {
  case model::record::warmup: return warmup_json(s, who);
  case model::record::sentence: return sentence_json(s, key.id);
  case model::record::board:
    if (!is_screen(who)) return std::nullopt;
    return encoded(board_choice_view{s.board.mode, s.board.area.value});
  case model::record::hall:
    if (!is_screen(who)) return std::nullopt;
    return encoded(hall_of(s));
  case model::record::branding:
    if (!is_screen(who)) return std::nullopt;
    return branding_json(s);
  case model::record::guests:
    if (!is_of_paper) return std::nullopt;
    return guests_json(s);
  case model::record::sheet:
    if (!is_of_paper) return std::nullopt;
    return sheet_json(s, key.id);
  case model::record::hand_count:
    if (!is_of_paper) return std::nullopt;
    return hand_count_json(s, key.id);
  case model::record::cards:
    if (!is_of_paper) return std::nullopt;
    return cards_json(s);
  default: return std::nullopt;
  }
}

} // namespace viche::broadcast
