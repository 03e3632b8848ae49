// Documents of real sessions, read back by other programs. What has to be installed is in
// scripts/packages.txt; without it these tests fail, as the formats would.
#include "documents/maker.hpp"
#include "documents/read.hpp"
#include "report/document_context.hpp"
#include "report/sample.hpp"
#include "report/words.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <functional>

using namespace viche;
using namespace viche::test;
using documents::find_kind;
using documents::problem_kind;

namespace {

struct desk {
  explicit desk(const std::function<void(documents::setup&)>& tune = {})
      : maker(setup_of(tune, folder)) {}

  std::string make(const char* kind, const report::report& r,
                   const std::vector<std::uint32_t>& numbers = {}) {
    auto made = maker.make(*find_kind(kind), r, numbers);
    if (made.has_error()) FAIL(made.error().words);
    // Nothing that residents typed stays behind.
    CHECK(std::filesystem::is_empty(folder / "work"));
    return std::move(*made);
  }
  documents::problem trouble(const char* kind, const report::report& r,
                             const std::vector<std::uint32_t>& numbers = {}) {
    const auto made = maker.make(*find_kind(kind), r, numbers);
    REQUIRE(made.has_error());
    CHECK(std::filesystem::is_empty(folder / "work"));
    return made.error();
  }
  static documents::setup setup_of(const std::function<void(documents::setup&)>& tune,
                                   const temp_dir& in) {
    documents::setup s;
    s.folder = in / "work";
    std::filesystem::create_directories(s.folder);
    if (tune) tune(s);
    return s;
  }

  reader read;
  temp_dir folder;
  documents::maker maker;
};

report::report of_109() {
  return report::make_report(session_of_109().state(), sample_facts(report::edition::working));
}
report::report of_small(model::language l = model::language::uk) {
  return report::make_report(small_session().state(), sample_facts(report::edition::working, l));
}

// §1.4 of what councils publish, word for word.
constexpr std::array official{"Найменування органу, який проводив обговорення",
                              "Питання або назва проєкту акта, винесеного на обговорення",
                              "Інформація про осіб, що взяли участь в обговоренні",
                              "Інформація про пропозиції, що надійшли за результатами обговорення",
                              "Інформація про врахування пропозицій та зауважень громадськості",
                              "Інформація про рішення, прийняті за результатами обговорення"};

} // namespace

TEST_CASE("the Word report of the 109 has the official headings and every published proposal") {
  desk d;
  const auto r = of_109();
  const auto text = d.read.docx_text(d.make("docx", r));
  for (const auto* heading : official)
    CHECK_MESSAGE(has(text, heading), heading);
  for (const auto& p : r.proposals)
    CHECK_MESSAGE(has(text, p.text), p.text);
  CHECK(has(text, r.facts.head));
  CHECK(has(text, "Контрольні слова сесії, як їх показано на екрані залу: "));
  CHECK_FALSE(has(text, "{{"));
  CHECK_FALSE(has(text, "{%"));
}

TEST_CASE("ODT and PDF are made of the same Word file, tagged, archival and with page numbers") {
  desk d;
  const auto r = of_109();
  const auto pdf = d.make("pdf", r);
  const auto text = without_breaks(d.read.pdf_text(pdf));
  for (const auto* heading : official)
    CHECK_MESSAGE(has(text, heading), heading);
  CHECK(has(text, "Додаток 6. Набір відкритих даних і контрольна сума...")); // dots to a number
  const auto facts = d.read.ask({"/usr/bin/pdfinfo", "FILE"}, pdf);
  CHECK(has(facts, "Tagged:          yes"));
  CHECK(has(facts, "Title:           "
                   "ЗВІТ"));
  CHECK(has(pdf, "<pdfaid:part>2</pdfaid:part>"));
  CHECK(has(pdf, "<pdfuaid:part>1</pdfuaid:part>"));

  const auto odt = d.read.python("import sys,zipfile,re\n"
                                 "x=zipfile.ZipFile(sys.argv[1]).read('content.xml').decode()\n"
                                 "print(re.sub('<[^>]+>','',x.replace('<text:p','\\n<text:p')))",
                                 d.make("odt", r));
  for (const auto* heading : official)
    CHECK_MESSAGE(has(odt, heading), heading);
}

TEST_CASE("what residents typed stays text: tags, markup, signs of the template's own program") {
  desk d;
  auto r = of_small();
  const std::string hostile = "{{ title }} {% for x in y %} {# #} {_{ x }_} {_% z %_} <w:p> &amp; "
                              "\"'👨‍👩‍👧 =1+1 {{ 1/0 }}\nдругий рядок";
  r.proposals.front().text = hostile;
  r.proposals.back().text = "до\x01після\aтут\fтам" + std::string(1200, 'W');
  const auto text = d.read.docx_text(d.make("docx", r));
  CHECK(has(text, hostile));
  CHECK(has(text, "допіслятуттам" + std::string(1200, 'W'))); // XML has no such characters
}

TEST_CASE("characters that XML does not know keep no document from being made") {
  desk d;
  auto r = of_small();
  r.set.title.value = "Наша\xEF\xBF\xBE громада\x01";
  r.details.authority.value = "Рада\xEF\xBF\xBF";
  for (auto& area : r.set.areas)
    area.name.value += "\xEF\xBF\xBE";
  const auto made = d.make("docx", r);
  CHECK(has(d.read.docx_text(made), "«Наша громада»"));
  const auto said = d.read.python("import sys,zipfile,docx\n"
                                  "from lxml import etree\n"
                                  "z=zipfile.ZipFile(sys.argv[1])\n"
                                  "charts=[n for n in z.namelist() if n.endswith('.svg')]\n"
                                  "for n in charts: etree.fromstring(z.read(n))\n"
                                  "print(len(charts) > 0, "
                                  "docx.Document(sys.argv[1]).core_properties.author)",
                                  made);
  CHECK(said == "True Рада\n");
}

