// State → figures; who is counted as what stands in docs/report.md.
#include "report/counts.hpp"

#include "report/collation.hpp"
#include "report/small_cells.hpp"

#include <map>

namespace viche::report {

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
