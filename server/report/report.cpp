// State → report: who is counted where, and what may leave.
#include "report/report.hpp"

#include "report/counts.hpp"
#include "report/imported.hpp"
#include "report/indicators.hpp"
#include "report/lists.hpp"

#include <algorithm>
#include <cassert>
#include <map>
#include <tuple>
#include <utility>

namespace viche::report {
namespace {

constexpr model::time_ms_t minute_ms = 60'000;

// Residents see minutes: an exact time would say who typed next to whom.
model::time_ms_t to_minute(model::time_ms_t at) {
  return at - at % minute_ms;
}

bool may_show_votes(const model::state& s, edition e) {
  return e == edition::working || s.revealed_place == 1;
}

totals count_ideas(const model::state& s) {
  totals out;
  std::map<model::hide_reason, std::size_t> reasons;
  std::map<model::channel, std::size_t> channels;
  for (const auto& [id, i] : s.ideas) {
    ++out.submitted;
    ++channels[i.channel];
    if (i.is_redacted) ++out.redacted;
    if (i.original) ++out.corrected;
    if (i.is_withdrawn) {
      ++out.withdrawn;
    } else if (i.merged_into != 0) {
      ++out.merged;
      if (!model::is_published(model::root_of(s, i))) ++out.merged_unpublished;
    } else if (i.hidden) {
      ++out.hidden;
      ++reasons[*i.hidden];
    } else if (i.is_pending) {
      ++out.waiting;
    } else {
      ++out.published;
    }
  }
  for (const auto& [id, l] : s.late_ideas) {
    out.late_accepted += l.fate == model::late_fate::accepted ? 1U : 0U;
    out.late_declined += l.fate == model::late_fate::declined ? 1U : 0U;
    out.late_waiting += l.fate == model::late_fate::waiting ? 1U : 0U;
  }
  for (const auto& [reason, n] : reasons)
    out.hidden_by_reason.push_back({reason, n});
  out.submitted_by_channel = to_list(channels);
  std::ranges::stable_sort(out.hidden_by_reason, std::greater{}, &hidden_count::count);
  assert(out.submitted == out.published + out.waiting + out.merged + out.hidden + out.withdrawn);
  return out;
}

// What an edition says of a text beside the votes; the same for a proposal and its parts.
struct saying {
  bool with_originals = false;
  const author_names* names = nullptr; // nullptr: nobody's

