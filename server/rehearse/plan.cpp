// People to tables, rows to people, marks to moderation, votes to ballots, all to times.
#include "rehearse/plan.hpp"

#include "limits.hpp"
#include "rehearse/ballots.hpp"
#include "rehearse/cut_out.hpp"
#include "rehearse/dice.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace viche::rehearse {
namespace {

using model::hide_reason;
using model::phase;

constexpr std::uint32_t people_per_leaver = 20; // of 40 people in the hall two go home early
constexpr std::uint32_t vote_minutes = 12;
constexpr scenario_ms moderation_delay = minute_ms / 2;
constexpr scenario_ms spotlight_period = 10 * minute_ms;
constexpr scenario_ms alarm_time = 26 * minute_ms;

// A table all of whose ideas came on paper has people without phones.
std::set<std::uint32_t> paper_tables(const scenario& s) {
  std::set<std::uint32_t> paper;
  std::set<std::uint32_t> phones;
  for (const auto& row : s.rows)
    (has_mark(row, "paper") ? paper : phones).insert(row.table);
  std::erase_if(paper, [&](std::uint32_t t) { return phones.contains(t) || t == 0; });
  return paper;
}

std::vector<participant> seat_people(const scenario& s, const plan_options& o, dice& chance) {
  std::uint32_t tables = 0;
  for (const auto& row : s.rows)
    tables = std::max(tables, row.table);
  const auto paper = paper_tables(s);

  std::vector<participant> people(o.participants);
  std::map<std::uint32_t, participant> tablets; // table → the seat that is given next
  std::uint32_t devices = 0;
  for (std::uint32_t i = 0; i < o.participants; ++i) {
    auto& p = people[i];
    p.table = tables == 0 ? 0 : i % tables + 1;
    p.is_on_paper = paper.contains(p.table);
    if (!p.is_on_paper) {
      p.device = devices++;
      continue;
    }
    const auto [tablet, is_new] = tablets.try_emplace(p.table);
    if (is_new || tablet->second.slot == limits::slots_max) {
      tablet->second = {.device = devices++};
    }
    p.device = tablet->second.device;
    p.slot = tablet->second.slot++;
  }
  std::vector<std::uint32_t> with_phones;
  for (std::uint32_t i = 0; i < o.participants; ++i) {
    if (!people[i].is_on_paper) with_phones.push_back(i);
  }
  chance.shuffle(with_phones);
  with_phones.resize(std::min<std::size_t>(with_phones.size(), o.participants / people_per_leaver));
  for (const auto i : with_phones)
    people[i].leaves_early = true;
  return people;
}

// Somebody of the row's table with a phone; where there is nobody, anybody with a phone.
std::uint32_t author_of(const scenario_row& row, const std::vector<participant>& people,
                        dice& chance) {
  if (has_mark(row, "paper")) return by_operator;
  std::vector<std::uint32_t> near;
  std::vector<std::uint32_t> far;
  for (std::uint32_t i = 0; i < people.size(); ++i) {
    if (people[i].is_on_paper) continue;
    (people[i].table == row.table ? near : far).push_back(i);
  }
  const auto& among = near.empty() ? far : near;
  return among.empty() ? by_operator : among[chance.below(among.size())];
}

// Ideas of one minute come in the order of the file, at chance moments of that minute.
std::vector<planned_idea> time_ideas(const scenario& s, const std::vector<participant>& people,
                                     dice& chance) {
  std::vector<planned_idea> ideas;
  std::vector<scenario_ms> moments;
  for (const auto& row : s.rows) {
    moments.push_back(row.minute * minute_ms + static_cast<scenario_ms>(chance.below(minute_ms)));
  }
  std::ranges::sort(moments); // a minute's moments stay within it
  const auto end = s.rows.back().minute * minute_ms;
  for (std::size_t i = 0; i < s.rows.size(); ++i) {
    ideas.push_back({.id = s.rows[i].id,
                     .at = std::min(moments[i], end),
                     .author = author_of(s.rows[i], people, chance)});
  }
  return ideas;
}

std::vector<planned_moderation> moderate(const scenario& s, const std::vector<planned_idea>& at) {
  static const std::map<std::string_view, hide_reason> reasons{
      {"offtopic", hide_reason::off_topic},
      {"insult", hide_reason::insult},
      {"spam", hide_reason::advertising},
      {"personal-data", hide_reason::personal_data}};
  std::vector<planned_moderation> steps;
  for (std::size_t i = 0; i < s.rows.size(); ++i) {
    const auto why = mark_value(s.rows[i], "mod");
    if (!why) continue;
    const auto reason = reasons.find(*why);
    if (reason == reasons.end()) continue;
    planned_moderation m{.id = s.rows[i].id,
                         .at = at[i].at + moderation_delay,
                         .reason = reason->second,
                         .remaining = {}};
    if (m.reason == hide_reason::personal_data) {
      m.remaining = cut_out_personal_data(s.rows[i].text);
    }
    steps.push_back(std::move(m));
  }
  return steps;
}

bool is_hidden(const plan& p, std::uint32_t id) {
  return std::ranges::any_of(
      p.moderation, [&](const planned_moderation& m) { return m.id == id && m.remaining.empty(); });
}

// Every ten minutes the idea that will get the most votes of those said since the last time.
std::vector<planned_spotlight> choose_spotlights(const scenario& s, const plan& p) {
  std::vector<planned_spotlight> shown;
  for (auto at = spotlight_period; at < p.ideas.back().at; at += spotlight_period) {
    const scenario_row* best = nullptr;
    for (std::size_t i = 0; i < s.rows.size(); ++i) {
      const bool is_recent = p.ideas[i].at < at && p.ideas[i].at >= at - spotlight_period;
      if (!is_recent || is_hidden(p, s.rows[i].id)) continue;
      if (best == nullptr || s.rows[i].votes > best->votes) best = &s.rows[i];
    }
    if (best != nullptr) shown.push_back({.id = best->id, .at = at});
  }
  return shown;
}

// A group for each idea that stays, holding those merged into it. When the merges come first its
// votes all go to the main idea.
std::vector<vote_group> group_votes(const scenario& s, const plan& p, bool votes_first) {
  std::vector<vote_group> groups;
  for (const auto& row : s.rows) {
    if (merged_into(row) != 0 || is_hidden(p, row.id)) continue;
    vote_group g{.shares = {{.idea = row.id, .votes = row.votes}}};
    for (const auto& m : p.merges) {
      if (m.main != row.id) continue;
      const auto votes = s.rows[m.other - 1].votes;
      if (votes_first) {
        g.shares.push_back({.idea = m.other, .votes = votes});
      } else {
        g.shares.front().votes += votes;
      }
    }
    groups.push_back(std::move(g));
  }
  return groups;
}

// A third of the votes comes in the first minute and a sixth in the last.
void time_votes(std::vector<planned_vote>& votes, dice& chance) {
  constexpr auto length = vote_minutes * minute_ms;
  for (auto& v : votes) {
    const auto face = chance.below(6);
    const auto within = static_cast<scenario_ms>(chance.below(minute_ms));
    if (face < 2) {
      v.at = within;
    } else if (face == 2) {
      v.at = length - minute_ms + within;
    } else {
      v.at = static_cast<scenario_ms>(chance.below(length));
    }
  }
  std::ranges::stable_sort(votes, {}, &planned_vote::at);
}

std::vector<planned_phase> order_phases(const plan& p, bool votes_first) {
  const auto last = p.ideas.back().at;
  const auto minutes = static_cast<std::uint32_t>(std::max<scenario_ms>(1, last / minute_ms));
  const planned_phase sort{phase::sort, 0, 5 * minute_ms};
  const planned_phase vote{phase::vote, vote_minutes, vote_minutes * minute_ms};
  return {{phase::lobby, 0, 3 * minute_ms},   {phase::warmup, 2, minute_ms},
          {phase::talk, 2, 2 * minute_ms},    {phase::ideas, minutes, minutes * minute_ms},
          votes_first ? vote : sort,          votes_first ? sort : vote,
          {phase::results, 0, 6 * minute_ms}, {phase::closed, 0, 0}};
}

figures count_expected(const plan& p) {
  counted_things c{.submitted = p.ideas.size(), .merges = &p.merges, .votes = &p.votes};
  for (const auto& m : p.moderation) {
    if (m.remaining.empty()) {
      c.hidden.push_back(m.id);
    } else {
      ++c.redacted;
    }
  }
  return count(c);
}

} // namespace

