// A council's own template: changed in Word, it is used; broken, it is told where.
#include "documents/files.hpp"
#include "documents/maker.hpp"
#include "documents/read.hpp"
#include "documents/shipped.hpp"
#include "report/sample.hpp"
#include "report/words.hpp"

#include <boost/describe.hpp>
#include <boost/mp11/algorithm.hpp>

#include <algorithm>
#include <filesystem>

using namespace viche;
using namespace viche::test;
using documents::find_kind;

namespace {

std::string shipped(std::string_view name) {
  return std::string(
      std::ranges::find(documents::shipped_files, name, &documents::shipped_file::name)->bytes);
}

struct council {
  council() : maker(documents::setup{.folder = work / "made", .templates = own.path()}) {}

  // The shipped report, changed by python-docx or as a zip: `d` is the document, `z` its parts.
  void change(const std::string& script) {
    const auto changed = own / "report.docx";
    read.python("import sys,docx,zipfile,shutil,io\n"
                "from docx.shared import Mm\n"
                "d=docx.Document(sys.argv[1])\n"
                "out='" +
                    changed.string() + "'\n" + script,
                shipped("report.docx"));
  }
  std::string put_text(const std::string& text) {
    change("d.paragraphs[0].insert_paragraph_before('" + text + "')\nd.save(out)");
    return trouble();
  }
  std::string add_part(const std::string& name, const std::string& text) {
    change("d.save(out)\nz=zipfile.ZipFile(out,'a',zipfile.ZIP_DEFLATED)\nz.writestr('" + name +
           "'," + text + ")\nz.close()");
    return trouble();
  }
  std::string trouble(model::language l = model::language::uk) {
    const auto r =
        report::make_report(small_session().state(), sample_facts(report::edition::working, l));
    const auto made = maker.make(*find_kind("docx"), r);
    return made.has_error() ? made.error().words : "";
  }

  reader read;
  temp_dir own;
  temp_dir work;
  documents::maker maker;
};

} // namespace

TEST_CASE("the shipped templates are what scripts/make-templates makes") {
  reader read;
  const auto script = std::string(VICHE_SOURCE_DIR) + "/scripts/make-templates";
  read.ask({"/usr/bin/python3", "-B", script, read.folder.path().string()}, "");
  for (const auto* name :
       {"report.docx", "report.en.docx", "project_card.docx", "project_card.en.docx"}) {
    const auto again = documents::read_whole(read.folder / name, limits::template_bytes_max);
    REQUIRE(again.has_value());
    const std::string parts = "import sys,zipfile,hashlib\n"
                              "z=zipfile.ZipFile(sys.argv[1])\n"
                              "for n in sorted(z.namelist()):"
                              " print(n, hashlib.sha256(z.read(n)).hexdigest())";
    const auto are = read.python(parts, shipped(name));
    CHECK_MESSAGE(read.python(parts, *again) == are, name);
    CHECK_FALSE(has(are, "thumbnail"));
  }
}

TEST_CASE("their headings are the report's, in both languages") {
  reader read;
  for (const auto* w : {&report::words_uk, &report::words_en}) {
    const auto text =
        read.docx_text(shipped(w == &report::words_uk ? "report.docx" : "report.en.docx"));
    boost::mp11::mp_for_each<
        boost::describe::describe_members<report::heading_words, boost::describe::mod_public>>(
        [&](auto member) {
          const std::string heading(w->heading.*member.pointer);
          CHECK_MESSAGE(has(text, ". " + heading + "\n"), heading);
        });
  }
}

TEST_CASE("a template with a logo, another heading and another title of a column is used") {
  council c;
  c.change(
      "png=bytes.fromhex('89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c02"
      "0000000b4944415478da6364f80f00010501012718e3660000000049454e44ae426082')\n"
      "d.paragraphs[0].insert_paragraph_before().add_run().add_picture(io.BytesIO(png),Mm(20))\n"
      "for p in d.paragraphs:\n"
      "  if 'Застереження' in p.text: p.text='10. Наші застереження'\n"
      "for t in d.tables:\n"
      "  for cell in t.rows[0].cells:\n"
      "    if cell.text=='Обґрунтування': cell.paragraphs[0].text='Чому так'\n"
      "d.save(out)");
  const auto r =
      report::make_report(small_session().state(), sample_facts(report::edition::working));
  const auto made = c.maker.make(*find_kind("docx"), r);
  REQUIRE(made.has_value());
  const auto text = c.read.docx_text(*made);
  CHECK(has(text, "10. Наші застереження"));
  CHECK(has(text, "Чому так"));
  CHECK_FALSE(has(text, "Обґрунтування"));
  CHECK(documents::own_templates(c.own.path()) == std::vector<std::string>{"report.docx"});
}

