// Report → CSV, twice.
#include "report/csv.hpp"

#include "model/wire_name.hpp"
#include "report/words.hpp"

#include <initializer_list>

namespace viche::report {
namespace {

// The same shape whether published or merged into `into`.
struct row {
  std::uint32_t number = 0;
  std::uint32_t into = 0; // 0: published itself
  model::time_ms_t at = 0;
  const std::string* text = nullptr;
  const std::vector<model::slug>* areas = nullptr;
  enum model::channel channel{};
  std::optional<std::size_t> votes;
  std::optional<std::size_t> supports;
  std::string merged; // numbers of what became part of it
};

std::vector<row> rows_of(const report& r) {
  std::vector<row> out;
  for (const auto& p : r.proposals) {
    std::string numbers;
    for (const auto& m : p.merged) {
      numbers += (numbers.empty() ? "" : ", ") + std::to_string(m.number);
    }
    out.push_back({p.number, 0, p.at, &p.text, &p.areas, p.channel, p.votes, p.supports, numbers});
    for (const auto& m : p.merged) {
      out.push_back(
          {m.number, p.number, m.at, &m.text, &m.areas, m.channel, std::nullopt, std::nullopt, ""});
    }
  }
  return out;
}

class table {
public:
  explicit table(char separator, bool is_guarded)
      : separator_(separator), is_guarded_(is_guarded) {}

  void line(std::initializer_list<std::string_view> fields) {
    bool is_first = true;
    for (const auto field : fields) {
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

std::string text_of(const std::optional<std::size_t>& n) {
  return n ? std::to_string(*n) : std::string();
}

std::string uid(const report& r, std::uint32_t number) {
  return number == 0 ? std::string() : r.facts.code + "-" + std::to_string(number);
}

std::string slugs_of(const row& one) {
  std::string out;
  for (const auto& a : *one.areas)
    out += (out.empty() ? "" : ",") + a.value;
  return out;
}

std::string names_of(const report& r, const row& one) {
  std::string out;
  for (const auto& a : *one.areas) {
    out += (out.empty() ? "" : "; ") + area_name(r.set, a, r.facts.language);
  }
  return out;
}

// The area at a place of the list, or nothing.
std::string name_at(const report& r, const row& one, std::size_t place) {
  if (place >= one.areas->size()) return {};
  return area_name(r.set, one.areas->at(place), r.facts.language);
}

} // namespace

std::string write_csv(const report& r) {
  table out(',', false);
  out.line({"uid",
            "sessionUid",
            "title",
            "description",
            "kind",
            "kindLabel",
            "settlementCattutc",
            "authorityName",
            "authorityId",
            "authorityCattutc",
            "submittedAt",
            "channel",
            "authorship",
            "creator",
            "mergedInto",
            "status",
            "count",
            "goalCode",
            "decision",
            "decisionReason",
            "decisionDate",
            "decisionUrl",
            "responsible",
            "language",
            "supports"});
  for (const auto& one : rows_of(r)) {
    out.line({uid(r, one.number),
              r.facts.code,
              title_of(*one.text),
              *one.text,
              slugs_of(one),
              names_of(r, one),
              "",
              r.set.community.value,
              "",
              "",
              iso_time(one.at),
              model::wire_name(one.channel),
              "anonymous",
              "",
              uid(r, one.into),
              one.into == 0 ? "published" : "merged",
              text_of(one.votes),
              "",
              "",
              "",
              "",
              "",
              "",
              "",
              text_of(one.supports)});
  }
  return out.take();
}

std::string write_excel_csv(const report& r) {
  const auto& w = words_of(r.facts.language);
  const auto& c = w.column;
  table out(';', true);
  out.line({c.number, c.at, c.author, c.text, c.area, c.second_area, c.channel, c.votes, c.supports,
            c.merged, c.into, c.goal, c.decision, c.reason_given, c.responsible, c.deadline});
  for (const auto& one : rows_of(r)) {
    out.line({std::to_string(one.number), short_date(one.at) + " " + clock_time(one.at),
              w.label.without_author, *one.text, name_at(r, one, 0), name_at(r, one, 1),
              word_of(w.channels, one.channel), text_of(one.votes), text_of(one.supports),
              one.merged, one.into == 0 ? std::string() : std::to_string(one.into), "", "", "", "",
              ""});
  }
  return "\xef\xbb\xbf" + out.take();
}

} // namespace viche::report
