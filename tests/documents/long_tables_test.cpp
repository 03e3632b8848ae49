// Long tables go to LibreOffice in parts.
#include "documents/read.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace viche::test;

namespace {

// Tables of so many rows behind their heading, as `script` finds them in `body` once split.
std::string parted(const std::string& rows, const std::string& script) {
  reader read;
  return read.python("import sys\n"
                     "sys.path.insert(0,'" VICHE_SOURCE_DIR "/server/documents')\n"
                     "import docx, long_tables\n"
                     "from docx.oxml import OxmlElement\n"
                     "d=docx.Document()\n"
                     "for count in " +
                         rows +
                         ":\n"
                         "  t=d.add_table(count+1, 2)\n"
                         "  t.rows[0]._tr.get_or_add_trPr().append(OxmlElement('w:tblHeader'))\n"
                         "  t.rows[0].cells[0].text='№'\n"
                         "  for n,row in enumerate(t._tbl.tr_lst[1:],1):\n"
                         "    row.tc_lst[0].p_lst[0].add_r().text=str(n)\n"
                         "long_tables.split_all(d.element.body)\n" +
                         script,
                     "");
}

} // namespace

TEST_CASE("a long table is parted, each part with the heading, and no row is lost or moved") {
  CHECK(parted("[600]", "print([len(t.rows) for t in d.tables])\n"
                        "print({t.cell(0,0).text for t in d.tables}, len({len(t.columns) for t in "
                        "d.tables}))\n"
                        "n=[c.text for t in d.tables for c in t.column_cells(0)[1:]]\n"
                        "print(n == [str(i) for i in range(1,601)])\n") ==
        "[251, 251, 101]\n{'№'} 1\nTrue\n");
}

TEST_CASE("parts of a table do not touch, or they were one table again") {
  CHECK(parted("[251]", "print([e.tag.split('}')[1] for e in d.element.body])\n") ==
        "['tbl', 'p', 'tbl', 'sectPr']\n");
}

TEST_CASE("a table that is not long stays whole") {
  CHECK(parted("[250, 3]", "print([len(t.rows) for t in d.tables])\n") == "[251, 4]\n");
}
