// The drawings of charts: by themselves, and where documents have them.
#include "documents/maker.hpp"
#include "documents/read.hpp"
#include "documents/shipped.hpp"
#include "report/sample.hpp"

#include <algorithm>
#include <filesystem>

using namespace viche;
using namespace viche::test;
using documents::find_kind;
using documents::problem_kind;

namespace {

report::report drawn_109() {
  return report::make_report(session_of_109().state(), sample_facts(report::edition::working));
}

struct press {
  std::string make(const char* kind, const report::report& r) {
    auto made = maker.make(*find_kind(kind), r);
    if (made.has_error()) FAIL(made.error().words);
    return std::move(*made);
  }

  reader read;
  temp_dir folder;
  temp_dir own;
  documents::maker maker{
      documents::setup{.folder = folder / "work", .templates = own.path(), .bounds = {}}};
};

// What a drawing says of a chart that `script` makes as `c`: its lines of text as `texts`, its
// boxes as `boxes`, lengths in tenths of a millimetre.
std::string drawn(const std::string& script) {
  reader read;
  return read.python("import sys\n"
                     "sys.path.insert(0,'" +
                         std::string(VICHE_SOURCE_DIR) +
                         "/server/documents')\n"
                         "import charts\n"
                         "from lxml import etree\n"
                         "def chart(bars, parts=1):\n"
                         "  return {'categories':[n for n,v in bars],\n"
                         "          'totals':[str(sum(v)) for n,v in bars],\n"
                         "          'series':[{'name':'Ряд %d'%i,'values':[v[i] for n,v in bars]}\n"
                         "                    for i in range(parts)]}\n"
                         "def draw(c, width=charts.WIDTH_MAX):\n"
                         "  svg,height=charts.svg_of(c,width)\n"
                         "  root=etree.fromstring(svg)\n"
                         "  texts=[t.text for t in root.iter('{*}text')]\n"
                         "  boxes=[{k:int(r.get(k)) for k in ('x','y','width','height')}\n"
                         "         for r in list(root.iter('{*}rect'))[1:] if r.get('x')]\n"
                         "  return texts,boxes,height\n" +
                         script,
                     "");
}

} // namespace

TEST_CASE("a chart has a bar for each name, as long as its number, and the number beside it") {
  CHECK(drawn("t,b,h=draw(chart([('Дороги',[20]),('Школа',[10]),('Вода',[0])]))\n"
              "print(t, len(b), b[0]['width']//2 - b[1]['width'] in (-1,0,1))") ==
        "['Дороги', '20', 'Школа', '10', 'Вода', '0'] 2 True\n");
}

TEST_CASE("parts of a bar stand one after another, each with its number where that has room") {
  CHECK(drawn("t,b,h=draw(chart([('№ 4',[300,1,99])],3))\n"
              "print(t, [one['x']+one['width'] for one in b[:2]]==[one['x'] for one in b[1:3]])") ==
        "['№ 4', '300', '99', '400', 'Ряд 0', 'Ряд 1', 'Ряд 2'] True\n");
}

TEST_CASE("colours of parts are told apart in grey print, and a number is read on each") {
  CHECK(drawn("def grey(c): return sum(w*int(c[i:i+2],16) for w,i in ((.3,0),(.59,2),(.11,4)))\n"
              "g=sorted(grey(fill) for fill,ink in charts.COLOURS)\n"
              "print(min(b-a for a,b in zip(g,g[1:])) > 50,\n"
              "      min(abs(grey(f)-grey(i)) for f,i in charts.COLOURS) > 125)") == "True True\n");
}

TEST_CASE("a long name takes three lines and no more, and leaves the bars their room") {
  CHECK(drawn("for name in ('дуже довга назва напряму '*20, 'Щ'*120, '🥕'*120, 'e\\u0301'*120):\n"
              "  for width in (charts.WIDTH_MIN, charts.WIDTH_MAX):\n"
              "    t,b,h=draw(chart([(name,[3]),('Вода',[2])]), width)\n"
              "    lines=t[:t.index('3')]\n"
              "    assert len(lines) == 3 and lines[-1].endswith('…'), lines\n"
              "    assert max(map(charts.width_of, lines)) <= width*0.4\n"
              "    assert b[0]['width'] > width*0.4 and b[0]['x']+b[0]['width'] < width\n"
              "    assert h < 300, h\n") == "");
}

