// Counting: a group that is too small to be said is not, and cannot be worked out.
#include "report/counts.hpp"

#include "report/collation.hpp"

#include <algorithm>
#include <map>

namespace viche::report {
namespace {

struct group {
  std::string label;
  std::size_t people = 0;
};

// Small cells follow from the total if what is left for them leaves no choice: one alone does, some
// do where nearly all are one person or nearly all as many as is not said. Then the next smallest
// is not said either. People of no group hide them by themselves, and so does a total that nobody
// is told.
std::vector<cell> guarded(const std::vector<group>& groups, std::optional<std::size_t> total) {
  const auto is_few = [](const group& g) { return g.people < limits::report_cell_min; };
  std::size_t few = 0;
  std::size_t in_few = 0;
  std::size_t in_groups = 0;
  const group* smallest = nullptr; // of those that are not few
  for (const auto& g : groups) {
    in_groups += g.people;
    if (is_few(g)) {
      ++few;
      in_few += g.people;
    } else if (smallest == nullptr || g.people < smallest->people) {
      smallest = &g;
    }
  }
  const bool leaves_no_choice =
      in_few <= few + 1 || in_few + 1 >= few * (limits::report_cell_min - 1);
  const bool gives_away = few == 1 ? !total || in_groups == *total
                                   : few != 0 && total && in_groups == *total && leaves_no_choice;
  std::vector<cell> out;
  for (const auto& g : groups) {
    const bool is_withheld = is_few(g) || (gives_away && &g == smallest);
    out.push_back({g.label, is_withheld ? std::nullopt : std::optional(g.people), is_few(g)});
  }
  return out;
}

} // namespace

participants count_people(const model::state& s) {
  std::map<std::uint32_t, std::size_t> tables;
  std::map<std::string, std::size_t> settlements;
  std::map<model::channel, std::size_t> channels;
  const auto count = [&](std::uint32_t table, const std::string& settlement, std::size_t n) {
    if (table != 0) tables[table] += n;
    if (!settlement.empty()) settlements[settlement] += n;
  };
  participants out;
  for (const auto& [writer, p] : s.people) {
    count(p.table, p.settlement, 1);
    ++channels[p.channel];
  }
  for (const auto& [where, guests] : s.guests) {
    count(where.first, where.second, guests);
    out.guests += guests;
  }
  out.joined = s.people.size();
  out.total = model::people_of(s);
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

std::optional<warmup_result> count_warmup(const model::state& s) {
  if (s.warmup.answers.empty() && s.warmup.hands.empty()) return std::nullopt;
  warmup_result out;
  out.question = s.warmup.question.value;
  const auto counts = model::warmup_counts(s);
  const auto options = model::warmup_options(s);
  std::vector<group> groups;
  for (std::size_t i = 0; i < options.size(); ++i)
    groups.push_back({options[i], counts[i]});
  out.answers = guarded(groups, std::nullopt); // how many answered is not said
  return out;
}

card_counts count_cards(const model::state& s, bool with_votes) {
  card_counts out;
  out.issued = s.cards.size();
  std::size_t used = 0;
  for (const auto& c : s.cards) {
    if (c.is_void) {
      ++out.voided;
    } else if (c.device || s.voters.contains(c.voter)) {
      ++used;
    }
  }
  if (!with_votes) return out;
  out.used = used;
  out.unused = out.issued - out.voided - used;
  return out;
}

support support_for(const model::state& s, const model::idea& root) {
  support out;
  out.paper = model::paper_support_of(s, root);
  out.online = model::support_of(s, root) - out.paper;
  out.hands = model::hands_of(s, root);
  return out;
}

voting count_votes(const model::state& s, const std::vector<proposal>& proposals) {
  voting out;
  for (const auto& [voter, facts] : s.voters) {
    out.votes_given += facts.size();
    ++(s.paper_voters.contains(voter) ? out.voters_paper : out.voters_online);
  }
  std::map<std::uint32_t, std::size_t> index; // number → place in `proposals`
  for (std::size_t i = 0; i < proposals.size(); ++i) {
    index[proposals[i].number] = i;
    out.counted += proposals[i].support.value_or(support{});
  }
  std::map<std::uint32_t, std::size_t> sharing; // place → how many share it
  const auto ranking = model::ranking_of(s);
  for (const auto& line : ranking)
    ++sharing[line.place];
  for (const auto& line : ranking) {
    out.ranking.push_back({.place = line.place,
                           .is_tie = sharing[line.place] > 1,
                           .proposal = index.at(line.which->number)});
  }
  return out;
}

bool are_ways_told(const report& r) {
  return r.voting && !r.voting->is_split_withheld;
}

} // namespace viche::report
