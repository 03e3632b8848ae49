// Every word of a report's frame, one table per language (words_uk.cpp, words_en.cpp). The HTML
// template names them by group: {{heading.organ}}. A test finds those that are used nowhere.
#pragma once

#include "model/words.hpp"
#include "report/wording.hpp"

#include <boost/describe.hpp>

#include <array>
#include <string_view>

namespace viche::report {

// The sections and annexes. Six of the Ukrainian ones are the council's own, word for word.
struct heading_words {
  std::string_view organ, question, procedure, people, proposals, voting, consideration, decisions,
      indicators, caveats, list, merged, moderation, programme, method, data;
};
BOOST_DESCRIBE_STRUCT(heading_words, (),
                      (organ, question, procedure, people, proposals, voting, consideration,
                       decisions, indicators, caveats, list, merged, moderation, programme, method,
                       data))

// Short words beside a value or a blank.
struct label_words {
  std::string_view report, about, date, index, place, ground, partners, facilitators, term,
      signatures, position, signature, name, annex, table, working, few, withheld, without_author,
      tie, tie_total, head, files, dataset, redacted, still_open, question, corrected, original,
      usual_question, online, paper, hands, logo, authority_id, contact, aim, notice, contents,
      goal, search, all_areas, all_outcomes, order, by_number, by_votes, by_area, reset, proof,
      proof_qr;
};
BOOST_DESCRIBE_STRUCT(label_words, (),
                      (report, about, date, index, place, ground, partners, facilitators, term,
                       signatures, position, signature, name, annex, table, working, few, withheld,
                       without_author, tie, tie_total, head, files, dataset, redacted, still_open,
                       question, corrected, original, usual_question, online, paper, hands, logo,
                       authority_id, contact, aim, notice, contents, goal, search, all_areas,
                       all_outcomes, order, by_number, by_votes, by_area, reset, proof, proof_qr))

struct column_words {
  std::string_view number, at, author, text, area, second_area, channel, votes, supports, merged,
      goal, decision, reason_given, reason, responsible, deadline, phase, from, until, lasted,
      planned, place, people, table, settlement, figure, value, count, proposals, into, online,
      paper, hands, total, original, answer, said, act;
};
BOOST_DESCRIBE_STRUCT(column_words, (),
                      (number, at, author, text, area, second_area, channel, votes, supports,
                       merged, goal, decision, reason_given, reason, responsible, deadline, phase,
                       from, until, lasted, planned, place, people, table, settlement, figure,
                       value, count, proposals, into, online, paper, hands, total, original, answer,
                       said, act))

struct caption_words {
  std::string_view phases, pauses, tables, settlements, warmup, sentences, proposals, hidden, areas,
      ranking, consideration, indicators, list, merged, acts;
};
BOOST_DESCRIBE_STRUCT(caption_words, (),
                      (phases, pauses, tables, settlements, warmup, sentences, proposals, hidden,
                       areas, ranking, consideration, indicators, list, merged, acts))

struct figure_words {
  std::string_view submitted, published, waiting, merged, hidden, withdrawn, redacted, corrected;
};
BOOST_DESCRIBE_STRUCT(figure_words, (),
                      (submitted, published, waiting, merged, hidden, withdrawn, redacted,
                       corrected))

// Of the workbook alone: its sheets, the columns no other format has, what stands beside a number.
struct sheet_words {
  std::string_view proposals, voting, areas, people, moderation, figures, about, title, remark,
      section, name, part, whole, how, done, session, joined, guests, by_channel, area_votes,
      voters, counted_votes, voters_online, voters_paper, votes_given, counted_online,
      counted_paper, counted_hands, counted_total, none_published, no_moderation, choose_outcome;
};
BOOST_DESCRIBE_STRUCT(sheet_words, (),
                      (proposals, voting, areas, people, moderation, figures, about, title, remark,
                       section, name, part, whole, how, done, session, joined, guests, by_channel,
                       area_votes, voters, counted_votes, voters_online, voters_paper, votes_given,
                       counted_online, counted_paper, counted_hands, counted_total, none_published,
                       choose_outcome))

// Whole sentences; {names} are filled in.
struct sentence_words {
  std::string_view long_date, held, held_days, open, no_question, no_pauses, rules_text,
      rules_votes, rules_hidden, rules_premoderation, level, cards_issued, cards_used, authorship,
      no_people, people, people_guests, people_guard, warmup_asked, no_proposals, by_channel, late,
      voted, voted_paper, split_withheld, counted_parts, hands, parts_explained, first_places,
      votes_not_shown, no_votes, zero_votes, supports, shown, council_outcomes, decisions,
      no_merged, merged_unpublished, no_hidden, hidden_never, corrected, head_changes, chain,
      journal_check, journal_file, chain_limits, imported, made_by, made_by_signed;
};
BOOST_DESCRIBE_STRUCT(sentence_words, (),
                      (long_date, held, held_days, open, no_question, no_pauses, rules_text,
                       rules_votes, rules_hidden, rules_premoderation, level, cards_issued,
                       cards_used, authorship, no_people, people, people_guests, people_guard,
                       warmup_asked, no_proposals, by_channel, late, voted, voted_paper,
                       split_withheld, counted_parts, hands, parts_explained, first_places,
                       votes_not_shown, no_votes, zero_votes, supports, shown, council_outcomes,
                       decisions, no_merged, merged_unpublished, no_hidden, hidden_never, corrected,
                       head_changes, chain, journal_check, journal_file, chain_limits, imported,
                       made_by, made_by_signed))

struct noun_words {
  noun hour, minute, second, vote;
};

// How an indicator is named and, in annex 5, how it is counted.
struct indicator_words {
  std::string_view name; // indicator::name
  std::string_view label;
  std::string_view method;
};

struct words {
  std::string_view language; // of the page: «uk»
  heading_words heading;
  label_words label;
  column_words column;
  caption_words caption;
  figure_words figure;
  sheet_words sheet;
  sentence_words sentence;
  noun_words nouns;
  std::array<std::string_view, 12> months; // in the case a date wants
  std::array<std::string_view, 8> phases;
  std::array<std::string_view, 4> pauses;
  std::array<std::string_view, 7> hide_reasons;
  std::array<std::string_view, 3> channels;
  std::array<std::string_view, 6> outcomes; // the first: none yet, which is said by nothing
  std::array<std::string_view, 6> acts;     // of moderation
  std::array<std::string_view, 3> levels;
  std::array<std::string_view, 2> authorships;
  std::array<indicator_words, 13> indicators;
  std::array<std::string_view, 2> caveats;
  std::array<std::string_view, 6> method; // of counting, beside the indicators
};

extern const words words_uk;
extern const words words_en;

inline const words& words_of(model::language l) {
  return l == model::language::uk ? words_uk : words_en;
}

// The word of a closed list's value, by its place in the enumeration.
template <class List, class Enum>
std::string_view word_of(const List& list, Enum value) {
  return list.at(static_cast<std::size_t>(value));
}

const indicator_words& indicator_words_of(const words& w, std::string_view name);

} // namespace viche::report