TEST_CASE("markup in a name is text") {
  CHECK(drawn("print(draw(chart([('<a href=\"x\">&amp;',[1])]))[0][0])") ==
        "<a href=\"x\">&amp;\n");
}

TEST_CASE("a chart is a picture in Word, with the drawing it was made of and words") {
  press d;
  const auto said = d.read.python(
      "import sys,docx,struct\n"
      "from docx.oxml.ns import qn\n"
      "d=docx.Document(sys.argv[1])\n"
      "for i in d.element.body.iter(qn('wp:inline')):\n"
      "  blip=next(i.iter(qn('a:blip')))\n"
      "  png=d.part.related_parts[blip.get(qn('r:embed'))].blob\n"
      "  svg=[d.part.related_parts[e.get(qn('r:embed'))] for e in blip.iter('{*}svgBlip')]\n"
      "  if svg: print(png[:4], struct.unpack('>I',png[16:20])[0], svg[0].content_type,\n"
      "                round(i.extent.cx/36000), '>18<' in svg[0].blob.decode(), "
      "i.docPr.get('descr')[:25])\n",
      d.make("docx", drawn_109()));
  CHECK(said == "b'\\x89PNG' 1949 image/svg+xml 165 True Діаграма: оприлюднені про\n"
                "b'\\x89PNG' 1949 image/svg+xml 165 False Діаграма: голоси за першо\n");
}

TEST_CASE("every picture keeps its words in ODT and PDF, and a chart in PDF its letters") {
  press d;
  const auto r = drawn_109();
  CHECK(d.read.python("import sys,zipfile,re\n"
                      "x=zipfile.ZipFile(sys.argv[1]).read('content.xml').decode()\n"
                      "frames=re.findall('<draw:frame.*?</draw:frame>',x)\n"
                      "print(len(frames), ['<svg:desc>' in f and 'draw:image' in f "
                      "for f in frames])",
                      d.make("odt", r)) == "3 [True, True, True]\n");
  const auto pdf = d.make("pdf", r);
  CHECK(d.read.python("import sys,re\n"
                      "figures=re.findall(rb'/S/Figure\\n.*?\\nendobj',open(sys.argv[1],'rb')"
                      ".read(),flags=re.DOTALL)\n"
                      "print(len(figures), all(b'/Alt' in f for f in figures))",
                      pdf) == "3 True\n");
  CHECK(has(d.read.pdf_text(pdf), "№ 21"));
}

TEST_CASE("a chart is no wider than the narrowest page of the template") {
  press d;
  const auto& shipped =
      *std::ranges::find(documents::shipped_files, "report.docx", &documents::shipped_file::name);
  d.read.python("import sys,docx\n"
                "from docx.shared import Mm\n"
                "d=docx.Document(sys.argv[1])\n"
                "for s in d.sections: s.left_margin=s.right_margin=Mm(40)\n"
                "d.save('" +
                    (d.own / "report.docx").string() + "')",
                std::string(shipped.bytes));
  CHECK(d.read.python("import sys,docx\n"
                      "from docx.oxml.ns import qn\n"
                      "print([round(i.extent.cx/36000) for i in "
                      "docx.Document(sys.argv[1]).element.body.iter(qn('wp:inline')) "
                      "if list(i.iter('{*}svgBlip'))])",
                      d.make("docx", drawn_109())) == "[130, 130]\n");
}

TEST_CASE("without librsvg there is no Word file of the report, but PDF and cards") {
  press d;
  d.maker.settings().rsvg = "/nowhere/rsvg-convert";
  const auto trouble = d.maker.make(*find_kind("docx"), drawn_109());
  REQUIRE(trouble.has_error());
  CHECK(has(trouble.error().words, "sudo apt install librsvg2-bin"));
  CHECK(d.maker.missing(*find_kind("odt")) == std::vector<std::string>{"librsvg2-bin"});
  CHECK(d.maker.missing(*find_kind("pdf")).empty());
  CHECK(d.maker.missing(*find_kind("cards.docx")).empty());
}

TEST_CASE("a chart that could not be drawn is no mistake of the template") {
  press d;
  d.maker.settings().rsvg = "/bin/false";
  const auto trouble = d.maker.make(*find_kind("docx"), drawn_109());
  REQUIRE(trouble.has_error());
  CHECK(trouble.error().what == problem_kind::document_failed);
}
