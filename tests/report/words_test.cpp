// The tables of words: nothing missing, nothing left over, the template asks for what is there.
#include "report/words.hpp"

#include "report/html_template.hpp"
#include "report/report.hpp"
#include "report/words_telling.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

namespace viche::report {
namespace {

template <class Group>
void collect(const char* prefix, const Group& group, std::set<std::string>& all,
             std::set<std::string>& empty) {
  boost::mp11::mp_for_each<boost::describe::describe_members<Group, boost::describe::mod_public>>(
      [&](auto member) {
        const auto name = std::string(prefix) + "." + member.name;
        all.insert(name);
        if ((group.*member.pointer).empty()) empty.insert(name);
      });
}

std::set<std::string> all_words(const words& w, std::set<std::string>& empty) {
  std::set<std::string> all;
  collect("heading", w.heading, all, empty);
  collect("label", w.label, all, empty);
  collect("column", w.column, all, empty);
  collect("caption", w.caption, all, empty);
  collect("figure", w.figure, all, empty);
  collect("sheet", w.sheet, all, empty);
  collect("sentence", w.sentence, all, empty);
  return all;
}

std::set<std::string> all_telling_words(const telling_words& w, std::set<std::string>& empty) {
  std::set<std::string> all;
  collect("notice", w.notice, all, empty);
  collect("news", w.news, all, empty);
  collect("feed", w.feed, all, empty);
  collect("results", w.results, all, empty);
  return all;
}

// Every {{name}} with a dot, without # ^ /.
std::set<std::string> names_in_template() {
  std::set<std::string> names;
  const auto pages = std::string(html_template) + std::string(html_annexes);
  const std::string_view text = pages;
  for (auto at = text.find("{{"); at != std::string::npos; at = text.find("{{", at + 2)) {
    const auto end = text.find("}}", at);
    auto name = text.substr(at + 2, end - at - 2);
    if (name.find_first_of("#^/{") == 0) name.remove_prefix(1);
    if (name.size() > 1 && name.find('.') != std::string::npos) names.emplace(name);
  }
  return names;
}

std::string sources_of_report() {
  std::string all;
  for (const auto& file : std::filesystem::directory_iterator(VICHE_SOURCE_DIR "/server/report")) {
    if (file.path().filename().string().starts_with("words")) continue;
    std::ifstream in(file.path(), std::ios::binary);
    all.append(std::istreambuf_iterator<char>(in), {});
  }
  return all;
}

} // namespace

TEST_CASE("no word is missing in either language") {
  for (const auto* w : {&words_uk, &words_en}) {
    std::set<std::string> empty;
    all_words(*w, empty);
    CHECK(empty == std::set<std::string>{});
    for (const auto& i : w->indicators) {
      CHECK(!i.label.empty());
    }
    for (const auto word : w->caveats) {
      CHECK(!word.empty());
    }
    for (const auto word : w->method) {
      CHECK(!word.empty());
    }
  }
}

TEST_CASE("the template asks for no word that is not there") {
  std::set<std::string> empty;
  const auto known = all_words(words_uk, empty);
  for (const auto& name : names_in_template()) {
    CHECK_MESSAGE(known.contains(name), name);
  }
}

TEST_CASE("no word is left over") {
  std::set<std::string> empty;
  const auto in_template = names_in_template();
  const auto code = sources_of_report();
  for (const auto& name : all_words(words_uk, empty)) {
    const auto field = name.substr(name.find('.'));
    const bool is_used =
        in_template.contains(name) || code.find("w." + name) != std::string::npos ||
        code.find("c" + field) != std::string::npos || code.find("w" + field) != std::string::npos;
    CHECK_MESSAGE(is_used, name);
  }
}

TEST_CASE("both languages name the same indicators") {
  for (std::size_t n = 0; n < words_uk.indicators.size(); ++n) {
    CHECK(words_uk.indicators[n].name == words_en.indicators[n].name);
  }
}

TEST_CASE("no word of what is told is missing or left over") {
  const auto code = sources_of_report();
  for (const auto* w : {&telling_words_uk, &telling_words_en}) {
    std::set<std::string> empty;
    for (const auto& name : all_telling_words(*w, empty)) {
      const auto field = name.substr(name.find('.'));
      const bool is_used = code.find("w." + name) != std::string::npos ||
                           code.find("w" + field) != std::string::npos;
      CHECK_MESSAGE(is_used, name);
    }
    CHECK(empty == std::set<std::string>{});
  }
}

} // namespace viche::report
