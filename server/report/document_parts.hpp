// The pieces a document's context is put together from; only document_*.cpp include this.
#pragma once

#include "report/said.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace viche::report {

boost::json::array texts(const std::vector<std::string>& all);

// A row of a table of two columns.
boost::json::object row(std::string_view name, std::string_view value);

// Sections 5–10.
void put_results(boost::json::object& out, const speaker& s);
void put_annexes(boost::json::object& out, const speaker& s);

// Empty where there is nothing to draw.
boost::json::object areas_chart(const speaker& s);
boost::json::object ranking_chart(const speaker& s);

// Of report::proposals.
boost::json::object card_of(const speaker& s, std::size_t proposal);

} // namespace viche::report