  template <class Text>
  Text of(const model::idea& i) const {
    Text out;
    out.number = i.number;
    out.at = to_minute(i.at);
    out.text = i.text.value;
    out.areas = i.areas;
    out.channel = i.channel;
    out.is_redacted = i.is_redacted;
    out.is_corrected = i.original.has_value() || i.was_corrected;
    if (with_originals && i.original) out.original = i.original->value;
    if (names == nullptr || i.author.as != model::role::resident) return out;
    if (const auto signed_by = names->find(i.author.id); signed_by != names->end()) {
      out.author = signed_by->second;
    }
    return out;
  }
};

std::vector<merged_text> merged_texts(const model::state& s, const model::idea& root,
                                      const saying& said) {
  std::vector<merged_text> out;
  for (const auto* member : model::group_of(s, root)) {
    if (member == &root || member->hidden || member->is_withdrawn) continue;
    out.push_back(said.of<merged_text>(*member));
  }
  std::ranges::sort(out, {}, &merged_text::number);
  return out;
}

std::vector<proposal> published(const model::state& s, bool with_votes, const saying& said) {
  std::vector<proposal> out;
  for (const auto& [id, i] : s.ideas) {
    if (!model::is_published(i)) continue;
    auto one = said.of<proposal>(i);
    if (with_votes) one.support = support_for(s, i);
    one.supports = model::supports_of(s, i);
    one.merged = merged_texts(s, i, said);
    if (const auto made = s.decisions.find(id); made != s.decisions.end()) {
      one.decision = made->second;
    }
    if (const auto trace = s.decision_traces.find(id); trace != s.decision_traces.end()) {
      one.taken_back_at = trace->second.taken_back_at;
    }
    out.push_back(std::move(one));
  }
  std::ranges::sort(out, {}, &proposal::number);
  return out;
}

std::vector<area_line> count_areas(const report& r, bool with_votes) {
  std::vector<area_line> out;
  for (const auto& a : r.set.areas) {
    area_line line;
    line.area = a;
    if (with_votes) line.support.emplace();
    for (const auto& p : r.proposals) {
      if (p.areas.empty() || p.areas.front() != a.slug) continue;
      ++line.proposals;
      if (line.support) *line.support += p.support.value_or(support{});
    }
    out.push_back(std::move(line));
  }
  std::ranges::stable_sort(out, std::greater{}, &area_line::proposals);
  return out;
}

void set_times(report& r) {
  const auto first =
      std::ranges::find_if(r.phases, [](const auto& p) { return p.what != model::phase::lobby; });
  if (first != r.phases.end()) {
    r.began_at = first->opened_at;
  } else if (!r.phases.empty()) {
    r.began_at = r.phases.front().opened_at;
  } else {
    r.began_at = r.facts.generated_at_ms;
  }
  const bool is_closed = !r.phases.empty() && r.phases.back().what == model::phase::closed;
  r.ended_at = is_closed ? r.phases.back().opened_at : r.facts.generated_at_ms;
}

// Whoever saw who handed in the only sheet would read off the sums what it said.
void withhold_split(report& r) {
  if (!r.voting) return;
  auto& v = *r.voting;
  const auto fewer = std::min(v.voters_online, v.voters_paper);
  if (fewer == 0 || fewer >= limits::report_cell_min) return;
  v.is_split_withheld = true;
  v.voters_online += std::exchange(v.voters_paper, 0);
  const auto join = [](support& of) { of.online += std::exchange(of.paper, 0); };
  join(v.counted);
  for (auto& p : r.proposals)
    if (p.support) join(*p.support);
  for (auto& a : r.areas)
    if (a.support) join(*a.support);
}

} // namespace

std::string head_seen(const report& r) {
  const bool is_closed = !r.phases.empty() && r.phases.back().what == model::phase::closed;
  if (!is_closed) return {};
  return r.imported ? r.imported->head : r.facts.head;
}

bool shows_parts(const report& r) {
  if (!r.voting || r.voting->is_split_withheld) return false;
  return r.voting->voters_paper + r.voting->counted.paper + r.voting->counted.hands != 0;
}

report make_report(const model::state& s, report_facts facts, const author_names& names) {
  const bool with_votes = may_show_votes(s, facts.edition);
  const bool is_public = facts.edition == edition::public_;
  const bool is_signed = facts.with_authors && s.authors == model::authorship::named;
  report r;
  r.facts = std::move(facts);
  r.facts.with_authors = is_signed;
  r.seq = s.seq;
  r.set = s.set;
  r.branding = s.branding;
  r.phases = s.phases;
  r.pauses = s.pauses;
  set_times(r);
  r.participants = count_people(s);
  r.warmup = count_warmup(s);
  for (const auto& [table, said] : s.sentences)
    r.sentences.push_back({table, said.text.value});
  r.authors = s.authors;
  r.has_premoderation = s.had_premoderation;
  r.details = s.details;
  r.publication = s.publication;
  for (const auto& [what, minutes] : s.planned)
    r.programme.push_back({what, minutes});
  r.moderation = moderation_of(s);
  r.totals = count_ideas(s);
  r.proposals = published(s, with_votes, {!is_public, is_signed ? &names : nullptr});
  r.areas = count_areas(r, with_votes);
  if (with_votes) {
    r.voting = count_votes(s, r.proposals);
    std::tie(r.ballots, r.are_ballots_all) = ballots_of(s, r.proposals, r.facts.seed);
  }
  if (s.set.level >= 2) r.cards = count_cards(s, with_votes);
  if (s.imported) say_imported(r, *s.imported);
  if (is_public) withhold_split(r);
  r.indicators = make_indicators(s, r);
  return r;
}

std::string area_name(const model::settings& set, const model::slug& which, model::language l,
                      area_form form) {
  const auto at = std::ranges::find(set.areas, which, &model::area::slug);
  if (at == set.areas.end()) return which.value;
  if (l == model::language::en) return at->english.value;
  return form == area_form::full ? at->full_name.value : at->name.value;
}

std::string title_of(std::string_view text) {
  text = text.substr(0, text.find('\n'));
  std::size_t end = 0;
  for (std::size_t words = 0; words < limits::report_title_words_max; ++words) {
    end = text.find_first_not_of(' ', end);
    if (end == std::string_view::npos) return std::string(text);
    end = text.find(' ', end);
    if (end == std::string_view::npos) return std::string(text);
  }
  return std::string(text.substr(0, end)) + "…";
}

} // namespace viche::report
