// One pass over the characters; the only state is whether we are inside quotes.
#include "rehearse/csv.hpp"

#include <utility>

namespace viche::rehearse {
namespace {

described_fault at_line(std::size_t line, std::string_view words) {
  return {fault::input_malformed, "line " + std::to_string(line) + ": " + std::string(words)};
}

class reader {
public:
  reader(std::string_view text, std::size_t records_max) : text_(text), records_max_(records_max) {}

  described<std::vector<csv_record>> read() {
    while (at_ < text_.size()) {
      if (records_.size() == records_max_) {
        return at_line(line_, "more than " + std::to_string(records_max_) + " records");
      }
      csv_record r{.line = line_, .fields = {}};
      if (const auto wrong = read_record(r)) return at_line(wrong_line_, wrong);
      if (!records_.empty() && r.fields.size() != records_.front().fields.size()) {
        return at_line(r.line, std::to_string(r.fields.size()) + " fields, the first line has " +
                                   std::to_string(records_.front().fields.size()));
      }
      records_.push_back(std::move(r));
    }
    return std::move(records_);
  }

private:
  // nullptr: read up to the end of the record; otherwise what is wrong at wrong_line_.
  const char* read_record(csv_record& r) {
    for (;;) {
      std::string field;
      if (const auto wrong = is_at('"') ? read_quoted(field) : read_plain(field)) return wrong;
      r.fields.push_back(std::move(field));
      if (is_at(',')) {
        ++at_;
        continue;
      }
      if (is_at('\r')) ++at_;
      if (is_at('\n')) ++at_;
      ++line_;
      return nullptr;
    }
  }

  const char* read_quoted(std::string& field) {
    wrong_line_ = line_; // an open quote is reported where it was opened
    for (++at_; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '\n') ++line_;
      if (c != '"') {
        field.push_back(c);
        continue;
      }
      ++at_;
      if (is_at('"')) {
        field.push_back('"');
        continue;
      }
      wrong_line_ = line_;
      return is_at_end_of_field() ? nullptr : "text after a closing quote";
    }
    return "a quote is not closed";
  }

  const char* read_plain(std::string& field) {
    wrong_line_ = line_;
    for (; !is_at_end_of_field(); ++at_) {
      if (text_[at_] == '"') return "a quote inside a field that is not quoted";
      field.push_back(text_[at_]);
    }
    return nullptr;
  }

  bool is_at(char c) const { return at_ < text_.size() && text_[at_] == c; }

  bool is_at_end_of_field() const {
    if (at_ >= text_.size()) return true;
    const char c = text_[at_];
    if (c == '\r') return at_ + 1 == text_.size() || text_[at_ + 1] == '\n';
    return c == ',' || c == '\n';
  }

  std::string_view text_;
  std::size_t records_max_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::size_t wrong_line_ = 1;
  std::vector<csv_record> records_;
};

} // namespace

described<std::vector<csv_record>> read_csv(std::string_view text, csv_bounds bounds) {
  if (text.size() > bounds.bytes_max) {
    return described_fault{fault::input_malformed,
                           "more than " + std::to_string(bounds.bytes_max) + " bytes"};
  }
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  return reader(text, bounds.records_max).read();
}

} // namespace viche::rehearse
