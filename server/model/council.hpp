// What the council adds to a session for its report: who held it and on what ground, what became of
// each proposal, and whether the results may be seen by everybody.
#pragma once

#include "model/ids.hpp"
#include "model/settings.hpp"
#include "model/words.hpp"

#include <boost/describe.hpp>

namespace viche::model {

using note_text = text_of<limits::note_graphemes_max, 0>;

// Any text may be empty; each has its default, so that a test names only those it is about.
struct report_details {
  optional_text authority{}; // the council's full name, as on its letterhead
  optional_text authority_id{}; // ЄДРПОУ
  optional_text cattutc{}; // КАТОТТГ of the community
  note_text ground{}; // the order or decision that the session rests on
  note_text aim{};
  optional_text term{}; // of the strategy
  optional_text place{}; // where the session was held
  note_text notice{}; // where and when it was announced
  note_text facilitators{};
  optional_text contact_person{};
  optional_text contact{}; // telephone, address
  optional_text email{};
  optional_text site{}; // where the report is published
  note_text next_steps{};
  optional_text signer{}; // office and name
  bool operator==(const report_details&) const = default;
};
BOOST_DESCRIBE_STRUCT(report_details, (),
                      (authority, authority_id, cattutc, ground, aim, term, place, notice,
                       facilitators, contact_person, contact, email, site, next_steps, signer))

// A line of the consideration table.
struct decision {
  enum outcome outcome {};
  note_text reason{};
  optional_text goal{}; // strategic or operational goal, task
  optional_text responsible{};
  optional_text deadline{};
  bool operator==(const decision&) const = default;
};
BOOST_DESCRIBE_STRUCT(decision, (), (outcome, reason, goal, responsible, deadline))

struct decision_line {
  seq_t idea = 0;
  model::decision decision;
};
BOOST_DESCRIBE_STRUCT(decision_line, (), (idea, decision))

// A decision as it stands.
struct decided {
  model::decision decision;
  time_ms_t at = 0;
};

// What an entry about a decision leaves behind, also where it took the decision back.
struct decision_trace {
  seq_t seq = 0; // of the last such entry
  // When everybody who could read the outcome lost it; 0: it stands, or nobody ever could.
  time_ms_t taken_back_at = 0;
};

// Whether the results page may be seen by everybody.
struct publication {
  bool is_published = false;
  time_ms_t since = 0; // when it last changed; 0: never published
};

} // namespace viche::model
