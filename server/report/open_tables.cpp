// Votes by voter, areas and the passport.
#include "report/open_tables.hpp"

#include "model/wire_name.hpp"
#include "report/counts.hpp"
#include "report/csv_table.hpp"
#include "report/csvw.hpp"
#include "report/passport_words.hpp"
#include "report/sha256.hpp"
#include "report/wording.hpp"

#include <algorithm>
#include <cassert>

namespace viche::report {
namespace {

// Nobody who does not know the seed can tell which number stands for which ballot.
std::string drawn(const report& r, std::string_view what) {
  return sha256_hex("viche " + std::to_string(r.facts.seed) + ' ' + std::string(what));
}

constexpr std::size_t voter_characters = 16;

// The state does not keep when a vote was cast; the day the vote was opened is what is known.
std::string vote_day(const report& r) {
  const auto vote = std::ranges::find(r.phases, model::phase::vote, &model::phase_span::what);
  return iso_date(vote == r.phases.end() ? r.began_at : vote->opened_at);
}

std::string and_then(std::string first, const std::string& second) {
  if (!first.empty() && !second.empty()) first += "; ";
  return first + second;
}

std::string languages_of(const report& r) {
  std::string out;
  for (const auto l : r.set.languages)
    out += (out.empty() ? "" : ",") + std::string(model::wire_name(l));
  return out;
}

// «viche-UA53060310000047988-482913»: the same whenever it is exported.
std::string set_name(const report_facts& facts, const model::report_details& details,
                     const std::string& between) {
  const auto territory = territory_of(details);
  return "viche-" + (territory.empty() ? "" : territory + "-") + between + facts.code;
}

// The head alone stays as it was at the close, while the council goes on deciding.
std::string version_of(const report& r) {
  return r.facts.head + ':' + std::to_string(r.seq);
}

std::string about(const report& r) {
  const auto& w = passport_words_of(r.facts.language);
  const auto sentence = word_of(w.votings, votings_in(r));
  return fill(w.description, {{"title", r.set.title.value},
                              {"date", short_date(r.began_at)},
                              {"votings", std::string(sentence)}});
}

} // namespace

votings votings_in(const report& r) {
  if (!r.voting) return votings::not_shown;
  if (r.imported) return votings::unknown;
  if (r.ballots) return r.are_ballots_all ? votings::published : votings::partly;
  return votings::suppressed;
}

std::string write_votings(const report& r) {
  assert(r.ballots);
  struct row {
    std::string place; // drawn, so that the order says nothing
    std::vector<std::string> fields;
  };
  const auto day = vote_day(r);
  std::vector<row> rows;
  for (std::size_t i = 0; i < r.ballots->size(); ++i) {
    const auto voter = drawn(r, "voter " + std::to_string(i)).substr(0, voter_characters);
    for (const auto at : r.ballots->at(i)) {
      const auto uid = r.facts.code + "-" + std::to_string(r.proposals.at(at).number);
      auto row_name = "row " + voter;
      row_name.append(" ").append(uid);
      rows.push_back({drawn(r, row_name), {uid, voter, day}});
    }
  }
  std::ranges::sort(rows, {}, &row::place);
  auto out = begun(votings_table);
  for (const auto& one : rows)
    out.line(one.fields);
  return out.take();
}

std::string write_tags(const report& r) {
  auto out = begun(tags_table);
  for (const auto& line : r.areas) {
    std::vector<std::string> fields{line.area.slug.value, line.area.name.value,
                                    line.area.full_name.value, line.area.english.value,
                                    std::to_string(line.proposals)};
    const auto s = line.support.value_or(support{});
    const bool is_split = line.support && are_ways_told(r);
    const auto said = [&](std::size_t n, bool is_shown) {
      fields.push_back(is_shown ? std::to_string(n) : std::string());
    };
    said(s.votes(), line.support.has_value());
    said(s.online, is_split);
    said(s.paper, is_split);
    said(s.hands, line.support.has_value());
    said(s.total(), line.support.has_value());
    out.line(fields);
  }
  return out.take();
}

std::string write_passport(const report& r) {
  const auto& w = passport_words_of(r.facts.language);
  auto out = begun(passport_table);
  out.line({set_name(r.facts, r.details, ""),
            fill(w.title, {{"title", r.set.title.value}, {"community", r.set.community.value}}),
            about(r), std::string(w.renewed), std::string(w.keywords),
            and_then(r.details.ground.value, r.details.aim.value), r.details.site.value,
            "CSV,JSON,HTML", authority_of(r), r.details.authority_id.value, territory_of(r.details),
            and_then(r.details.contact_person.value, r.details.contact.value),
            r.details.email.value, languages_of(r), version_of(r), iso_date(r.ended_at),
            iso_date(r.facts.generated_at_ms), std::string(model::wire_name(votings_in(r)))});
  return out.take();
}

std::string authority_of(const report& r) {
  return r.details.authority.value.empty() ? r.set.community.value : r.details.authority.value;
}

std::string territory_of(const model::report_details& d) {
  const std::string_view code = d.cattutc.value;
  const bool is_code =
      code.size() == 19 && code.starts_with("UA") &&
      std::ranges::all_of(code.substr(2), [](char c) { return c >= '0' && c <= '9'; });
  return std::string(is_code ? code : std::string_view());
}

std::string package_name(const report_facts& facts, const model::report_details& details) {
  return set_name(facts, details, iso_date(facts.generated_at_ms) + "-");
}

} // namespace viche::report
