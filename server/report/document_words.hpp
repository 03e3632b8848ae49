// The words of a report that only its Word document says beside those of words.hpp.
#pragma once

#include "model/words.hpp"

#include <string_view>

namespace viche::report {

struct document_words {
  std::string_view locale;                        // of the document: «uk-UA»
  std::string_view into, outcome_count, areas_chart, ranking_chart, chart_alt, chart_point,
      logo_alt, head_alt, votes_series, proposals_series, card_place, card_number, card_votes,
      card_session, card_merged, card_merged_many;
};

const document_words& document_words_of(model::language l);

} // namespace viche::report