described<plan> make_plan(const scenario& s, const plan_options& o) {
  if (o.participants == 0 || o.participants > limits::participants_max) {
    return described_fault{fault::input_malformed, "1 to " +
                                                       std::to_string(limits::participants_max) +
                                                       " people can take part"};
  }
  dice chance(o.seed);
  plan p;
  p.people = seat_people(s, o, chance);
  p.ideas = time_ideas(s, p.people, chance);
  p.moderation = moderate(s, p.ideas);
  p.spotlights = choose_spotlights(s, p);
  if (p.ideas.back().at > alarm_time) {
    p.alarm_at = alarm_time;
    p.alarm_lasts = minute_ms;
  }
  for (const auto& row : s.rows) {
    if (const auto main = merged_into(row)) p.merges.push_back({.main = main, .other = row.id});
  }
  std::vector<std::uint32_t> voters;
  for (std::uint32_t i = 0; i < p.people.size(); ++i) {
    if (!p.people[i].leaves_early) voters.push_back(i);
  }
  auto votes = assign_votes(group_votes(s, p, o.votes_first), voters, o.votes_per_person, chance);
  if (!votes) return votes.error();
  p.votes = std::move(*votes);
  time_votes(p.votes, chance);
  p.phases = order_phases(p, o.votes_first);
  p.expected = count_expected(p);
  return p;
}

} // namespace viche::rehearse
