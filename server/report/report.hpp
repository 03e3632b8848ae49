// A state → one report model, from which every format is written, so that no two formats can
// disagree. Pure: time, edition and language come in with the facts. docs/report.md has the fields.
#pragma once

#include "model/state.hpp"

#include <boost/describe.hpp>

#include <cstdint>
#include <map>
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
  bool with_authors = false; // asked for; names are said only where the session asks for them
  std::uint64_t seed = 0; // random: shuffles ballots, and names their voters anew
  model::time_ms_t begins_at_ms = 0; // what a notice says of a session to come; 0: not known
  std::string address; // of the results page, where the server has a name; empty: none
  bool is_served = false; // as a page beside /r/{code}, so that links need no host
};

// Who signed, by writer id. Names live outside the log; only those that stand are here.
using author_names = std::map<model::id128, std::string>;

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

// joined + guests = total.
struct participants {
  std::size_t total = 0;
  std::size_t joined = 0; // with a device
  std::size_t guests = 0; // without one, counted in the hall
  std::vector<cell> by_table; // in order of number; only tables with people
  std::vector<cell> by_settlement; // in the order of the Ukrainian alphabet
  std::vector<channel_count> by_channel;
};

struct hidden_count {
  model::hide_reason reason{};
  std::size_t count = 0;
};

// submitted = published + waiting + merged + hidden + withdrawn; every idea is counted in one of
// the five. Redacted and corrected ones are counted beside them.
struct totals {
  std::size_t submitted = 0;
  std::size_t published = 0;
  std::size_t waiting = 0; // for a facilitator's approval; in no list
  std::size_t merged = 0;
  std::size_t merged_unpublished = 0; // of them: into one that is hidden
  std::size_t hidden = 0;
  std::size_t withdrawn = 0;
  std::size_t redacted = 0;
  std::size_t corrected = 0; // a facilitator mended the wording
  std::size_t late_accepted = 0; // of submitted: handed in after their phase
  std::size_t late_declined = 0; // not among submitted, nor are those that wait
  std::size_t late_waiting = 0;
  std::vector<hidden_count> hidden_by_reason; // most frequent first; only reasons that occur
  std::vector<channel_count> submitted_by_channel; // only channels that occur
};

// What stands behind something. Voters online and on paper are different people; raised hands are
// a number counted in the hall, nobody's vote.
struct support {
  std::size_t online = 0;
  std::size_t paper = 0;
  std::size_t hands = 0;

  std::size_t votes() const { return online + paper; }
  std::size_t total() const { return votes() + hands; } // what ranks

  support& operator+=(const support& more) {
    online += more.online;
    paper += more.paper;
    hands += more.hands;
    return *this;
  }
};

// An idea that became part of a published one. Its votes count there.
struct merged_text {
  std::uint32_t number = 0;
  model::time_ms_t at = 0;
  std::string text;
  std::vector<model::slug> areas;
  enum model::channel channel{};
  bool is_redacted = false;
  bool is_corrected = false;
  std::optional<std::string> original; // its author's wording; in the working edition only
  std::optional<std::string> author; // who signed it; nullopt: not stated
};

struct proposal {
  std::uint32_t number = 0;
  model::time_ms_t at = 0; // floored to the minute, as residents see it
  std::string text;
  std::vector<model::slug> areas; // the first is the main one
  enum model::channel channel{};
  bool is_redacted = false;
  bool is_corrected = false;
  std::optional<std::string> original; // as in merged_text
  std::optional<std::string> author; // as in merged_text
  std::optional<struct support> support; // over the group; nullopt: not shown
  std::size_t supports = 0; // distinct people over the group who said «+1»; no votes
  std::vector<merged_text> merged; // by number
  std::optional<model::decided> decision; // nullopt: the council has made none
  // When an outcome was taken back that everybody could read; 0: none was, or there is one again.
  model::time_ms_t taken_back_at = 0;
};

struct area_line {
  model::area area;
  std::size_t proposals = 0; // published, this area being their main one
  std::optional<struct support> support;
};

// A place of the ranking. `proposal` is its index in report::proposals.
struct ranked_line {
  std::uint32_t place = 0;
  bool is_tie = false; // another proposal has the same total
  std::size_t proposal = 0;
};

