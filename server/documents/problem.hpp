// Why a document could not be made, in words for whoever asked for it.
#pragma once

#include "model/words.hpp"

#include <boost/describe.hpp>
#include <boost/json/object.hpp>
#include <boost/system/result.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace viche::documents {

enum class problem_kind : std::uint8_t {
  document_queue_full, // others come first: ask again
  program_missing,
  template_large,
  template_no_document,
  template_macros,
  template_outside,
  placeholder_unknown,
  tag_malformed,
  tag_forbidden,
  cards_none,
  cards_unknown,
  cards_many,
  document_late,
  document_large,
  document_failed,
};
BOOST_DESCRIBE_ENUM(problem_kind, document_queue_full, program_missing, template_large,
                    template_no_document, template_macros, template_outside, placeholder_unknown,
                    tag_malformed, tag_forbidden, cards_none, cards_unknown, cards_many,
                    document_late, document_large, document_failed)

struct problem {
  problem_kind what{};
  std::string words; // one or two sentences: what is wrong, where, and what to do
};

template <class T>
using made = boost::system::result<T, problem>;

[[noreturn]] void throw_exception_from_error(const problem& p, const boost::source_location& where);

// `about`: the placeholder, the package, the numbers.
problem problem_of(problem_kind what, model::language l, std::string_view about = {});

// What render.py found wrong with the template of this name.
problem problem_of(const boost::json::object& found, model::language l,
                   const std::string& template_name);

} // namespace viche::documents
