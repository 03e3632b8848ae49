// The workbook put together, and its last sheet: what the reader must know beside the figures.
#include "report/xlsx.hpp"

#include "report/xlsx_sheets.hpp"

namespace viche::report {
namespace {

std::string made_by(const report& r) {
  const auto& w = words_of(r.facts.language);
  return fill(r.facts.with_authors ? w.sentence.made_by_signed : w.sentence.made_by,
              {{"date", long_date(r.facts.language, r.facts.generated_at_ms)},
               {"time", clock_time(r.facts.generated_at_ms)},
               {"version", r.facts.version}});
}

} // namespace

void pages::finish(sheet& s) const {
  const bool is_working = r.facts.edition == edition::working;
  const std::string remark(is_working ? w.label.working : std::string_view());
  s.finish(r.set.community.value + ". " + r.set.title.value, remark);
}

void add_about(const pages& p) {
  const auto& [r, w, book] = p;
  auto s = book.add_sheet(w.sheet.about, {{w.sheet.section, 44}, {w.column.value, 100}});
  const auto say = [&](std::string_view what, const std::string& value) {
    if (!value.empty()) s.row({std::string(what), value});
  };
  if (r.facts.edition == edition::working) say(w.label.report, std::string(w.label.working));
  const auto& d = r.details;
  say(w.heading.organ, d.authority.value.empty() ? r.set.community.value : d.authority.value);
  say(w.sheet.session, r.set.title.value);
  say(w.heading.question, r.set.question.value);
  say(w.label.date, long_date(r.facts.language, r.began_at));
  say(w.label.place, d.place.value);
  say(w.label.ground, d.ground.value);
  say(w.label.term, d.term.value);
  say(w.label.facilitators, d.facilitators.value);
  say(w.label.partners, r.branding.partners.value);
  say(w.heading.decisions, d.next_steps.value);
  say(w.label.head, r.facts.head);
  for (const auto caveat : w.caveats)
    say(w.heading.caveats, std::string(caveat));
  for (const auto sentence : w.method)
    say(w.heading.method, std::string(sentence));
  say(w.heading.data, made_by(r));
  p.finish(s);
}

std::string write_xlsx(const report& r) {
  const auto& w = words_of(r.facts.language);
  workbook book({.title = r.set.title.value,
                 .community = r.set.community.value,
                 .made_by = made_by(r),
                 .made_at = r.facts.generated_at_ms});
  const pages p{.r = r, .w = w, .book = book};
  add_proposals(p);
  add_voting(p);
  add_areas(p);
  add_people(p);
  add_moderation(p);
  add_figures(p);
  add_about(p);
  return book.take();
}

} // namespace viche::report
