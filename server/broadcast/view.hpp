// What each audience sees of each record: allow-lists. A new field of the state is seen by nobody
// until a struct here names it. docs/protocol.md "Records" says the same in words. Pure.
#pragma once

#include "model/audience.hpp"
#include "model/state.hpp"
#include "model/touched.hpp"

#include <boost/describe.hpp>
#include <boost/json/value.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace viche::broadcast {

// Written as `null` when empty. A plain std::optional is left out instead.
template <class T>
struct nullable {
  std::optional<T> value;
};

struct area_view {
  std::string slug, name, full_name, english;
};
BOOST_DESCRIBE_STRUCT(area_view, (), (slug, name, full_name, english))

struct session_view {
  std::string code, title, community, question;
  std::vector<area_view> areas;
  std::uint32_t votes_per_person = 0;
  std::vector<model::language> languages;
  std::uint32_t level = 0;
  std::uint32_t tables = 0;
  std::vector<std::string> settlements;
  std::uint32_t people_per_phone = 0;
  bool premoderation = false;
  model::authorship authorship{};
  std::optional<std::string> contact; // of the council, to whom consent is withdrawn
};
BOOST_DESCRIBE_STRUCT(session_view, (),
                      (code, title, community, question, areas, votes_per_person, languages, level,
                       tables, settlements, people_per_phone, premoderation, authorship, contact))

struct pause_view {
  model::pause_reason reason{};
  model::time_ms_t since = 0;
};
BOOST_DESCRIBE_STRUCT(pause_view, (), (reason, since))

struct phase_view {
  model::phase phase{};
  model::time_ms_t opened_at = 0;
  std::int64_t planned_ms = 0;
  std::int64_t extended_ms = 0;
  std::int64_t paused_ms = 0;
  nullable<pause_view> pause;
};
BOOST_DESCRIBE_STRUCT(phase_view, (), (phase, opened_at, planned_ms, extended_ms, paused_ms, pause))

// For residents and board: only what is published; votes only once revealed.
struct idea_view {
  std::uint32_t number = 0;
  std::string text;
  std::optional<std::string> original; // its author's wording, once corrected
  std::vector<std::string> areas;
  model::time_ms_t at = 0; // to the minute
  model::channel channel{};
  std::uint64_t merged = 0;
  std::uint64_t supports = 0; // «+1», no votes
  std::optional<std::uint64_t> support; // all together
  std::optional<std::uint64_t> paper;   // of them on paper sheets, where there are some, not few
  std::optional<std::uint64_t> hands;   // of them raised hands, where there are some
  std::optional<std::uint32_t> place;
};
BOOST_DESCRIBE_STRUCT(idea_view, (),
                      (number, text, original, areas, at, channel, merged, supports, support, paper,
                       hands, place))

struct desk_idea_view {
  std::uint32_t number = 0;
  std::string text;
  std::optional<std::string> original;
  std::vector<std::string> areas;
  model::time_ms_t at = 0;
  model::channel channel{};
  std::uint64_t merged = 0;
  std::uint64_t supports = 0;
  std::uint64_t support = 0;
  std::optional<std::uint64_t> paper;
  std::optional<std::uint64_t> hands;
  std::optional<std::uint32_t> place;
  std::uint32_t table = 0;
  std::string settlement;
  nullable<model::hide_reason> hidden;
  bool withdrawn = false;
  bool redacted = false;
  bool moderated = false;
  bool pending = false;
  nullable<std::string> claimed; // by the staff link of this id
  model::seq_t merged_into = 0;
  std::vector<model::seq_t> members;
};
BOOST_DESCRIBE_STRUCT(desk_idea_view, (),
                      (number, text, original, areas, at, channel, merged, supports, support, paper,
                       hands, place, table, settlement, hidden, withdrawn, redacted, moderated,
                       pending, claimed, merged_into, members))

struct spotlight_view {
  model::seq_t idea = 0;
};
BOOST_DESCRIBE_STRUCT(spotlight_view, (), (idea))

struct totals_view {
  std::uint64_t ideas = 0;
  std::uint64_t people = 0;
  std::uint64_t tables = 0;
};
BOOST_DESCRIBE_STRUCT(totals_view, (), (ideas, people, tables))