TEST_CASE("an unknown placeholder is named with its place, in the language of who asked") {
  council c;
  CHECK(c.put_text("Рада: {{ comunity }}") ==
        "Шаблон report.docx: заповнювача «comunity» немає. Місце: абзац, «Рада: {{ comunity }}». "
        "Перелік заповнювачів — у docs/templates.uk.md.");
  c.change("d.tables[0].rows[2].cells[1].paragraphs[0].text='{{ phase.begin }}'\nd.save(out)");
  const auto said = c.trouble();
  CHECK_MESSAGE(has(said, "заповнювача «begin» немає"), said);
  CHECK_MESSAGE(has(said, "таблиця 1, «{{ phase.begin }}»"), said);
}

TEST_CASE("a template's picture of its first page is none of the document") {
  council c;
  c.change("d=docx.Document()\nd.add_paragraph('{{ title }}')\nd.save(out)");
  const std::string names = "import sys,zipfile\nprint(zipfile.ZipFile(sys.argv[1]).namelist())";
  const auto own = documents::read_whole(c.own / "report.docx", limits::template_bytes_max);
  REQUIRE(has(c.read.python(names, own.value()), "docProps/thumbnail"));
  const auto r =
      report::make_report(small_session().state(), sample_facts(report::edition::working));
  const auto made = c.maker.make(*find_kind("docx"), r);
  REQUIRE(made.has_value());
  CHECK_FALSE(has(c.read.python(names, *made), "docProps/thumbnail"));
}

TEST_CASE("a tag that is wrong, or wants more than it may, is told with its place") {
  council c;
  const auto wrong = c.put_text("{{ title");
  CHECK_MESSAGE(has(wrong, "помилка в позначці"), wrong);
  const auto unended = c.put_text("{% if title %}");
  CHECK_MESSAGE(has(unended, "помилка в позначці"), unended);
  const auto sly = c.put_text("{{ title.__class__.__mro__ }}");
  CHECK_MESSAGE(has(sly, "не дозволена"), sly);
  const auto endless = c.put_text("{{ range(100000000)|list }}");
  CHECK_MESSAGE(has(endless, "Шаблон report.docx"), endless);
}

TEST_CASE("a tag works on what was typed, and what it says is text whatever it did") {
  council c;
  const auto made_of = [&](const std::string& tag) {
    c.change("d.paragraphs[0].insert_paragraph_before('[" + tag + "]')\nd.save(out)");
    auto r = report::make_report(small_session().state(), sample_facts(report::edition::working));
    r.set.title.value = "A & B < c {_{ d }_}";
    const auto made = c.maker.make(*find_kind("docx"), r);
    return c.read.docx_text(made.has_value() ? *made : shipped("report.docx"));
  };
  CHECK(has(made_of("{{ title|upper }}"), "[A & B < C {_{ D }_}]"));
  CHECK(has(made_of("{{ title[:5] }}, {{ title|length }}"), "[A & B, 19]"));
  CHECK(has(made_of("{{ title|replace(\"&\", \"+\") }}"), "[A + B < c {_{ d }_}]"));
  CHECK(has(made_of("{{ title|safe }}"), "[A & B < c {_{ d }_}]"));
  CHECK(has(made_of("{% autoescape false %}{{ title }}{% endautoescape %}"),
            "[A & B < c {_{ d }_}]"));
}

TEST_CASE("a picture is all that a template gets of what draws it") {
  council c;
  for (const std::string name : {"head_qr", "areas_chart"}) {
    for (const std::string part : {"template", "picture", "inline"}) {
      const auto open = c.put_text("{{ " + name + "." + part + " }}");
      CHECK_MESSAGE(has(open, "заповнювача «" + part + "» немає"), open);
      const auto hidden = c.put_text("{{ " + name + "._" + part + " }}");
      CHECK_MESSAGE(has(hidden, "не дозволена"), hidden);
    }
    const auto stolen = c.work / "stolen";
    c.put_text("{{ " + name + ".template.save(\"" + stolen.string() + "\") }}");
    CHECK_FALSE(std::filesystem::exists(stolen));
  }
}