TEST_CASE("a logo that is damaged is left out, and the document is made") {
  desk d;
  auto r = of_small();
  const auto pictures = [&] {
    return d.read.python(
        "import sys,zipfile\n"
        "names=[n for n in zipfile.ZipFile(sys.argv[1]).namelist() if 'media/' in n]\n"
        "print(len(names) - 2*sum('.svg' in n for n in names))", // a chart is two
        d.make("docx", r));
  };
  const std::string whole =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+"
      "kcQAAAABJRU5ErkJggg==";
  r.branding.logo.base64 = whole;
  CHECK(pictures() == "2\n"); // the QR code is the other
  for (const std::size_t kept : {12U, 40U, 44U}) {
    r.branding.logo.base64 = whole.substr(0, kept);
    CHECK(pictures() == "1\n");
  }
}

TEST_CASE("an empty session and an English frame make a whole document") {
  desk d;
  const auto empty = report::make_report(empty_session().state(), sample_facts());
  CHECK(has(d.read.docx_text(d.make("docx", empty)), "Пропозицій не надходило."));
  const auto english = d.read.docx_text(d.make("docx", of_small(model::language::en)));
  CHECK(has(english, "7. How proposals and remarks of the public were considered"));
}

TEST_CASE("a card has fourteen fields, and a page of its own in one file or a file of its own") {
  desk d;
  auto r = of_109();
  const auto numbers = report::first_numbers(r);
  REQUIRE(numbers.size() >= 10);
  const auto all = d.read.docx_text(d.make("cards.docx", r));
  for (const auto n : numbers)
    CHECK(has(all, "КАРТКА ПРОЄКТНОЇ ІДЕЇ №\u00a0" + std::to_string(n)));
  CHECK(has(all, "Орієнтовна вартість, тис. грн, за роками"));
  CHECK(has(all, "Не для оприлюднення"));
  r.facts.edition = report::edition::public_;
  CHECK_FALSE(has(d.read.docx_text(d.make("cards.docx", r)), "Не для оприлюднення"));
  r.facts.edition = report::edition::working;
  const auto two =
      d.read.python("import sys,zipfile; print(sorted(zipfile.ZipFile(sys.argv[1]).namelist()))",
                    d.make("cards.zip", r, {4, 3, 4, 4, 3})); // each once
  CHECK(two == "['viche-482913-card-3.docx', 'viche-482913-card-4.docx']\n");
  CHECK(d.trouble("cards.docx", r, {4, 9999}).words ==
        "Серед оприлюднених немає пропозицій із номерами: 9999.");
  r.voting.reset();
  CHECK(d.trouble("cards.docx", r).what == problem_kind::cards_none);
  desk frugal([](auto& s) { s.bounds.cards_together_max = 1; });
  CHECK(documents::bounds{}.cards_together_max == limits::cards_made_max);
  CHECK(frugal.trouble("cards.docx", r, {4, 3}).what == problem_kind::cards_many);
}

TEST_CASE("a program that is missing is named by its package, and disables only its formats") {
  desk d([](auto& s) { s.office = "/nowhere/soffice"; });
  const auto said = d.trouble("pdf", of_small());
  CHECK(said.what == problem_kind::program_missing);
  CHECK(has(said.words, "sudo apt install libreoffice-writer-nogui"));
  CHECK(d.maker.missing(*find_kind("docx")).empty());
  desk bare([](auto& s) { s.python = "/nowhere/python3"; });
  CHECK(has(bare.trouble("docx", of_small()).words, "python3-docxtpl"));
}

TEST_CASE("time, memory and size are bounded") {
  using documents::bounds;
  CHECK(bounds{}.fill_ms == limits::document_fill_ms);
  CHECK(bounds{}.convert_ms == limits::document_convert_ms);
  CHECK(bounds{}.fill_memory_bytes_max == limits::document_fill_memory_bytes_max);
  CHECK(bounds{}.convert_memory_bytes_max == limits::document_convert_memory_bytes_max);
  CHECK(bounds{}.document_bytes_max == limits::document_bytes_max);
  const auto r = of_small();
  const auto with = [&](auto tune) {
    desk d;
    d.maker.missing(*find_kind("docx")); // seen with the usual bounds
    tune(d.maker.settings().bounds);
    return d.trouble("docx", r).what;
  };
  CHECK(with([](bounds& b) { b.fill_ms = 1; }) == problem_kind::document_late);
  CHECK(with([](bounds& b) { b.fill_memory_bytes_max = 20 << 20; }) ==
        problem_kind::document_failed);
  CHECK(with([](bounds& b) { b.document_bytes_max = 1000; }) == problem_kind::document_failed);
  desk d;
  d.maker.settings().bounds.convert_ms = 1;
  CHECK(d.trouble("odt", r).what == problem_kind::document_late);
  d.maker.settings().bounds = {};
  d.maker.settings().bounds.convert_memory_bytes_max = 20 << 20;
  CHECK(d.trouble("odt", r).what == problem_kind::document_failed);
}

TEST_CASE("who is stopped makes nothing more") {
  desk d;
  d.maker.stop();
  CHECK(d.maker.make(*find_kind("docx"), of_small()).has_error());
}
