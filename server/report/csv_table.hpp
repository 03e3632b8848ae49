// Lines of CSV by RFC 4180: quoted where it must be, ended with CRLF. Pure.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace viche::report {

class csv_table {
public:
  explicit csv_table(char separator, bool is_guarded)
      : separator_(separator), is_guarded_(is_guarded) {}

  void line(const std::vector<std::string>& fields) {
    bool is_first = true;
    for (const auto& field : fields) {
      if (!is_first) out_.push_back(separator_);
      is_first = false;
      put(field);
    }
    out_ += "\r\n";
  }

  std::string take() { return std::move(out_); }

private:
  // A spreadsheet runs what begins like a formula, also after a tab or a carriage return.
  bool is_formula(std::string_view field) const {
    return is_guarded_ && !field.empty() &&
           std::string_view("=+-@\t\r").find(field.front()) != std::string_view::npos;
  }

  void put(std::string_view field) {
    const bool is_quoted = field.find_first_of("\"\r\n,;\t") != std::string_view::npos;
    if (is_quoted) out_.push_back('"');
    if (is_formula(field)) out_.push_back('\'');
    for (const char c : field) {
      if (c == '"') out_.push_back('"');
      out_.push_back(c);
    }
    if (is_quoted) out_.push_back('"');
  }

  char separator_;
  bool is_guarded_;
  std::string out_;
};

} // namespace viche::report
