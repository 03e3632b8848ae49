// What other programs see in a document that was made: python-docx, poppler, a zip reader.
#pragma once

#include "documents/workshop.hpp"
#include "support/has.hpp"
#include "support/temp_dir.hpp"

#include <doctest/doctest.h>

#include <csignal>
#include <fstream>
#include <string>
#include <vector>

namespace viche::test {

class reader {
public:
  reader() { std::signal(SIGPIPE, SIG_IGN); } // as every program of ours that starts others

  std::string put(const std::string& name, const std::string& bytes) const {
    std::ofstream(folder / name, std::ios::binary) << bytes;
    return (folder / name).string();
  }
  // What a program says about a file of these bytes; FILE in its words stands for it.
  std::string ask(std::vector<std::string> words, const std::string& bytes) {
    const auto file = put("asked", bytes);
    for (auto& w : words) {
      if (w == "FILE") w = file;
    }
    const auto said = workshop_.run({.words = std::move(words),
                                     .input = {},
                                     .folder = folder.path(),
                                     .deadline_ms = 120'000,
                                     .output_bytes_max = 64 << 20});
    REQUIRE(said.has_value());
    CHECK_MESSAGE(said->status == 0, said->errors);
    return said->output;
  }
  std::string python(const std::string& script, const std::string& bytes) {
    return ask({"/usr/bin/python3", "-I", "-B", "-c", script, "FILE"}, bytes);
  }
  // Every paragraph and cell of a Word file, in its order, a line each.
  std::string docx_text(const std::string& bytes) {
    return python("import docx,sys\n"
                  "from docx.oxml.ns import qn\n"
                  "for p in docx.Document(sys.argv[1]).element.body.iter(qn('w:p')):\n"
                  "  print(''.join('\\n' if c.tag==qn('w:br') else c.text or '' for c in p.iter("
                  "qn('w:t'), qn('w:br'))))",
                  bytes);
  }
  std::string pdf_text(const std::string& bytes) {
    return ask({"/usr/bin/pdftotext", "-layout", "FILE", "-"}, bytes);
  }

  temp_dir folder;

private:
  documents::workshop workshop_;
};

// A heading may be broken over lines: a blank of any width is one.
inline std::string without_breaks(const std::string& text) {
  std::string out;
  for (const char c : text) {
    const bool is_blank = c == ' ' || c == '\n' || c == '\f';
    if (!is_blank)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  return out;
}

} // namespace viche::test
