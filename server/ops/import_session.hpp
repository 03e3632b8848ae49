// import_session: the second entry of a session that was rebuilt from a report. It says what that
// session was and which report stated it; from here on only the council's ops are accepted.
#pragma once

#include "ops/op.hpp"

#include "model/imported.hpp"

namespace viche::ops {

struct import_session {
  model::imported_session from{};
  std::vector<model::imported_phase> phases{}; // as they ran, at least one
  std::vector<model::imported_pause> pauses{};
  std::vector<model::imported_plan> programme{};
  std::vector<model::imported_sentence> sentences{};
  model::optional_text partners{};
  model::picture logo{};
  model::authorship authorship{};
  bool premoderation = false;
  bool is_revealed = false;
  model::report_details details{};
  bool is_published = false;
  std::uint64_t published_since = 0;

  static constexpr std::string_view name = "import_session";
  static constexpr model::role_set who{model::role::host};
  static constexpr auto when = model::phase_set::always();
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;
  static constexpr bool is_made_by_server = true;

  model::verdict check(const model::state& s, const model::actor&) const;
  void apply(model::state& s, const model::place& at, model::touched& t) const;
};
BOOST_DESCRIBE_STRUCT(import_session, (),
                      (from, phases, pauses, programme, sentences, partners, logo, authorship,
                       premoderation, is_revealed, details, is_published, published_since))

} // namespace viche::ops
