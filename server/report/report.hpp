// A state → one report model, from which every format is written, so that no two formats can
// disagree. Pure: time, edition and language come in with the facts. docs/report.md has the fields.
#pragma once

#include "model/state.hpp"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace viche::report {

// `public_` may leave the hall: it holds nothing derived from votes until the first place was
// revealed. `working` is for facilitators and always full. Hidden texts are in neither.
enum class edition : std::uint8_t { public_, working };
BOOST_DESCRIBE_ENUM(edition, public_, working)

// What the report says and the state does not know.
struct report_facts {
  std::string code;
  std::string head; // of the chain, 64 hex digits
  enum edition edition {};
  model::time_ms_t generated_at_ms = 0;
  model::language language{};
  std::string version; // of Viche
};

// How many people share a table or settlement. nullopt: not said, because they are fewer than
// limits::report_cell_min (`is_few`), or because the total would give such a number away.
struct cell {
  std::string label; // a table's number, a settlement
  std::optional<std::size_t> people;
  bool is_few = false;
};

struct channel_count {
  enum model::channel channel{};
  std::size_t count = 0;
};

struct participants {
  std::size_t total = 0;
  std::vector<cell> by_table; // in order of number; only tables with people
  std::vector<cell> by_settlement; // in the order of the Ukrainian alphabet
  std::vector<channel_count> by_channel;
};

struct hidden_count {
  model::hide_reason reason{};
  std::size_t count = 0;
};

// submitted = published + merged + hidden + withdrawn; every idea is counted in one of the four.
// Redacted ones are counted beside them.
struct totals {
  std::size_t submitted = 0;
  std::size_t published = 0;
  std::size_t merged = 0;
  std::size_t merged_unpublished = 0; // of them: into one that is hidden
  std::size_t hidden = 0;
  std::size_t withdrawn = 0;
  std::size_t redacted = 0;
  std::size_t late_accepted = 0; // of submitted: handed in after their phase
  std::size_t late_declined = 0; // not among submitted, nor are those that wait
  std::size_t late_waiting = 0;
  std::vector<hidden_count> hidden_by_reason; // most frequent first; only reasons that occur
  std::vector<channel_count> submitted_by_channel; // only channels that occur
};

// An idea that became part of a published one. Its votes count there.
struct merged_text {
  std::uint32_t number = 0;
  model::time_ms_t at = 0;
  std::string text;
  std::vector<model::slug> areas;
  enum model::channel channel{};
  bool is_redacted = false;
};

struct proposal {
  std::uint32_t number = 0;
  model::time_ms_t at = 0; // floored to the minute, as residents see it
  std::string text;
  std::vector<model::slug> areas; // the first is the main one
  enum model::channel channel{};
  bool is_redacted = false;
  std::optional<std::size_t> votes; // distinct voters over the group; nullopt: not shown
  std::size_t supports = 0; // distinct people over the group who said «+1»; no votes
  std::vector<merged_text> merged; // by number
};

struct area_line {
  model::area area;
  std::size_t proposals = 0; // published, this area being their main one
  std::optional<std::size_t> votes;
};

// A place of the ranking. `proposal` is its index in report::proposals.
struct ranked_line {
  std::uint32_t place = 0;
  bool is_tie = false; // somebody else has as many votes
  std::size_t proposal = 0;
};

struct voting {
  std::size_t voters = 0;
  std::size_t votes_given = 0; // standing facts, on hidden ideas too
  std::size_t votes_counted = 0; // over the published proposals
  std::vector<ranked_line> ranking; // only proposals with votes
};

// How people took part, in one number. A quotient that says nothing (nobody to divide by, or more
// voters than people who joined) has no numerator.
struct indicator {
  enum class unit : std::uint8_t { count, percent, mean };
  BOOST_DESCRIBE_NESTED_ENUM(unit, count, percent, mean)
  std::string_view name; // of JSON and of the words
  unit in{};
  std::optional<std::size_t> numerator;
  std::size_t denominator = 0;

  // In tenths, rounded half up: of a percent for percents, of one for the others.
  std::optional<std::int64_t> tenths() const;
};

struct report {
  report_facts facts;
  model::settings set;
  model::branding_of_session branding;
  std::vector<model::phase_span> phases; // as they ran; `closed` is the last if it is there
  std::vector<model::pause_span> pauses;
  model::time_ms_t began_at = 0; // of the first phase after the lobby; of the lobby without one
  model::time_ms_t ended_at = 0; // closing, or else when the report was made
  struct participants participants;
  struct totals totals;
  std::vector<area_line> areas; // most proposals first
  std::vector<proposal> proposals; // published ones, by number
  std::optional<struct voting> voting; // nullopt: not shown in this edition yet
  std::vector<indicator> indicators;
};

report make_report(const model::state& s, report_facts facts);

// English has one form only; the slug if the settings do not know it.
enum class area_form : std::uint8_t { full, brief };
std::string area_name(const model::settings& set, const model::slug& which, model::language l,
                      area_form form = area_form::full);

// The beginning of a text, limits::report_title_words_max words of its first line at most.
std::string title_of(std::string_view text);

} // namespace viche::report
