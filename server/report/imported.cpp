// Sums as they were stated.
#include "report/imported.hpp"

#include "model/wire_name.hpp"

namespace viche::report {
namespace {

std::vector<cell> cells_of(const std::vector<model::imported_cell>& from) {
  std::vector<cell> out;
  for (const auto& c : from) {
    out.push_back(
        {c.label.value, c.is_said ? std::optional<std::size_t>(c.people) : std::nullopt, c.is_few});
  }
  return out;
}

std::vector<channel_count> channels_of(const std::vector<model::imported_channel>& from) {
  std::vector<channel_count> out;
  for (const auto& c : from)
    out.push_back({c.channel, c.count});
  return out;
}

// `published` was counted: the proposals are there.
totals totals_of(const model::imported_totals& from, std::size_t published) {
  totals out;
  out.submitted = from.submitted;
  out.published = published;
  out.waiting = from.waiting;
  out.merged = from.merged;
  out.merged_unpublished = from.merged_unpublished;
  out.hidden = from.hidden;
  out.withdrawn = from.withdrawn;
  out.redacted = from.redacted;
  out.corrected = from.corrected;
  out.late_accepted = from.late_accepted;
  out.late_declined = from.late_declined;
  out.late_waiting = from.late_waiting;
  for (const auto& h : from.hidden_by_reason)
    out.hidden_by_reason.push_back({h.reason, h.count});
  out.submitted_by_channel = channels_of(from.by_channel);
  return out;
}

std::vector<moderation_line> moderation_of(const model::imported_session& from) {
  using act = moderation_line::act;
  std::vector<moderation_line> out;
  for (const auto& line : from.moderation) {
    const auto what = model::from_wire_name<act>(model::wire_name(line.what)).value_or(act{});
    auto& one = out.emplace_back();
    one.number = line.number;
    one.what = what;
    if (what == act::hidden) one.reason = line.reason;
    if (what == act::merged) one.into = line.into;
  }
  return out;
}

} // namespace

void say_imported(report& r, const model::imported_session& from) {
  r.imported = import_origin{from.code.value, from.head.value, from.version.value,
                             static_cast<model::time_ms_t>(from.reported_at)};
  const bool is_closed = r.phases.back().what == model::phase::closed;
  if (!is_closed) r.ended_at = r.imported->reported_at; // nothing is known of what came behind it
  r.participants = {.total = std::size_t{from.people.joined} + from.people.guests,
                    .joined = from.people.joined,
                    .guests = from.people.guests,
                    .by_table = cells_of(from.people.by_table),
                    .by_settlement = cells_of(from.people.by_settlement),
                    .by_channel = channels_of(from.people.by_channel)};
  if (from.warmup.is_there) {
    r.warmup = warmup_result{from.warmup.question.value, cells_of(from.warmup.answers)};
  }
  r.moderation = moderation_of(from);
  r.totals = totals_of(from.totals, r.proposals.size());
  if (r.voting) {
    r.voting->voters_online = from.voting.voters_online;
    r.voting->voters_paper = from.voting.voters_paper;
    r.voting->is_split_withheld = from.voting.is_split_withheld;
    r.voting->votes_given = from.voting.votes_given;
  }
  if (!r.cards) return;
  r.cards = card_counts{
      .issued = from.cards.issued, .voided = from.cards.voided, .used = {}, .unused = {}};
  if (!r.voting) return;
  r.cards->used = from.cards.used;
  r.cards->unused = from.cards.unused;
}

} // namespace viche::report
