// Report → JSON.
#include "report/json.hpp"

#include "model/wire_name.hpp"
#include "report/counts.hpp"
#include "report/json_text.hpp"
#include "report/words.hpp"

namespace viche::report {
namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;

value maybe(const std::optional<std::size_t>& n) {
  return n ? value(*n) : value(nullptr);
}

value maybe_time(model::time_ms_t at) {
  return at != 0 ? value(iso_time_ms(at)) : value(nullptr);
}

value maybe_text(const std::optional<std::string>& text) {
  return text ? value(*text) : value(nullptr);
}

// Every key is there in every edition; what is not shown is null.
void put_support(object& out, const report& r, const std::optional<support>& s) {
  const auto of = [&](std::size_t n) { return s ? value(n) : value(nullptr); };
  const auto way = [&](std::size_t n) { return s && are_ways_told(r) ? value(n) : value(nullptr); };
  out["votes"] = of(s.value_or(support{}).votes());
  out["votes_online"] = way(s.value_or(support{}).online);
  out["votes_paper"] = way(s.value_or(support{}).paper);
  out["raised_hands"] = of(s.value_or(support{}).hands);
  out["total"] = of(s.value_or(support{}).total());
}

array slugs_of(const std::vector<model::slug>& areas) {
  array out;
  for (const auto& a : areas)
    out.push_back(value(a.value));
  return out;
}

value origin_of(const report& r) {
  if (!r.imported) return nullptr;
  return object{{"code", r.imported->code},
                {"chain_head", r.imported->head},
                {"generated_at", iso_time(r.imported->reported_at)},
                {"viche_version", r.imported->version}};
}

object session_of(const report& r) {
  array areas;
  for (const auto& a : r.set.areas) {
    areas.push_back(object{{"slug", a.slug.value},
                           {"name", a.name.value},
                           {"full_name", a.full_name.value},
                           {"english", a.english.value}});
  }
  array languages;
  for (const auto l : r.set.languages)
    languages.push_back(value(model::wire_name(l)));
  array settlements;
  for (const auto& s : r.set.settlements)
    settlements.push_back(value(s.value));
  return {{"code", r.facts.code},
          {"title", r.set.title.value},
          {"community", r.set.community.value},
          {"question", r.set.question.value},
          {"areas", areas},
          {"votes_per_person", r.set.votes_per_person},
          {"languages", languages},
          {"level", r.set.level},
          {"authorship", model::wire_name(r.authors)},
          {"premoderation", r.has_premoderation},
          {"tables", r.set.tables},
          {"settlements", settlements},
          {"partners", r.branding.partners.value},
          {"logo", r.branding.logo.base64},
          {"began_at", iso_time(r.began_at)},
          {"ended_at", iso_time(r.ended_at)}};
}

object council_of(const model::report_details& d) {
  object out;
  boost::mp11::mp_for_each<
      boost::describe::describe_members<model::report_details, boost::describe::mod_public>>(
      [&](auto member) { out[member.name] = value((d.*member.pointer).value); });
  return out;
}

value publication_of(const report& r) {
  if (r.publication.since == 0) return nullptr;
  return object{{"published", r.publication.is_published},
                {"since", iso_time_ms(r.publication.since)}};
}

array programme_of(const report& r) {
  array out;
  for (const auto& p : r.programme)
    out.push_back(object{{"phase", model::wire_name(p.what)}, {"minutes", p.minutes}});
  return out;
}

array moderation_of(const report& r) {
  array out;
  for (const auto& line : r.moderation) {
    out.push_back(
        object{{"number", line.number},
               {"what", model::wire_name(line.what)},
               {"reason", line.reason ? value(model::wire_name(*line.reason)) : value(nullptr)},
               {"into", line.into != 0 ? value(line.into) : value(nullptr)}});
  }
  return out;
}

value decision_of(const proposal& p) {
  if (!p.decision) return nullptr;
  const auto& d = p.decision->decision;
  return object{{"outcome", model::wire_name(d.outcome)},
                {"reason", d.reason.value},
                {"goal", d.goal.value},
                {"responsible", d.responsible.value},
                {"deadline", d.deadline.value},
                {"at", iso_time_ms(p.decision->at)}};
}

array phases_of(const report& r) {
  array out;
  for (const auto& p : r.phases) {
    out.push_back(object{{"phase", model::wire_name(p.what)},
                         {"opened_at", iso_time_ms(p.opened_at)},
                         {"closed_at", maybe_time(p.closed_at)},
                         {"planned_ms", p.planned_ms},
                         {"extended_ms", p.extended_ms},
                         {"paused_ms", p.paused_ms}});
  }
  return out;
}

array pauses_of(const report& r) {
  array out;
  for (const auto& p : r.pauses) {
    out.push_back(object{{"reason", model::wire_name(p.reason)},
                         {"phase", model::wire_name(p.in)},
                         {"since", iso_time_ms(p.since)},
                         {"until", maybe_time(p.until)},
                         {"lasted_ms", p.until != 0 ? value(p.until - p.since) : value(nullptr)}});
  }
  return out;
}

array cells_of(const std::vector<cell>& cells, const char* label) {
  array out;
  for (const auto& c : cells) {
    object one{{label, c.label}, {"people", maybe(c.people)}};
    if (c.is_few) one["fewer_than"] = limits::report_cell_min;
    out.push_back(std::move(one));
  }
  return out;
}

object channels_of(const std::vector<channel_count>& channels) {
  object out;
  for (const auto& c : channels)
    out[model::wire_name(c.channel)] = c.count;
  return out;
}

object participants_of(const participants& p) {
  return {{"total", p.total},
          {"joined", p.joined},
          {"guests", p.guests},
          {"by_table", cells_of(p.by_table, "table")},
          {"by_settlement", cells_of(p.by_settlement, "settlement")},
          {"by_channel", channels_of(p.by_channel)}};
}

value warmup_of(const report& r) {
  if (!r.warmup) return nullptr;
  return object{{"question", r.warmup->question},
                {"answers", cells_of(r.warmup->answers, "answer")}};
}

array sentences_of(const report& r) {
  array out;
  for (const auto& s : r.sentences)
    out.push_back(object{{"table", s.table}, {"text", s.text}});
  return out;
}

object totals_of(const totals& t) {
  object reasons;
  for (const auto& h : t.hidden_by_reason)
    reasons[model::wire_name(h.reason)] = h.count;
  const object late{
      {"accepted", t.late_accepted}, {"declined", t.late_declined}, {"waiting", t.late_waiting}};
  return {
      {"submitted", t.submitted},    {"published", t.published},
      {"waiting", t.waiting},        {"merged", t.merged},
      {"hidden", t.hidden},          {"merged_unpublished", t.merged_unpublished},
      {"withdrawn", t.withdrawn},    {"redacted", t.redacted},
      {"corrected", t.corrected},    {"late", late},
      {"hidden_by_reason", reasons}, {"submitted_by_channel", channels_of(t.submitted_by_channel)}};
}

array areas_of(const report& r) {
  array out;
  for (const auto& a : r.areas) {
    object one{{"slug", a.area.slug.value}, {"proposals", a.proposals}};
    put_support(one, r, a.support);
    out.push_back(std::move(one));
  }
  return out;
}

template <class Text>
object text_of(const Text& t) {
  return {{"number", t.number},
          {"at", iso_time(t.at)},
          {"text", t.text},
          {"areas", slugs_of(t.areas)},
          {"channel", model::wire_name(t.channel)},
          {"redacted", t.is_redacted},
          {"corrected", t.is_corrected},
          {"original", maybe_text(t.original)},
          {"author", maybe_text(t.author)}};
}

array proposals_of(const report& r) {
  array out;
  for (const auto& p : r.proposals) {
    auto one = text_of(p);
    put_support(one, r, p.support);
    one["supports"] = p.supports;
    one["decision"] = decision_of(p);
    array merged;
    for (const auto& m : p.merged)
      merged.push_back(text_of(m));
    one["merged"] = std::move(merged);
    out.push_back(std::move(one));
  }
  return out;
}

value voting_of(const report& r) {
  if (!r.voting) return nullptr;
  array ranking;
  for (const auto& line : r.voting->ranking) {
    const auto& p = r.proposals.at(line.proposal);
    object one{{"place", line.place}, {"number", p.number}, {"tie", line.is_tie}};
    put_support(one, r, p.support);
    ranking.push_back(std::move(one));
  }
  const auto& v = *r.voting;
  const auto way = [&](std::size_t n) { return v.is_split_withheld ? value(nullptr) : value(n); };
  return object{{"voters", v.voters()},
                {"voters_online", way(v.voters_online)},
                {"voters_paper", way(v.voters_paper)},
                {"votes_given", v.votes_given},
                {"votes_counted", v.counted.votes()},
                {"votes_counted_online", way(v.counted.online)},
                {"votes_counted_paper", way(v.counted.paper)},
                {"raised_hands_counted", v.counted.hands},
                {"total_counted", v.counted.total()},
                {"ranking", std::move(ranking)}};
}

value cards_of(const report& r) {
  if (!r.cards) return nullptr;
  return object{{"issued", r.cards->issued},
                {"used", maybe(r.cards->used)},
                {"unused", maybe(r.cards->unused)},
                {"void", r.cards->voided}};
}

array indicators_of(const report& r) {
  array out;
  for (const auto& i : r.indicators) {
    const auto tenths = i.tenths();
    object one{{"name", i.name},
               {"unit", model::wire_name(i.in)},
               {"value", tenths ? value(static_cast<double>(*tenths) / 10) : value(nullptr)}};
    if (i.in != indicator::unit::count) {
      one["numerator"] = maybe(i.numerator);
      one["denominator"] = i.denominator;
    }
    out.push_back(std::move(one));
  }
  return out;
}

} // namespace

