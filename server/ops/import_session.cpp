// Bounds of what a report may say, and the state that follows from it.
#include "ops/import_session.hpp"

#include "limits.hpp"

namespace viche::ops {
namespace {

using model::refusal;
using model::refused;

model::verdict check_spans(const import_session& op) {
  if (op.phases.empty() || op.phases.size() > limits::import_spans_max) {
    return refused{refusal::value_out_of_range, "phases", limits::import_spans_max};
  }
  if (op.pauses.size() > limits::import_spans_max) {
    return refused{refusal::value_out_of_range, "pauses", limits::import_spans_max};
  }
  for (std::size_t i = 0; i < op.phases.size(); ++i) {
    const auto& p = op.phases[i];
    const bool is_last = i + 1 == op.phases.size();
    if ((p.closed_at == 0) != is_last || (p.closed_at != 0 && p.closed_at < p.opened_at)) {
      return refused{refusal::value_out_of_range, "phases"};
    }
    if (i != 0 && p.opened_at < op.phases[i - 1].closed_at) {
      return refused{refusal::value_out_of_range, "phases"};
    }
  }
  for (std::size_t i = 0; i < op.pauses.size(); ++i) {
    const auto& p = op.pauses[i];
    const bool is_open = p.until == 0;
    if ((is_open && i + 1 != op.pauses.size()) || (!is_open && p.until < p.since)) {
      return refused{refusal::value_out_of_range, "pauses"};
    }
  }
  return model::may;
}

} // namespace

model::verdict import_session::check(const model::state& s, const model::actor&) const {
  if (s.seq != 1 || s.imported) return refused{refusal::not_allowed};
  if (auto no = check_spans(*this)) return no;
  if (logo.base64.size() > limits::picture_bytes_max * 4 / 3 + 4) {
    return refused{refusal::value_out_of_range, "logo", limits::picture_bytes_max};
  }
  for (const auto& one : sentences) {
    if (one.table == 0 || !model::is_table(s.set, one.table)) {
      return refused{refusal::value_out_of_range, "sentences", s.set.tables};
    }
  }
  return model::may;
}

void import_session::apply(model::state& s, const model::place& at, model::touched& t) const {
  s.imported = from;
  s.clock_changed = at.seq;
  s.phases.clear();
  for (const auto& p : phases) {
    s.phases.push_back({.what = p.what,
                        .opened_at = static_cast<model::time_ms_t>(p.opened_at),
                        .closed_at = static_cast<model::time_ms_t>(p.closed_at),
                        .planned_ms = static_cast<std::int64_t>(p.planned_ms),
                        .extended_ms = static_cast<std::int64_t>(p.extended_ms),
                        .paused_ms = static_cast<std::int64_t>(p.paused_ms)});
  }
  for (const auto& p : pauses) {
    s.pauses.push_back({.reason = p.reason,
                        .since = static_cast<model::time_ms_t>(p.since),
                        .until = static_cast<model::time_ms_t>(p.until),
                        .in = p.in});
  }
  s.is_paused = !s.pauses.empty() && s.pauses.back().until == 0;
  for (const auto& p : programme)
    s.planned[p.what] = p.minutes;
  for (const auto& one : sentences)
    s.sentences[one.table] = {at.seq, one.text, at.time_ms, {at.seq}};
  s.warmup.question = from.warmup.question;
  s.branding = {partners, logo};
  s.authors = authorship;
  s.had_premoderation = premoderation;
  s.revealed_place = is_revealed ? 1 : 0;
  s.details = details;
  s.publication = {.is_published = is_published,
                   .since = static_cast<model::time_ms_t>(published_since)};
  for (const auto record :
       {model::record::session, model::record::phase, model::record::totals,
        model::record::programme, model::record::warmup, model::record::hall,
        model::record::branding, model::record::council, model::record::publication})
    t.add(record);
  for (const auto& one : sentences)
    t.add(model::record::sentence, one.table);
}

} // namespace viche::ops