TEST_CASE("a file that is no Word document, or one with macros or links outside, is refused") {
  council c;
  std::ofstream(c.own / "report.docx") << "PK, but not really";
  CHECK(has(c.trouble(), "не є документом Word"));
  CHECK(has(c.add_part("word/vbaProject.bin", "b'macro'"), "містить макроси"));
  const auto linked =
      c.add_part("word/_rels/other.xml.rels",
                 "'<Relationships><Relationship Id=\"r\" Type=\"http://x/image\" "
                 "Target=\"http://evil.example/a.png\" TargetMode=\"External\"/></Relationships>'");
  CHECK_MESSAGE(has(linked, "http://evil.example/a.png"), linked);
}

TEST_CASE("whatever is fetched from elsewhere is found, however it is spelled") {
  council c;
  const auto relationship = [&](const std::string& name, const std::string& attributes) {
    return c.add_part("word/_rels/other.xml.rels", "'<Relationships xmlns:r=\"http://x/r\"><" +
                                                       name + " Id=\"r\" " + attributes +
                                                       "/></Relationships>'");
  };
  const std::string image = "Type=\"http://x/image\" Target=\"http://evil.example/hyperlink.png\" ";
  for (const auto& said : {relationship("Relationship", image + "TargetMode=\"External\""),
                           relationship("r:Relationship", image + "TargetMode=\"External\""),
                           relationship("Relationship", image + "TargetMode=\"&#69;xternal\""),
                           relationship("Relationship", image)})
    CHECK_MESSAGE(has(said, "http://evil.example/hyperlink.png"), said);
  CHECK(relationship("Relationship", "Type=\"http://x/hyperlink\" Target=\"http://rada.example/\" "
                                     "TargetMode=\"External\"") == "");
  CHECK(has(relationship("Relationship", "<"), "не є документом Word"));
  CHECK(has(c.add_part("word/x.xml", "'<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>'"),
            "не є документом Word"));
}

TEST_CASE("a field that fetches something is refused, also where the template puts it together") {
  council c;
  const auto field = [&](const std::string& codes) {
    c.change("from docx.oxml import parse_xml\n"
             "from docx.oxml.ns import nsdecls\n"
             "def run(x): return '<w:r>'+x+'</w:r>'\n"
             "def mark(x): return run('<w:fldChar w:fldCharType=\"'+x+'\"/>')\n"
             "def code(x): return run('<w:instrText>'+x+'</w:instrText>')\n"
             "x='<w:p '+nsdecls('w')+'>'+mark('begin')+''.join(code(c) for c in [" +
             codes +
             "])+mark('end')+'</w:p>'\n"
             "d.paragraphs[0]._p.addprevious(parse_xml(x))\nd.save(out)");
    return c.trouble();
  };
  CHECK(field("' PAGE '") == "");
  CHECK(has(field("' INCLUDE', 'PICTURE \"http://evil.example/a\"'"), "http://evil.example/a"));
  CHECK(has(field("' ddeauto Excel a'"), "ddeauto Excel a"));
  CHECK(has(field("'{{ \"INCLUDE\" ~ \"TEXT\" }} a'"), "INCLUDETEXT a"));
}

TEST_CASE("a template over template_bytes_max, template_entries_max or what it may unpack to") {
  council c;
  const documents::bounds usual;
  CHECK(usual.template_bytes_max == limits::template_bytes_max);
  CHECK(usual.template_entries_max == limits::template_entries_max);
  CHECK(usual.template_unpacked_bytes_max == limits::template_unpacked_bytes_max);
  const auto zeros = "b'0'*" + std::to_string(limits::template_unpacked_bytes_max);
  CHECK(has(c.add_part("word/large.xml", zeros), "завеликий"));
  c.change("d.save(out)\nz=zipfile.ZipFile(out,'a',zipfile.ZIP_DEFLATED)\n"
           "for i in range(200): z.writestr('word/x%d.xml'%i,'')\nz.close()");
  CHECK(has(c.trouble(), "завеликий"));
  std::ofstream(c.own / "report.docx") << std::string(limits::template_bytes_max + 1, 'x');
  CHECK(has(c.trouble(), "завеликий"));
}
