// One template, said in two ways.
#include "report/results_page.hpp"

#include "report/words.hpp"
#include "report/words_telling.hpp"

#include <kainjow/mustache.hpp>

#include <cassert>

namespace viche::report {

extern const std::string_view results_page_template; // results.html.mustache

namespace {

using kainjow::mustache::data;

std::string page_of(data said, model::language l) {
  const bool is_uk = l == model::language::uk;
  const auto& w = telling_words_of(l);
  said.set("lang", std::string(words_of(l).language));
  said.set("other",
           std::string(words_of(is_uk ? model::language::en : model::language::uk).language));
  said.set("other_words", std::string(w.results.other_language));
  kainjow::mustache::mustache page_template{std::string(results_page_template)};
  assert(page_template.is_valid());
  return page_template.render(said);
}

} // namespace

std::string unpublished_page(std::string_view code, const std::string& title, model::language l) {
  const auto& w = telling_words_of(l);
  data said;
  said.set("heading", std::string(w.results.unpublished));
  said.set("about", fill(w.results.unpublished_about, {{"title", title}}));
  said.set("come_back", std::string(w.results.come_back));
  said.set("way", "/s/" + std::string(code));
  said.set("way_words", std::string(w.results.session));
  return page_of(said, l);
}

std::string unknown_page(model::language l) {
  const auto& w = telling_words_of(l);
  data said;
  said.set("heading", std::string(w.results.unknown));
  said.set("about", std::string(w.results.unknown_about));
  said.set("way", "/");
  said.set("way_words", std::string(w.results.start));
  return page_of(said, l);
}

} // namespace viche::report