struct desk_totals_view {
  std::uint64_t ideas = 0;
  std::uint64_t people = 0;
  std::uint64_t tables = 0;
  std::uint64_t submitted = 0;
  std::uint64_t hidden = 0;
  std::uint64_t merged = 0;
  std::uint64_t pending = 0;
  std::uint64_t votes = 0;
};
BOOST_DESCRIBE_STRUCT(desk_totals_view, (),
                      (ideas, people, tables, submitted, hidden, merged, pending, votes))

// For board and desk: people in the hall are on that network, and others need not know.
struct wifi_view {
  std::string ssid, password;
};
BOOST_DESCRIBE_STRUCT(wifi_view, (), (ssid, password))

struct help_request_view {
  std::uint32_t table = 0;
  model::time_ms_t at = 0;
};
BOOST_DESCRIBE_STRUCT(help_request_view, (), (table, at))

// For the desk alone. One line for each table, of its oldest request, the oldest first.
struct help_view {
  std::vector<help_request_view> asked;
};
BOOST_DESCRIBE_STRUCT(help_view, (), (asked))

// For the desk alone, while it waits.
struct late_idea_view {
  std::string text;
  std::vector<std::string> areas;
  std::uint32_t table = 0;
  model::time_ms_t at = 0;
};
BOOST_DESCRIBE_STRUCT(late_idea_view, (), (text, areas, table, at))

struct planned_view {
  model::phase phase{};
  std::uint32_t minutes = 0;
};
BOOST_DESCRIBE_STRUCT(planned_view, (), (phase, minutes))

// The planned minutes of each phase that has some; a proposal.
struct programme_view {
  std::vector<planned_view> phases;
};
BOOST_DESCRIBE_STRUCT(programme_view, (), (phases))

struct staff_link_view {
  std::string id;
  model::role role{};
  std::string name;
};
BOOST_DESCRIBE_STRUCT(staff_link_view, (), (id, role, name))

// For the desk alone: the links that open this session to staff.
struct staff_view {
  std::vector<staff_link_view> links;
};
BOOST_DESCRIBE_STRUCT(staff_view, (), (links))

// How many chose each answer is told to board and desk alone: `people` is empty for others.
struct warmup_view {
  std::string question;
  std::vector<std::string> options;
  std::vector<std::uint32_t> people;
  std::optional<std::uint32_t> left; // of them counted by links withdrawn since; for the desk
};
BOOST_DESCRIBE_STRUCT(warmup_view, (), (question, options, people, left))

struct sentence_view {
  model::seq_t seq = 0; // what who replaces it names as seen
  std::string text;
  model::time_ms_t at = 0; // to the minute
};
BOOST_DESCRIBE_STRUCT(sentence_view, (), (seq, text, at))

struct board_choice_view {
  model::board_mode mode{};
  std::string area; // empty: all
};
BOOST_DESCRIBE_STRUCT(board_choice_view, (), (mode, area))

struct table_view {
  std::uint32_t table = 0;
  std::uint32_t people = 0;
  std::uint32_t ideas = 0; // published
  model::time_ms_t last_at = 0; // of its last idea, to the minute; 0: none came
};
BOOST_DESCRIBE_STRUCT(table_view, (), (table, people, ideas, last_at))

struct settlement_view {
  std::string name;
  std::uint32_t people = 0;
  std::uint32_t ideas = 0;
};
BOOST_DESCRIBE_STRUCT(settlement_view, (), (name, people, ideas))

// For board and desk: who sits where, and what has come from there.
struct hall_view {
  std::vector<table_view> tables;
  std::vector<settlement_view> settlements;
};
BOOST_DESCRIBE_STRUCT(hall_view, (), (tables, settlements))

struct guests_line_view {
  std::uint32_t table = 0;
  std::string settlement;
  std::uint32_t people = 0;
};
BOOST_DESCRIBE_STRUCT(guests_line_view, (), (table, settlement, people))

// For desk and operators, as all below: people without phones.
struct guests_view {
  std::vector<guests_line_view> guests;
};
BOOST_DESCRIBE_STRUCT(guests_view, (), (guests))

