// libqrencode gives the modules; every run of dark ones in a row is one rectangle.
#include "report/proof.hpp"

#include "report/proof_words.hpp"

#include <qrencode.h>

#include <memory>

namespace viche::report {
namespace {

constexpr int quiet_modules = 4;

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '"') {
      out += "&quot;";
    } else {
      out.push_back(c);
    }
  }
  return out;
}

std::string path_of(const QRcode& code) {
  const auto is_dark = [&](int row, int column) {
    return (code.data[row * code.width + column] & 1U) != 0;
  };
  std::string d;
  for (int row = 0; row < code.width; ++row) {
    for (int from = 0; from < code.width; ++from) {
      if (!is_dark(row, from)) continue;
      int to = from;
      while (to < code.width && is_dark(row, to))
        ++to;
      const auto run = std::to_string(to - from);
      d.append("M").append(std::to_string(from + quiet_modules));
      d.append(" ").append(std::to_string(row + quiet_modules));
      d.append("h").append(run).append("v1h-").append(run).append("z");
      from = to;
    }
  }
  return d;
}

} // namespace

std::string qr_svg(std::string_view text, std::string_view label) {
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
      QRcode_encodeString8bit(std::string(text).c_str(), 0, QR_ECLEVEL_M), &QRcode_free);
  if (!code) return {};
  const auto side = std::to_string(code->width + 2 * quiet_modules);
  return R"(<svg role="img" aria-label=")" + escaped(label) + R"(" viewBox="0 0 )" + side + ' ' +
         side + R"(" width="132" height="132" shape-rendering="crispEdges"><path d=")" +
         path_of(*code) + R"("/></svg>)";
}

std::string proof_html(std::string_view head, const words& w) {
  const auto said = proof_words(head);
  if (said.empty()) return {};
  std::string out = R"(<div class="proof">)";
  out += qr_svg(head, w.label.proof_qr);
  out += "<div><p>" + escaped(w.label.proof) + ":</p><ol>";
  for (const auto word : said)
    out += "<li><b lang=\"uk\">" + std::string(word) + "</b></li>";
  return out + "</ol></div></div>";
}

} // namespace viche::report