std::string write_json(const report& r) {
  array caveats;
  for (const auto caveat : words_of(r.facts.language).caveats)
    caveats.push_back(value(caveat));
  const object all{{"format", "viche.report.v2"},
                   {"edition", model::wire_name(r.facts.edition)},
                   {"language", model::wire_name(r.facts.language)},
                   {"time_zone", "Europe/Kyiv"},
                   {"authors_shown", r.facts.with_authors},
                   {"generated_at", iso_time(r.facts.generated_at_ms)},
                   {"viche_version", r.facts.version},
                   {"chain_head", r.facts.head},
                   {"imported", origin_of(r)},
                   {"session", session_of(r)},
                   {"council", council_of(r.details)},
                   {"publication", publication_of(r)},
                   {"programme", programme_of(r)},
                   {"phases", phases_of(r)},
                   {"pauses", pauses_of(r)},
                   {"participants", participants_of(r.participants)},
                   {"warmup", warmup_of(r)},
                   {"table_sentences", sentences_of(r)},
                   {"totals", totals_of(r.totals)},
                   {"moderation", moderation_of(r)},
                   {"areas", areas_of(r)},
                   {"proposals", proposals_of(r)},
                   {"voting", voting_of(r)},
                   {"cards", cards_of(r)},
                   {"indicators", indicators_of(r)},
                   {"caveats", caveats}};
  return json_text(all);
}

} // namespace viche::report