struct voting {
  std::size_t voters_online = 0; // different people; who raised a hand is none of them
  std::size_t voters_paper = 0;
  // Fewer than limits::report_cell_min voted in one of the two ways, and the hall saw who: all
  // votes and voters stand under online, and no format tells the two ways apart.
  bool is_split_withheld = false;
  std::size_t votes_given = 0; // standing facts, on hidden ideas too; no hands
  struct support counted; // over the published proposals
  std::vector<ranked_line> ranking; // by total; only proposals with one

  std::size_t voters() const { return voters_online + voters_paper; } // the turnout
};

// The proposals one voter stands on, online or on paper, as indexes of report::proposals. In random
// order, within a ballot too; nothing says whose it is.
using ballot = std::vector<std::size_t>;

// What was done to an idea, by number; never its text.
struct moderation_line {
  enum class act : std::uint8_t { hidden, merged, corrected, redacted, withdrawn, accepted_late };
  BOOST_DESCRIBE_NESTED_ENUM(act, hidden, merged, corrected, redacted, withdrawn, accepted_late)
  std::uint32_t number = 0;
  act what{};
  std::optional<model::hide_reason> reason; // of hidden
  std::uint32_t into = 0; // of merged: the main idea's number
};

// A phase of the programme, which is only a proposal.
struct planned_phase {
  model::phase what{};
  std::uint32_t minutes = 0;
};

// One-time cards: issued = used + unused + voided. Used: somebody took it into use on a phone, or
// votes stand that were given with it; said only where votes are.
struct card_counts {
  std::size_t issued = 0;
  std::size_t voided = 0; // lost and replaced by another, which is issued as well
  std::optional<std::size_t> used;
  std::optional<std::size_t> unused;
};

// What a table said in the talk.
struct table_sentence {
  std::uint32_t table = 0;
  std::string text;
};

// The one-tap question, and how many chose each answer: small cells guarded as those of people.
struct warmup_result {
  std::string question; // empty: the usual one, which settlement somebody is from
  std::vector<cell> answers; // as they were offered
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

// The report that a session was rebuilt from, and the session it was of.
struct import_origin {
  std::string code;
  std::string head; // of that session's chain
  std::string version; // of the Viche that wrote it
  model::time_ms_t reported_at = 0;
};

struct report {
  report_facts facts;
  std::optional<import_origin> imported; // nullopt: the session was held with this very log
  model::seq_t seq = 0; // of the last entry it knows, which may be behind the one with facts.head
  model::settings set;
  model::branding_of_session branding;
  std::vector<model::phase_span> phases; // as they ran; `closed` is the last if it is there
  std::vector<model::pause_span> pauses;
  model::time_ms_t began_at = 0; // of the first phase after the lobby; of the lobby without one
  model::time_ms_t ended_at = 0; // closing, or else when the report was made
  struct participants participants;
  std::optional<warmup_result> warmup; // nullopt: nobody answered
  std::vector<table_sentence> sentences; // by table
  model::authorship authors{};
  bool has_premoderation = false; // at some time an idea was shown only once it was approved
  model::report_details details;
  struct model::publication publication;
  std::vector<planned_phase> programme; // in the order of phases
  std::vector<moderation_line> moderation; // by number; several of an idea in the order of `act`
  struct totals totals;
  std::vector<area_line> areas; // most proposals first
  std::vector<proposal> proposals; // published ones, by number
  std::optional<struct voting> voting; // nullopt: not shown in this edition yet
  // Of everybody with a vote on a published proposal, online and on paper; of a way in which fewer
  // than limits::ballots_min voted there are none: sums by way would tell which are theirs.
  // nullopt: votes are not shown, or no ballots are left.
  std::optional<std::vector<ballot>> ballots;
  bool are_ballots_all = true; // false: those of one way are left out
  std::optional<card_counts> cards; // nullopt: voting is not by card
  std::vector<indicator> indicators;
};

// The head that the hall saw on its screen, and that its words are of: of an imported session its
// own; empty while the session is open, as every entry changes it.
std::string head_seen(const report& r);

// Whether votes are told apart by how they were given: where there are some on paper or raised
// hands, and it is not withheld. Else one number of votes says it all.
bool shows_parts(const report& r);

report make_report(const model::state& s, report_facts facts, const author_names& names = {});

// English has one form only; the slug if the settings do not know it.
enum class area_form : std::uint8_t { full, brief };
std::string area_name(const model::settings& set, const model::slug& which, model::language l,
                      area_form form = area_form::full);

// The beginning of a text, limits::report_title_words_max words of its first line at most.
std::string title_of(std::string_view text);

} // namespace viche::report
