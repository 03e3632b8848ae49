// The words of what is told outside the report: the notice before a session, the news after it, the
// feed, and the page that stands where the results will. One table per language
// (words_telling_uk.cpp, words_telling_en.cpp).
#pragma once

#include "report/wording.hpp"

#include <boost/describe.hpp>

#include <string_view>

namespace viche::report {

// Whole paragraphs; {names} are filled in. One whose value is not known is left out.
struct notice_words {
  std::string_view heading, about, invites, question, aim, ground, term, begins, place, lasts,
      concerns, ways, ways_code, form, areas, unnamed, named, votes, becomes, results, results_site,
      held_by, partners, contact, signed_on;
};
BOOST_DESCRIBE_STRUCT(notice_words, (),
                      (heading, about, invites, question, aim, ground, term, begins, place, lasts,
                       concerns, ways, ways_code, form, areas, unnamed, named, votes, becomes,
                       results, results_site, held_by, partners, contact, signed_on))

struct news_words {
  std::string_view headline, held, held_at, question, none, merged, areas, votes_given, first,
      first_line, first_hands, no_votes, decided, next_steps, report, site, contact;
};
BOOST_DESCRIBE_STRUCT(news_words, (),
                      (headline, held, held_at, question, none, merged, areas, votes_given, first,
                       first_line, first_hands, no_votes, decided, next_steps, report, site,
                       contact))

struct feed_words {
  std::string_view title, published, published_about, decided, taken_back, taken_back_about;
};
BOOST_DESCRIBE_STRUCT(feed_words, (),
                      (title, published, published_about, decided, taken_back, taken_back_about))

struct results_words {
  std::string_view unpublished, unpublished_about, come_back, session, unknown, unknown_about,
      start, other_language;
};
BOOST_DESCRIBE_STRUCT(results_words, (),
                      (unpublished, unpublished_about, come_back, session, unknown, unknown_about,
                       start, other_language))

// Sentences that change with the number {n} in them.
struct told_numbers {
  noun people, submitted, published, voted, equal, considered;
};

struct telling_words {
  notice_words notice;
  news_words news;
  feed_words feed;
  results_words results;
  told_numbers told;
};

extern const telling_words telling_words_uk;
extern const telling_words telling_words_en;

inline const telling_words& telling_words_of(model::language l) {
  return l == model::language::uk ? telling_words_uk : telling_words_en;
}

} // namespace viche::report
