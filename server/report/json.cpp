// Report → JSON.
#include "report/json.hpp"

#include "model/wire_name.hpp"
#include "report/words.hpp"

#include <boost/json.hpp>

#include <cstdio>

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

array slugs_of(const std::vector<model::slug>& areas) {
  array out;
  for (const auto& a : areas)
    out.push_back(value(a.value));
  return out;
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
          {"authorship", "anonymous"},
          {"tables", r.set.tables},
          {"settlements", settlements},
          {"partners", r.branding.partners.value},
          {"logo", r.branding.logo.base64},
          {"began_at", iso_time(r.began_at)},
          {"ended_at", iso_time(r.ended_at)}};
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
                         {"until", maybe_time(p.until)}});
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

object totals_of(const totals& t) {
  object reasons;
  for (const auto& h : t.hidden_by_reason)
    reasons[model::wire_name(h.reason)] = h.count;
  const object late{
      {"accepted", t.late_accepted}, {"declined", t.late_declined}, {"waiting", t.late_waiting}};
  return {
      {"submitted", t.submitted},    {"published", t.published},
      {"merged", t.merged},          {"merged_unpublished", t.merged_unpublished},
      {"hidden", t.hidden},          {"withdrawn", t.withdrawn},
      {"redacted", t.redacted},      {"late", late},
      {"hidden_by_reason", reasons}, {"submitted_by_channel", channels_of(t.submitted_by_channel)}};
}

array areas_of(const report& r) {
  array out;
  for (const auto& a : r.areas) {
    out.push_back(
        object{{"slug", a.area.slug.value}, {"proposals", a.proposals}, {"votes", maybe(a.votes)}});
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
          {"redacted", t.is_redacted}};
}

array proposals_of(const report& r) {
  array out;
  for (const auto& p : r.proposals) {
    auto one = text_of(p);
    one["votes"] = maybe(p.votes);
    one["supports"] = p.supports;
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
    ranking.push_back(object{{"place", line.place},
                             {"number", p.number},
                             {"votes", maybe(p.votes)},
                             {"tie", line.is_tie}});
  }
  return object{{"voters", r.voting->voters},
                {"votes_given", r.voting->votes_given},
                {"votes_counted", r.voting->votes_counted},
                {"ranking", std::move(ranking)}};
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

// Numbers of tenths are the only fractions; Boost.JSON would write 4.25E1.
std::string scalar(const value& v) {
  if (!v.is_double()) return boost::json::serialize(v);
  std::array<char, 32> out{};
  std::snprintf(out.data(), out.size(), "%.1f", v.get_double());
  return out.data();
}

void print(const value& v, std::size_t depth, std::string& out) {
  const auto* o = v.if_object();
  const auto* a = v.if_array();
  if ((o == nullptr || o->empty()) && (a == nullptr || a->empty())) {
    out += scalar(v);
    return;
  }
  const std::string inner(2 * (depth + 1), ' ');
  out += o != nullptr ? "{\n" : "[\n";
  bool is_first = true;
  const auto next = [&] {
    if (!is_first) out += ",\n";
    is_first = false;
    out += inner;
  };
  if (o != nullptr) {
    for (const auto& member : *o) {
      next();
      out += boost::json::serialize(value(member.key())) + ": ";
      print(member.value(), depth + 1, out);
    }
  } else {
    for (const auto& item : *a) {
      next();
      print(item, depth + 1, out);
    }
  }
  out += "\n" + std::string(2 * depth, ' ') + (o != nullptr ? "}" : "]");
}

} // namespace

std::string write_json(const report& r) {
  array caveats;
  for (const auto caveat : words_of(r.facts.language).caveats)
    caveats.push_back(value(caveat));
  const object all{{"format", "viche.report.v1"},
                   {"edition", model::wire_name(r.facts.edition)},
                   {"language", model::wire_name(r.facts.language)},
                   {"time_zone", "Europe/Kyiv"},
                   {"generated_at", iso_time(r.facts.generated_at_ms)},
                   {"viche_version", r.facts.version},
                   {"chain_head", r.facts.head},
                   {"session", session_of(r)},
                   {"phases", phases_of(r)},
                   {"pauses", pauses_of(r)},
                   {"participants",
                    object{{"total", r.participants.total},
                           {"by_table", cells_of(r.participants.by_table, "table")},
                           {"by_settlement", cells_of(r.participants.by_settlement, "settlement")},
                           {"by_channel", channels_of(r.participants.by_channel)}}},
                   {"totals", totals_of(r.totals)},
                   {"areas", areas_of(r)},
                   {"proposals", proposals_of(r)},
                   {"voting", voting_of(r)},
                   {"indicators", indicators_of(r)},
                   {"caveats", caveats}};
  std::string out;
  print(all, 0, out);
  out += "\n";
  return out;
}

} // namespace viche::report