struct sheet_view {
  std::vector<model::seq_t> ideas;
  std::string entered_by; // staff link
  bool confirmed = false;
  bool replaces_online = false;
  nullable<std::string> withdrawal_asked; // by the staff link of this id
};
BOOST_DESCRIBE_STRUCT(sheet_view, (),
                      (ideas, entered_by, confirmed, replaces_online, withdrawal_asked))

struct hand_count_view {
  std::uint32_t hands = 0;
  std::string counted_by; // staff link
  bool confirmed = false;
  nullable<std::string> withdrawal_asked; // by the staff link of this id
};
BOOST_DESCRIBE_STRUCT(hand_count_view, (), (hands, counted_by, confirmed, withdrawal_asked))

struct cards_view {
  std::uint32_t issued = 0; // all that were printed, replaced ones too
  std::uint32_t used = 0;   // voted with, online or on paper
  std::uint32_t replaced = 0;
};
BOOST_DESCRIBE_STRUCT(cards_view, (), (issued, used, replaced))

// For board and desk.
struct branding_view {
  std::string partners;
  std::string logo; // a PNG in base64; empty: none
};
BOOST_DESCRIBE_STRUCT(branding_view, (), (partners, logo))

// --- one person's own things ---

struct me_view {
  std::string writer;
  nullable<std::string> voter; // null for staff and once the session is closed
  bool joined = false;
  std::uint32_t table = 0;
  std::string settlement;
  bool asks_help = false;
  std::uint32_t card = 0; // the number of the card this person votes with; 0: none
  nullable<std::uint32_t> warmup; // the answer they chose
};
BOOST_DESCRIBE_STRUCT(me_view, (),
                      (writer, voter, joined, table, settlement, asks_help, card, warmup))

struct own_idea_view {
  std::uint32_t number = 0;
  std::string text;
  std::optional<std::string> original;
  std::vector<std::string> areas;
  model::time_ms_t at = 0;
  nullable<model::hide_reason> hidden;
  bool withdrawn = false;
  bool redacted = false;
  bool moderated = false;
  bool pending = false;
  model::seq_t merged_into = 0;
};
BOOST_DESCRIBE_STRUCT(own_idea_view, (),
                      (number, text, original, areas, at, hidden, withdrawn, redacted, moderated,
                       pending, merged_into))

struct own_late_view {
  std::string text; // of the idea it became; empty once declined
  std::vector<std::string> areas;
  model::time_ms_t at = 0;
  model::late_fate fate{};
  model::seq_t idea = 0;
};
BOOST_DESCRIBE_STRUCT(own_late_view, (), (text, areas, at, fate, idea))

struct standing_view {
  model::seq_t idea = 0; // cast for
  model::seq_t on = 0;   // counts for now
};
BOOST_DESCRIBE_STRUCT(standing_view, (), (idea, on))

struct votes_view {
  std::vector<standing_view> standing;
  std::uint64_t left = 0;
};
BOOST_DESCRIBE_STRUCT(votes_view, (), (standing, left))

// Main ideas on which this person's «+1» counts now.
struct supports_view {
  std::vector<model::seq_t> standing;
};
BOOST_DESCRIBE_STRUCT(supports_view, (), (standing))

// A step that this facilitator can take back.
struct undo_view {
  std::string op;
  std::vector<model::seq_t> ideas;
};
BOOST_DESCRIBE_STRUCT(undo_view, (), (op, ideas))

// An idea alike to a text that somebody is typing.
struct similar_view {
  model::seq_t idea = 0;
  std::uint32_t alike = 0; // 0–100
};
BOOST_DESCRIBE_STRUCT(similar_view, (), (idea, alike))

// Places of the ideas, computed once for all views of a moment.
using places = std::map<model::seq_t, std::uint32_t>;
places places_of(const model::state& s);

// The record as this audience sees it, as JSON text; nullopt: it does not see it.
std::optional<std::string> view(const model::state& s, const model::record_key& key,
                                model::audience who, const places& p);

// Every key that some audience may see.
std::vector<model::record_key> all_keys(const model::state& s);

std::string me_json(const model::state& s, const model::identity& is);
std::string votes_json(const model::state& s, const model::id128& voter);
std::string supports_json(const model::state& s, const model::id128& writer);
std::string own_idea_json(const model::idea& i);
std::string undo_json(const model::undo_step& step);
std::string own_late_json(const model::state& s, const model::late_idea& l);

} // namespace viche::broadcast
