// Before the session: who invites, to what, when and where, how to take part, what follows.
#include "report/notice.hpp"

#include "limits.hpp"
#include "report/told_text.hpp"

namespace viche::report {
namespace {

// Minutes of all phases that the programme gives some.
std::string planned_length(const report& r) {
  std::int64_t minutes = 0;
  for (const auto& phase : r.programme)
    minutes += phase.minutes;
  return minutes == 0 ? std::string() : duration(r.facts.language, minutes * 60'000);
}

// When it begins: as somebody said who asked for the notice, or as it began.
void add_begin(told_text& out, const report& r, const notice_words& w) {
  const bool has_begun = !r.phases.empty() && r.phases.back().what != model::phase::lobby;
  const auto at = has_begun ? r.began_at : r.facts.begins_at_ms;
  if (at == 0) return;
  out.add(fill(w.begins, {{"date", long_date(r.facts.language, at)}, {"time", clock_time(at)}}));
}

void add_ways(told_text& out, const report& r, const notice_words& w) {
  const auto l = r.facts.language;
  std::vector<std::string> areas;
  for (const auto& a : r.set.areas)
    areas.push_back(area_name(r.set, a.slug, l));
  out.add(w.ways);
  out.add_line(fill(w.ways_code, {{"code", r.facts.code}}));
  out.add_line(fill(w.form, {{"limit", number(l, limits::idea_graphemes_max)}}));
  out.add_line(r.authors == model::authorship::named ? w.named : w.unnamed);
  out.add_about(w.areas, listed(areas, "; "));
  const auto votes = counted(l, r.set.votes_per_person, words_of(l).nouns.vote);
  out.add(fill(w.votes, {{"votes", votes}}));
}

} // namespace

std::string write_notice(const report& r) {
  const auto& w = telling_words_of(r.facts.language).notice;
  const auto& d = r.details;
  std::vector<std::string> settlements;
  for (const auto& s : r.set.settlements)
    settlements.push_back(s.value);
  told_text out;
  out.add(w.heading);
  out.add_line(w.about);
  out.add(fill(w.invites, {{"organ", organ_of(r)}, {"title", r.set.title.value}}));
  out.add_about(w.question, r.set.question.value);
  out.add_about(w.aim, d.aim.value);
  out.add_about(w.ground, d.ground.value);
  out.add_about(w.term, d.term.value);
  add_begin(out, r, w);
  out.add_about(w.place, d.place.value);
  out.add_about(w.lasts, planned_length(r));
  out.add_about(w.concerns, listed(settlements, ", "));
  add_ways(out, r, w);
  out.add(w.becomes);
  out.add(d.site.value.empty() ? std::string(w.results)
                               : fill(w.results_site, {{"site", d.site.value}}));
  out.add_about(w.held_by, d.facilitators.value);
  out.add_about(w.partners, r.branding.partners.value);
  out.add_about(w.contact, contact_of(r));
  out.add(fill(w.signed_on, {{"date", long_date(r.facts.language, r.facts.generated_at_ms)}}));
  if (!d.signer.value.empty()) out.add(d.signer.value);
  return out.take();
}

} // namespace viche::report
