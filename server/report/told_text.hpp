// What the notice, the news and the feed are put together from; only they include this.
#pragma once

#include "report/report.hpp"
#include "report/words.hpp"
#include "report/words_telling.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace viche::report {

// A plain text in the making, paragraph by paragraph.
class told_text {
public:
  void add(std::string_view paragraph);
  // A line right below what was added last.
  void add_line(std::string_view line);
  // «Мета: {value}», ended like a sentence; nothing for an empty value.
  void add_about(std::string_view sentence, const std::string& value);

  std::string take();

private:
  std::string text_;
};

// «Надійшло 109 пропозицій.»: the form that goes with the number.
std::string told(model::language l, std::size_t n, const noun& sentence);

// «а; б; в», without what is empty.
std::string listed(const std::vector<std::string>& parts, std::string_view between);

// The council as it calls itself; the community where it has not said so.
std::string organ_of(const report& r);

// Name, telephone and address of whom to ask.
std::string contact_of(const report& r);

} // namespace viche::report
