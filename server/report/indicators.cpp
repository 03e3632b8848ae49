// The indicators of participation.
#include "report/indicators.hpp"

#include <algorithm>
#include <set>

namespace viche::report {
namespace {

using unit = indicator::unit;

indicator plain(std::string_view name, std::size_t n) {
  return {.name = name, .in = unit::count, .numerator = n};
}

indicator share(std::string_view name, std::size_t part, std::size_t whole) {
  const bool says_something = whole != 0 && part <= whole;
  return {name, unit::percent, says_something ? std::optional(part) : std::nullopt, whole};
}

indicator mean(std::string_view name, std::size_t sum, std::size_t count) {
  return {name, unit::mean, count != 0 ? std::optional(sum) : std::nullopt, count};
}

model::imported_authors authors_of(const model::state& s) {
  if (s.imported) return s.imported->authors;
  std::set<model::id128> authors;
  model::imported_authors out;
  for (const auto& [id, i] : s.ideas) {
    if (i.author.as == model::role::resident) {
      authors.insert(i.author.id);
      ++out.by_authors;
    } else {
      ++out.by_operator; // what staff typed in has no known author
    }
  }
  out.authors = static_cast<std::uint32_t>(authors.size());
  out.tables = static_cast<std::uint32_t>(model::tables_of(s).size());
  return out;
}

} // namespace

std::optional<std::int64_t> indicator::tenths() const {
  if (!numerator) return std::nullopt;
  const auto n = static_cast<std::int64_t>(*numerator);
  if (in == unit::count) return n * 10;
  const auto d = static_cast<std::int64_t>(denominator);
  const std::int64_t scale = in == unit::percent ? 1000 : 10;
  return (n * scale * 2 + d) / (d * 2);
}

std::vector<indicator> make_indicators(const model::state& s, const report& r) {
  const auto by = authors_of(s);
  const auto people = r.participants.total;
  std::vector<indicator> out{
      plain("people", people),
      plain("guests", r.participants.guests),
      plain("authors", by.authors),
      share("authors_share", by.authors, people),
      mean("proposals_per_author", by.by_authors, by.authors),
      share("published_share", r.totals.published, r.totals.submitted),
      share("by_operator_share", by.by_operator, r.totals.submitted),
  };
  if (r.set.tables != 0) out.push_back(plain("tables", by.tables));
  if (!r.set.settlements.empty()) {
    out.push_back(plain("settlements", r.participants.by_settlement.size()));
  }
  if (r.voting) {
    const auto without = static_cast<std::size_t>(std::ranges::count_if(
        r.proposals, [](const proposal& p) { return p.support.value_or(support{}).total() == 0; }));
    const auto voters = r.voting->voters();
    out.push_back(plain("voters", voters));
    out.push_back(share("voters_share", voters, people));
    out.push_back(mean("votes_per_voter", r.voting->votes_given, voters));
    out.push_back(share("without_votes_share", without, r.proposals.size()));
  }
  return out;
}

} // namespace viche::report
