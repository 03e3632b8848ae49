// What a Word template may name, as JSON: texts in the language of the frame, numbers and dates
// already in words. docs/templates.md lists every name, and a test compares it with this. Pure.
#pragma once

#include "report/report.hpp"

#include <boost/json/object.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace viche::report {

// Of report.docx.
boost::json::object document_context(const report& r);

// Of project_card.docx: a card for each of the proposals of these numbers, in this order. Numbers
// that no published proposal has are passed over: see unknown_numbers.
boost::json::object cards_context(const report& r, const std::vector<std::uint32_t>& numbers);

// The proposals whose cards are made when nobody names any: those of the first places, as the
// report's ranking lists them. Empty: nothing has a place, or places are not shown.
std::vector<std::uint32_t> first_numbers(const report& r);

std::vector<std::uint32_t> unknown_numbers(const report& r,
                                           const std::vector<std::uint32_t>& numbers);

} // namespace viche::report
