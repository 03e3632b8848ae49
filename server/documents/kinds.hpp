// The documents that other programs make for us, one line each. Formats that this program writes by
// itself are in report/writers.hpp.
#pragma once

#include <array>
#include <string_view>

namespace viche::documents {

struct kind {
  std::string_view name; // as in GET …/report.{name} and export --format
  std::string_view content_type; // of HTTP
  std::string_view ending; // of a file's name, with the dot
  std::string_view convert_to; // what LibreOffice is told; empty: the Word file itself
  bool is_of_cards = false; // else of the report
  bool is_zip = false; // one file a card
  bool has_drawings = false; // LibreOffice makes lines and letters of them; others get pictures
};

inline constexpr std::string_view docx_type =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

// PDF/A-2b with the tags of PDF/UA; a hyperlink leads on, a bookmark for each heading.
inline constexpr std::string_view pdf_options =
    R"(pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"},)"
    R"("PDFUACompliance":{"type":"boolean","value":"true"},)"
    R"("UseTaggedPDF":{"type":"boolean","value":"true"},)"
    R"("ExportBookmarks":{"type":"boolean","value":"true"}})";

inline constexpr std::array kinds{
    kind{"docx", docx_type, ".docx", ""},
    kind{"odt", "application/vnd.oasis.opendocument.text", ".odt", "odt:writer8"},
    kind{"pdf", "application/pdf", ".pdf", pdf_options, false, false, true},
    kind{"cards.docx", docx_type, ".cards.docx", "", true},
    kind{"cards.zip", "application/zip", ".cards.zip", "", true, true},
};

// nullptr: no such document.
constexpr const kind* find_kind(std::string_view name) {
  for (const auto& k : kinds) {
    if (k.name == name) return &k;
  }
  return nullptr;
}

} // namespace viche::documents
