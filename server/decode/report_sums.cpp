// Sums that are taken over from a report as they are; all others are counted again.
#include "decode/report_sums.hpp"

#include "limits.hpp"

#include <limits>
#include <map>
#include <set>

namespace viche::decode {
namespace {

described_fault contradiction(const std::string& what) {
  return {fault::report_contradictory, "The report contradicts itself: " + what + '.'};
}

template <class Lines>
std::uint64_t sum(const Lines& lines) {
  std::uint64_t out = 0;
  for (const auto& line : lines)
    out += line.count;
  return out;
}

// Cells that are said may not be more people than there are, nor so few that somebody is known.
described<void> check_cells(const std::vector<model::imported_cell>& cells, std::uint64_t most,
                            const std::string& where) {
  std::uint64_t said = 0;
  for (const auto& cell : cells) {
    if (cell.is_said && (cell.is_few || cell.people < limits::report_cell_min)) {
      return contradiction(where + " states fewer people than a report may");
    }
    said += cell.people;
  }
  if (said > most) return contradiction(where + " has more people than took part");
  return {};
}

described<void> check_people(const model::imported_session& s) {
  const auto all = std::uint64_t{s.people.joined} + s.people.guests;
  if (sum(s.people.by_channel) != s.people.joined) {
    return contradiction("participants.by_channel does not add up to joined");
  }
  if (auto no = check_cells(s.people.by_table, all, "participants.by_table"); no.has_error()) {
    return no;
  }
  if (auto no = check_cells(s.people.by_settlement, all, "participants.by_settlement");
      no.has_error()) {
    return no;
  }
  // Hands are counted for it too, of people who need not have joined.
  return check_cells(s.warmup.answers, std::numeric_limits<std::uint64_t>::max(), "warmup.answers");
}

described<void> check_totals(const model::imported_totals& t, std::uint64_t published,
                             std::uint64_t merged_listed) {
  const std::uint64_t parts =
      published + t.waiting + t.merged + std::uint64_t{t.hidden} + t.withdrawn;
  if (t.submitted != parts) {
    return contradiction("totals.submitted is not published, waiting, merged, hidden and withdrawn "
                         "together");
  }
  if (sum(t.hidden_by_reason) != t.hidden) {
    return contradiction("totals.hidden_by_reason does not add up to hidden");
  }
  if (sum(t.by_channel) != t.submitted) {
    return contradiction("totals.submitted_by_channel does not add up to submitted");
  }
  if (merged_listed + t.merged_unpublished > t.merged) {
    return contradiction("more merged texts are listed than totals.merged");
  }
  return {};
}

// The acts on one idea, and why it was hidden.
struct acts_on_idea {
  std::set<model::imported_act> what;
  model::hide_reason reason{};
};

described<void> check_moderation(const model::imported_session& s) {
  using act = model::imported_act;
  std::map<std::uint32_t, acts_on_idea> ideas;
  for (const auto& line : s.moderation) {
    const auto is_number = [&](std::uint32_t n) { return n != 0 && n <= s.totals.submitted; };
    const bool is_merge = line.what == act::merged;
    const bool has_main = is_number(line.into) && line.into != line.number;
    if (!is_number(line.number) || is_merge != (line.into != 0) || (is_merge && !has_main)) {
      return contradiction("moderation lists a number that no proposal has");
    }
    auto& on = ideas[line.number];
    if (!on.what.insert(line.what).second) {
      return contradiction("moderation lists the same twice of proposal " +
                           std::to_string(line.number));
    }
    if (line.what == act::hidden) on.reason = line.reason;
  }
  model::imported_totals counted;
  std::map<model::hide_reason, std::uint64_t> reasons;
  for (const auto& [number, on] : ideas) {
    const auto has = [&what = on.what](act a) { return what.contains(a); };
    counted.redacted += has(act::redacted) ? 1U : 0U;
    counted.corrected += has(act::corrected) ? 1U : 0U;
    counted.late_accepted += has(act::accepted_late) ? 1U : 0U;
    // Each idea counts once among the others, as the report counts it.
    if (has(act::withdrawn)) {
      ++counted.withdrawn;
    } else if (has(act::merged)) {
      ++counted.merged;
    } else if (has(act::hidden)) {
      ++counted.hidden;
      ++reasons[on.reason];
    }
  }
  const auto& t = s.totals;
  const bool is_same = counted.redacted == t.redacted && counted.corrected == t.corrected &&
                       counted.late_accepted == t.late_accepted &&
                       counted.withdrawn == t.withdrawn && counted.merged == t.merged &&
                       counted.hidden == t.hidden;
  for (const auto& said : t.hidden_by_reason) {
    if (reasons[said.reason] != said.count) {
      return contradiction("moderation does not add up to totals.hidden_by_reason");
    }
  }
  if (!is_same) return contradiction("moderation does not add up to totals");
  return {};
}

described<void> check_votes(const report_file& r) {
  const auto& from = r.session.from;
  std::uint64_t counted = 0;
  for (const auto& p : r.proposals) {
    const auto& behind = p.main.support;
    counted += std::uint64_t{behind.online} + behind.paper;
    if (behind.online > from.voting.voters_online || behind.paper > from.voting.voters_paper) {
      return contradiction("proposal " + std::to_string(p.main.number) +
                           " has more votes than there are voters");
    }
  }
  if (counted > from.voting.votes_given) {
    return contradiction("more votes are counted than voting.votes_given");
  }
  const auto voters = std::uint64_t{from.voting.voters_online} + from.voting.voters_paper;
  if (from.voting.votes_given > voters * r.set.votes_per_person) {
    return contradiction("voting.votes_given is more than the voters have");
  }
  const auto& c = from.cards;
  if (from.has_votes && c.issued != std::uint64_t{c.used} + c.unused + c.voided) {
    return contradiction("cards.issued is not used, unused and void together");
  }
  return {};
}

described<void> check_numbers(const report_file& r) {
  std::set<std::uint32_t> seen;
  const auto check = [&](const ops::import_proposal& p) -> described<void> {
    if (p.number == 0 || p.number > r.session.from.totals.submitted) {
      return contradiction("there is a proposal number " + std::to_string(p.number) + " of " +
                           std::to_string(r.session.from.totals.submitted) + " submitted");
    }
    if (seen.insert(p.number).second) return {};
    return contradiction("two proposals have the number " + std::to_string(p.number));
  };
  for (const auto& p : r.proposals) {
    if (auto no = check(p.main); no.has_error()) return no;
    for (const auto& m : p.merged) {
      if (auto no = check(m); no.has_error()) return no;
    }
  }
  return {};
}

} // namespace

described<void> check_sums(const report_file& r) {
  std::uint64_t merged = 0;
  for (const auto& p : r.proposals)
    merged += p.merged.size();
  if (r.proposals.size() + merged > limits::ideas_per_session_max) {
    return described_fault{fault::report_too_large,
                           "The report has more than " +
                               std::to_string(limits::ideas_per_session_max) +
                               " proposals, which no session holds."};
  }
  if (auto no = check_numbers(r); no.has_error()) return no;
  if (auto no = check_totals(r.session.from.totals, r.proposals.size(), merged); no.has_error()) {
    return no;
  }
  if (auto no = check_moderation(r.session.from); no.has_error()) return no;
  if (auto no = check_people(r.session.from); no.has_error()) return no;
  return check_votes(r);
}

} // namespace viche::decode
