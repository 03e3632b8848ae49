// Report → sentences.
#include "report/said.hpp"

namespace viche::report {

std::string speaker::number(std::size_t n) const {
  return viche::report::number(r.facts.language, static_cast<std::int64_t>(n));
}

bool speaker::is_one_day() const {
  return iso_date(r.began_at) == iso_date(r.ended_at);
}

bool speaker::has_parts() const {
  return shows_parts(r);
}

std::string speaker::time(model::time_ms_t at) const {
  if (is_one_day() && iso_date(at) == iso_date(r.began_at)) return clock_time(at);
  return short_date(at) + " " + clock_time(at);
}

std::string speaker::areas(const std::vector<model::slug>& slugs) const {
  std::string out;
  for (const auto& slug : slugs) {
    if (!out.empty()) out += "; ";
    out += area_name(r.set, slug, r.facts.language, area_form::brief);
  }
  return out;
}

std::string speaker::votes(const std::optional<support>& s) const {
  if (!s || !r.voting) return {};
  auto out = number(s->total());
  const auto add = [&](std::string_view name, std::size_t n) {
    if (n != 0) out += "\n" + std::string(name) + "\u00a0" + number(n);
  };
  if (!has_parts()) return out;
  add(w.label.online, s->online);
  add(w.label.paper, s->paper);
  add(w.label.hands, s->hands);
  return out;
}

std::string held_said(const speaker& s) {
  const auto& f = s.r.facts;
  const bool is_closed = !s.r.phases.empty() && s.r.phases.back().what == model::phase::closed;
  const auto sentence = !is_closed       ? s.w.sentence.open
                        : s.is_one_day() ? s.w.sentence.held
                                         : s.w.sentence.held_days;
  return fill(sentence, {{"date", long_date(f.language, s.r.began_at)},
                         {"from", clock_time(s.r.began_at)},
                         {"date_until", long_date(f.language, s.r.ended_at)},
                         {"until", clock_time(s.r.ended_at)},
                         {"code", f.code}});
}

std::vector<std::string> rules_said(const speaker& s) {
  const auto& w = s.w.sentence;
  const auto& set = s.r.set;
  std::vector<std::string> rules{
      fill(w.rules_text, {{"limit", s.number(limits::idea_graphemes_max)}}),
      fill(w.rules_votes,
           {{"votes", counted(s.r.facts.language, set.votes_per_person, s.w.nouns.vote)}}),
      std::string(w.rules_hidden)};
  if (s.r.has_premoderation) rules.emplace_back(w.rules_premoderation);
  rules.push_back(fill(w.level, {{"level", std::string(word_of(s.w.levels, set.level))}}));
  if (s.r.cards) {
    const auto& c = *s.r.cards;
    rules.push_back(
        fill(c.used ? w.cards_used : w.cards_issued, {{"issued", s.number(c.issued)},
                                                      {"used", s.number(c.used.value_or(0))},
                                                      {"unused", s.number(c.unused.value_or(0))},
                                                      {"voided", s.number(c.voided)}}));
  }
  rules.push_back(
      fill(w.authorship, {{"mode", std::string(word_of(s.w.authorships, s.r.authors))}}));
  return rules;
}

std::string people_said(const speaker& s) {
  const auto& people = s.r.participants;
  const auto& w = s.w.sentence;
  if (people.total == 0) return std::string(w.no_people);
  return fill(people.guests == 0 ? w.people : w.people_guests,
              {{"people", s.number(people.total)},
               {"joined", s.number(people.joined)},
               {"guests", s.number(people.guests)}}) +
         " " + std::string(w.people_guard);
}

std::string channels_said(const speaker& s) {
  std::string channels;
  for (const auto& c : s.r.totals.submitted_by_channel) {
    if (!channels.empty()) channels += ", ";
    channels += std::string(word_of(s.w.channels, c.channel)) + ": " + s.number(c.count);
  }
  return fill(s.w.sentence.by_channel, {{"channels", channels}});
}

std::string late_said(const speaker& s) {
  const auto& t = s.r.totals;
  if (t.late_accepted + t.late_declined + t.late_waiting == 0) return {};
  return fill(s.w.sentence.late, {{"accepted", s.number(t.late_accepted)},
                                  {"declined", s.number(t.late_declined)},
                                  {"waiting", s.number(t.late_waiting)}});
}

std::vector<std::string> voting_said(const speaker& s) {
  const auto& w = s.w.sentence;
  if (!s.r.voting) return {std::string(w.votes_not_shown)};
  const auto& v = *s.r.voting;
  if (v.ranking.empty()) return {std::string(w.no_votes)};
  std::vector<std::string> out{fill(v.voters_paper == 0 ? w.voted : w.voted_paper,
                                    {{"voters", s.number(v.voters())},
                                     {"online", s.number(v.voters_online)},
                                     {"paper", s.number(v.voters_paper)},
                                     {"given", s.number(v.votes_given)},
                                     {"counted", s.number(v.counted.votes())}})};
  if (v.is_split_withheld) {
    out.push_back(fill(w.split_withheld, {{"few", s.number(limits::report_cell_min)}}));
  }
  if (s.has_parts()) {
    out.push_back(fill(w.counted_parts, {{"online", s.number(v.counted.online)},
                                         {"paper", s.number(v.counted.paper)},
                                         {"hands", s.number(v.counted.hands)},
                                         {"total", s.number(v.counted.total())}}) +
                  " " + std::string(w.parts_explained));
  }
  if (v.counted.hands != 0) out.emplace_back(w.hands);
  if (v.ranking.back().place > limits::reveal_place_max) {
    out.push_back(fill(w.first_places, {{"place", s.number(limits::reveal_place_max)}}));
  }
  return out;
}

std::string made_by_said(const speaker& s) {
  const auto& f = s.r.facts;
  return fill(f.with_authors ? s.w.sentence.made_by_signed : s.w.sentence.made_by,
              {{"date", long_date(f.language, f.generated_at_ms)},
               {"time", clock_time(f.generated_at_ms)},
               {"version", f.version}});
}

} // namespace viche::report
