// State → report: who is counted where, and what may leave.
#include "report/report.hpp"

#include "report/collation.hpp"
#include "report/indicators.hpp"

#include <algorithm>
#include <cassert>
#include <map>

namespace viche::report {
namespace {

constexpr model::time_ms_t minute_ms = 60'000;

// Residents see minutes: an exact time would say who typed next to whom.
model::time_ms_t to_minute(model::time_ms_t at) {
  return at - at % minute_ms;
}

bool may_show_votes(const model::state& s, edition e) {
  return e == edition::working || s.revealed_place == 1;
}

struct group {
  std::string label;
  std::size_t people = 0;
};

// A single small cell would follow from the total by subtraction: then the next smallest is not
// said either. People of no group hide it by themselves.
std::vector<cell> guarded(const std::vector<group>& groups, std::size_t total) {
  const auto is_few = [](const group& g) { return g.people < limits::report_cell_min; };
  std::size_t few = 0;
  std::size_t said = 0;
  const group* smallest = nullptr; // of those that are not few
  for (const auto& g : groups) {
    said += g.people;
    if (is_few(g)) {
      ++few;
    } else if (smallest == nullptr || g.people < smallest->people) {
      smallest = &g;
    }
  }
  const bool gives_away = few == 1 && said == total;
  std::vector<cell> out;
  for (const auto& g : groups) {
    const bool is_withheld = is_few(g) || (gives_away && &g == smallest);
    out.push_back({g.label, is_withheld ? std::nullopt : std::optional(g.people), is_few(g)});
  }
  return out;
}

template <class Counts>
std::vector<channel_count> to_list(const Counts& channels) {
  std::vector<channel_count> out;
  for (const auto& [channel, n] : channels)
    out.push_back({channel, n});
  return out;
}

participants count_people(const model::state& s) {
  std::map<std::uint32_t, std::size_t> tables;
  std::map<std::string, std::size_t> settlements;
  std::map<model::channel, std::size_t> channels;
  for (const auto& [writer, p] : s.people) {
    if (p.table != 0) ++tables[p.table];
    if (!p.settlement.empty()) ++settlements[p.settlement];
    ++channels[p.channel];
  }
  participants out;
  out.total = s.people.size();
  out.by_channel = to_list(channels);
  std::vector<group> by_table;
  for (const auto& [table, n] : tables) {
    by_table.push_back({std::to_string(table), n});
  }
  std::vector<group> by_settlement;
  for (const auto& [name, n] : settlements) {
    by_settlement.push_back({name, n});
  }
  sort_by_alphabet(by_settlement, &group::label);
  out.by_table = guarded(by_table, out.total);
  out.by_settlement = guarded(by_settlement, out.total);
  return out;
}

totals count_ideas(const model::state& s) {
  totals out;
  std::map<model::hide_reason, std::size_t> reasons;
  std::map<model::channel, std::size_t> channels;
  for (const auto& [id, i] : s.ideas) {
    ++out.submitted;
    ++channels[i.channel];
    if (i.is_redacted) ++out.redacted;
    if (i.is_withdrawn) {
      ++out.withdrawn;
    } else if (i.merged_into != 0) {
      ++out.merged;
      if (!model::is_published(model::root_of(s, i))) ++out.merged_unpublished;
    } else if (i.hidden) {
      ++out.hidden;
      ++reasons[*i.hidden];
    } else {
      ++out.published;
    }
  }
  for (const auto& [id, l] : s.late_ideas) {
    out.late_accepted += l.fate == model::late_fate::accepted ? 1U : 0U;
    out.late_declined += l.fate == model::late_fate::declined ? 1U : 0U;
    out.late_waiting += l.fate == model::late_fate::waiting ? 1U : 0U;
  }
  for (const auto& [reason, n] : reasons)
    out.hidden_by_reason.push_back({reason, n});
  out.submitted_by_channel = to_list(channels);
  std::ranges::stable_sort(out.hidden_by_reason, std::greater{}, &hidden_count::count);
  assert(out.submitted == out.published + out.merged + out.hidden + out.withdrawn);
  return out;
}

std::vector<merged_text> merged_texts(const model::state& s, const model::idea& root) {
  std::vector<merged_text> out;
  for (const auto* member : model::group_of(s, root)) {
    if (member == &root || member->hidden || member->is_withdrawn) continue;
    out.push_back({.number = member->number,
                   .at = to_minute(member->at),
                   .text = member->text.value,
                   .areas = member->areas,
                   .channel = member->channel,
                   .is_redacted = member->is_redacted});
  }
  std::ranges::sort(out, {}, &merged_text::number);
  return out;
}

std::vector<proposal> published(const model::state& s, bool with_votes) {
  std::vector<proposal> out;
  for (const auto& [id, i] : s.ideas) {
    if (!model::is_published(i)) continue;
    out.push_back({.number = i.number,
                   .at = to_minute(i.at),
                   .text = i.text.value,
                   .areas = i.areas,
                   .channel = i.channel,
                   .is_redacted = i.is_redacted,
                   .votes = with_votes ? std::optional(model::total_of(s, i)) : std::nullopt,
                   .supports = model::supports_of(s, i),
                   .merged = merged_texts(s, i)});
  }
  std::ranges::sort(out, {}, &proposal::number);
  return out;
}

std::vector<area_line> count_areas(const report& r, bool with_votes) {
  std::vector<area_line> out;
  for (const auto& a : r.set.areas) {
    area_line line{.area = a, .votes = with_votes ? std::optional<std::size_t>(0) : std::nullopt};
    for (const auto& p : r.proposals) {
      if (p.areas.empty() || p.areas.front() != a.slug) continue;
      ++line.proposals;
      if (line.votes) *line.votes += p.votes.value_or(0);
    }
    out.push_back(std::move(line));
  }
  std::ranges::stable_sort(out, std::greater{}, &area_line::proposals);
  return out;
}

voting count_votes(const model::state& s, const std::vector<proposal>& proposals) {
  voting out;
  out.voters = s.voters.size();
  for (const auto& [voter, facts] : s.voters)
    out.votes_given += facts.size();
  std::map<std::uint32_t, std::size_t> index; // number → place in `proposals`
  for (std::size_t i = 0; i < proposals.size(); ++i)
    index[proposals[i].number] = i;
  std::map<std::uint32_t, std::size_t> sharing; // place → how many share it
  const auto ranking = model::ranking_of(s);
  for (const auto& line : ranking)
    ++sharing[line.place];
  for (const auto& line : ranking) {
    out.votes_counted += line.total;
    out.ranking.push_back({.place = line.place,
                           .is_tie = sharing[line.place] > 1,
                           .proposal = index.at(line.which->number)});
  }
  return out;
}

void set_times(report& r) {
  const auto first =
      std::ranges::find_if(r.phases, [](const auto& p) { return p.what != model::phase::lobby; });
  if (first != r.phases.end()) {
    r.began_at = first->opened_at;
  } else if (!r.phases.empty()) {
    r.began_at = r.phases.front().opened_at;
  } else {
    r.began_at = r.facts.generated_at_ms;
  }
  const bool is_closed = !r.phases.empty() && r.phases.back().what == model::phase::closed;
  r.ended_at = is_closed ? r.phases.back().opened_at : r.facts.generated_at_ms;
}

} // namespace

report make_report(const model::state& s, report_facts facts) {
  const bool with_votes = may_show_votes(s, facts.edition);
  report r;
  r.facts = std::move(facts);
  r.set = s.set;
  r.branding = s.branding;
  r.phases = s.phases;
  r.pauses = s.pauses;
  set_times(r);
  r.participants = count_people(s);
  r.totals = count_ideas(s);
  r.proposals = published(s, with_votes);
  r.areas = count_areas(r, with_votes);
  if (with_votes) r.voting = count_votes(s, r.proposals);
  r.indicators = make_indicators(s, r);
  return r;
}

std::string area_name(const model::settings& set, const model::slug& which, model::language l,
                      area_form form) {
  const auto at = std::ranges::find(set.areas, which, &model::area::slug);
  if (at == set.areas.end()) return which.value;
  if (l == model::language::en) return at->english.value;
  return form == area_form::full ? at->full_name.value : at->name.value;
}

std::string title_of(std::string_view text) {
  text = text.substr(0, text.find('\n'));
  std::size_t end = 0;
  for (std::size_t words = 0; words < limits::report_title_words_max; ++words) {
    end = text.find_first_not_of(' ', end);
    if (end == std::string_view::npos) return std::string(text);
    end = text.find(' ', end);
    if (end == std::string_view::npos) return std::string(text);
  }
  return std::string(text.substr(0, end)) + "…";
}

} // namespace viche::report
