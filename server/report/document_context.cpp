// What both templates share, and sections 1–4 of the report.
#include "report/document_context.hpp"

#include "report/document_parts.hpp"
#include "report/document_words.hpp"
#include "report/open_tables.hpp"
#include "report/qr.hpp"

#include <algorithm>
#include <iterator>

namespace viche::report {
namespace {

using boost::json::array;
using boost::json::object;

constexpr std::string_view line_to_write_on = "______________________________";

object properties_of(const speaker& s, const std::string& title) {
  return {{"title", title},
          {"author", authority_of(s.r)},
          {"language", document_words_of(s.r.facts.language).locale},
          {"made_at", iso_time(s.r.facts.generated_at_ms)},
          {"card_name", "viche-" + s.r.facts.code + "-card-{number}.docx"}};
}

// Neither too high for a letterhead nor wider than the page.
object logo_of(const report& r) {
  if (r.branding.logo.base64.empty()) return {};
  return {{"base64", r.branding.logo.base64},
          {"alt", document_words_of(r.facts.language).logo_alt},
          {"height_mm", 20},
          {"width_mm_max", 80}};
}

object head_qr_of(const report& r) {
  const auto rows = qr_modules(r.facts.head);
  if (rows.empty()) return {};
  return {{"modules", texts(rows)},
          {"alt", document_words_of(r.facts.language).head_alt},
          {"height_mm", 35},
          {"width_mm_max", 35}};
}

void put_council(object& out, const speaker& s) {
  const auto& d = s.r.details;
  out["blank"] = line_to_write_on;
  out["is_working"] = s.r.facts.edition == edition::working;
  out["authority"] = authority_of(s.r);
  out["community"] = s.r.set.community.value;
  out["authority_id"] = d.authority_id.value;
  out["cattutc"] = d.cattutc.value;
  out["title"] = s.r.set.title.value;
  out["question"] = s.r.set.question.value;
  out["date"] = long_date(s.r.facts.language, s.r.began_at);
  out["code"] = s.r.facts.code;
  out["site"] = d.site.value;
}

void put_details(object& out, const speaker& s) {
  const auto& d = s.r.details;
  out["ground"] = d.ground.value;
  out["aim"] = d.aim.value;
  out["term"] = d.term.value;
  out["place"] = d.place.value;
  out["notice"] = d.notice.value;
  out["facilitators"] = d.facilitators.value;
  out["partners"] = s.r.branding.partners.value;
  out["contact_person"] = d.contact_person.value;
  out["contact"] = d.contact.value;
  out["email"] = d.email.value;
  std::string contacts;
  for (const auto* part : {&d.contact_person.value, &d.contact.value, &d.email.value}) {
    if (part->empty()) continue;
    if (!contacts.empty()) contacts += ", ";
    contacts += *part;
  }
  out["contacts"] = contacts;
  out["next_steps"] = d.next_steps.value;
  out["signer"] = d.signer.value;
}

void put_procedure(object& out, const speaker& s) {
  out["held"] = held_said(s);
  out["rules"] = texts(rules_said(s));
  array phases;
  for (const auto& p : s.r.phases) {
    if (p.what == model::phase::closed) continue;
    const bool is_open = p.closed_at == 0;
    const auto planned = p.planned_ms + p.extended_ms;
    const auto lasted = p.closed_at - p.opened_at - p.paused_ms;
    const auto l = s.r.facts.language;
    phases.push_back(
        object{{"name", word_of(s.w.phases, p.what)},
               {"began", s.time(p.opened_at)},
               {"ended", is_open ? std::string(s.w.label.still_open) : s.time(p.closed_at)},
               {"lasted", is_open ? "—" : duration(l, lasted)},
               {"planned", planned == 0 ? "—" : duration(l, planned)}});
  }
  out["phases"] = std::move(phases);
  array pauses;
  for (const auto& p : s.r.pauses) {
    const bool is_open = p.until == 0;
    pauses.push_back(
        object{{"reason", word_of(s.w.pauses, p.reason)},
               {"phase", word_of(s.w.phases, p.in)},
               {"began", s.time(p.since)},
               {"ended", is_open ? std::string(s.w.label.still_open) : s.time(p.until)},
               {"lasted", is_open ? "—" : duration(s.r.facts.language, p.until - p.since)}});
  }
  out["pauses"] = std::move(pauses);
}

array cells_of(const speaker& s, const std::vector<cell>& cells) {
  array out;
  for (const auto& c : cells) {
    const auto value =
        c.people ? s.number(*c.people) : std::string(c.is_few ? s.w.label.few : s.w.label.withheld);
    out.push_back(row(c.label, value));
  }
  return out;
}

void put_people(object& out, const speaker& s) {
  out["people"] = people_said(s);
  out["tables"] = cells_of(s, s.r.participants.by_table);
  out["settlements"] = cells_of(s, s.r.participants.by_settlement);
  const auto& asked = s.r.warmup ? s.r.warmup->question : std::string();
  out["warmup_question"] = asked.empty() ? std::string(s.w.label.usual_question) : asked;
  out["warmup"] = s.r.warmup ? cells_of(s, s.r.warmup->answers) : array();
}

} // namespace

array texts(const std::vector<std::string>& all) {
  array out;
  for (const auto& text : all)
    out.push_back(boost::json::value(text));
  return out;
}

object row(std::string_view name, std::string_view value) {
  return {{"name", name}, {"value", value}};
}

object document_context(const report& r) {
  const speaker s(r);
  const auto title =
      std::string(s.w.label.report) + " " + std::string(s.w.label.about) + ". " + r.set.title.value;
  object out{{"document", properties_of(s, title)}};
  out["pictures"] = object{{"logo", logo_of(r)},
                           {"head_qr", head_qr_of(r)},
                           {"areas_chart", areas_chart(s)},
                           {"ranking_chart", ranking_chart(s)}};
  put_council(out, s);
  put_details(out, s);
  put_procedure(out, s);
  put_people(out, s);
  put_results(out, s);
  put_annexes(out, s);
  return out;
}

object cards_context(const report& r, const std::vector<std::uint32_t>& numbers) {
  const speaker s(r);
  object out{{"document", properties_of(s, r.set.title.value)},
             {"pictures", object{{"logo", logo_of(r)}}}};
  put_council(out, s);
  array cards;
  for (const auto number : numbers) {
    const auto at = std::ranges::find(r.proposals, number, &proposal::number);
    if (at == r.proposals.end()) continue;
    cards.push_back(card_of(s, static_cast<std::size_t>(at - r.proposals.begin())));
  }
  out["cards"] = std::move(cards);
  return out;
}

std::vector<std::uint32_t> first_numbers(const report& r) {
  std::vector<std::uint32_t> out;
  if (!r.voting) return out;
  for (const auto& line : r.voting->ranking) {
    if (line.place <= limits::reveal_place_max) {
      out.push_back(r.proposals.at(line.proposal).number);
    }
  }
  return out;
}

std::vector<std::uint32_t> unknown_numbers(const report& r,
                                           const std::vector<std::uint32_t>& numbers) {
  std::vector<std::uint32_t> out;
  std::ranges::copy_if(numbers, std::back_inserter(out), [&](std::uint32_t n) {
    return std::ranges::find(r.proposals, n, &proposal::number) == r.proposals.end();
  });
  return out;
}

} // namespace viche::report
