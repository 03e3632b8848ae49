// import_proposal: a published proposal of a report, or a text that was merged into one before. Its
// votes are numbers that the report stated; nobody is invented who gave them.
#pragma once

#include "ops/ideas.hpp"

#include "model/imported.hpp"

namespace viche::ops {

struct import_proposal {
  std::uint32_t number = 0;
  std::uint64_t submitted_at = 0; // to the minute
  model::idea_text text;
  std::vector<model::slug> areas;
  model::channel channel{};
  bool is_redacted = false;
  bool is_corrected = false;
  model::seq_t into = 0; // the published proposal it became part of; 0: it is one itself
  model::imported_support support; // over its group; of a published one only
  model::decision decision;
  std::uint64_t decided_at = 0; // 0: nothing decided

  static constexpr std::string_view name = "import_proposal";
  static constexpr model::role_set who{model::role::host};
  static constexpr auto when = model::phase_set::always();
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;
  static constexpr bool is_made_by_server = true;

  model::verdict check(const model::state& s, const model::actor&) const;
  void apply(model::state& s, const model::place& at, model::touched& t) const;
};
BOOST_DESCRIBE_STRUCT(import_proposal, (),
                      (number, submitted_at, text, areas, channel, is_redacted, is_corrected, into,
                       support, decision, decided_at))

} // namespace viche::ops
