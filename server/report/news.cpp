// After the session: what it was, how many took part, what came first, what follows.
#include "report/notice.hpp"

#include "limits.hpp"
#include "report/told_text.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace viche::report {
namespace {

struct telling {
  const report& r;
  const words& all;
  const telling_words& w;
  told_text out;

  model::language language() const { return r.facts.language; }
};

// Areas that have most of the proposals, each with its number.
std::string fullest_areas(const telling& t) {
  std::vector<std::string> parts;
  for (const auto& line : t.r.areas) {
    if (line.proposals == 0 || parts.size() == limits::news_areas_max) break;
    parts.push_back(area_name(t.r.set, line.area.slug, t.language(), area_form::brief) + " (" +
                    number(t.language(), static_cast<std::int64_t>(line.proposals)) + ")");
  }
  return listed(parts, ", ");
}

void add_proposals(telling& t) {
  const auto& n = t.r.totals;
  if (n.submitted == 0) return t.out.add(t.w.news.none);
  std::string said = told(t.language(), n.submitted, t.w.told.submitted);
  if (n.published != 0) said += " " + told(t.language(), n.published, t.w.told.published);
  if (n.merged != 0) {
    const auto merged = number(t.language(), static_cast<std::int64_t>(n.merged));
    said += " " + fill(t.w.news.merged, {{"n", merged}});
  }
  t.out.add(said);
  t.out.add_about(t.w.news.areas, fullest_areas(t));
}

// Whole places only: who is equal stands together or not at all.
std::span<const ranked_line> first_places(const voting& v) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < v.ranking.size(); ++at) {
    const auto next = at + 1;
    const bool is_end = next == v.ranking.size() || v.ranking[next].place != v.ranking[at].place;
    if (next > limits::news_lines_max || v.ranking[at].place > limits::news_places_max) break;
    if (is_end) count = next;
  }
  return std::span(v.ranking).first(count);
}

std::string support_in_words(const telling& t, const support& s) {
  auto votes = counted(t.language(), static_cast<std::int64_t>(s.votes()), t.all.nouns.vote);
  if (s.hands == 0) return votes;
  const auto hands = number(t.language(), static_cast<std::int64_t>(s.hands));
  return fill(t.w.news.first_hands, {{"votes", votes}, {"hands", hands}});
}

void add_first(telling& t, const voting& v) {
  const auto first = first_places(v);
  if (first.empty()) {
    const auto equal = std::ranges::count(v.ranking, std::uint32_t{1}, &ranked_line::place);
    return t.out.add(told(t.language(), static_cast<std::size_t>(equal), t.w.told.equal));
  }
  t.out.add(t.w.news.first);
  for (const auto& line : first) {
    const auto& p = t.r.proposals[line.proposal];
    t.out.add_line(
        fill(t.w.news.first_line, {{"place", std::to_string(line.place)},
                                   {"text", title_of(p.text)},
                                   {"number", std::to_string(p.number)},
                                   {"votes", support_in_words(t, p.support.value_or(support{}))}}));
  }
}

void add_votes(telling& t) {
  // What facilitators see is not yet what everybody may know.
  if (!t.r.voting || t.r.facts.edition != edition::public_) return;
  const auto& v = *t.r.voting;
  if (v.ranking.empty()) return t.out.add(t.w.news.no_votes);
  std::string said;
  if (v.voters() != 0) {
    const auto given =
        counted(t.language(), static_cast<std::int64_t>(v.votes_given), t.all.nouns.vote);
    said = told(t.language(), v.voters(), t.w.told.voted) + " " +
           fill(t.w.news.votes_given, {{"votes", given}});
    t.out.add(said);
  }
  add_first(t, v);
  t.out.add(t.all.caveats.front());
}

void add_decisions(telling& t) {
  std::array<std::size_t, std::tuple_size_v<decltype(words::outcomes)>> counts{}; // by outcome
  for (const auto& p : t.r.proposals) {
    if (p.decision) ++counts.at(static_cast<std::size_t>(p.decision->decision.outcome));
  }
  std::vector<std::string> parts;
  std::size_t considered = 0;
  for (std::size_t n = 1; n < counts.size(); ++n) { // 0 is `open`
    if (counts.at(n) == 0) continue;
    considered += counts.at(n);
    parts.push_back(std::string(t.all.outcomes.at(n)) + " — " +
                    number(t.language(), static_cast<std::int64_t>(counts.at(n))));
  }
  if (considered == 0) return;
  t.out.add(told(t.language(), considered, t.w.told.considered));
  t.out.add_about(t.w.news.decided, listed(parts, "; "));
}

} // namespace

std::string write_news(const report& r) {
  telling t{r, words_of(r.facts.language), telling_words_of(r.facts.language), {}};
  const auto& w = t.w.news;
  const auto& d = r.details;
  t.out.add(fill(w.headline, {{"title", r.set.title.value}}));
  t.out.add(fill(w.held, {{"title", r.set.title.value},
                          {"date", long_date(r.facts.language, r.began_at)},
                          {"organ", organ_of(r)}}));
  t.out.add_about(w.held_at, d.place.value);
  t.out.add_about(w.question, r.set.question.value);
  if (r.participants.total != 0) {
    t.out.add(told(r.facts.language, r.participants.total, t.w.told.people));
  }
  add_proposals(t);
  add_votes(t);
  add_decisions(t);
  t.out.add_about(w.next_steps, d.next_steps.value);
  if (r.publication.is_published && !r.facts.address.empty()) {
    t.out.add(fill(w.report, {{"address", r.facts.address}}));
  }
  t.out.add_about(w.site, d.site.value);
  t.out.add_about(w.contact, contact_of(r));
  return t.out.take();
}

} // namespace viche::report
