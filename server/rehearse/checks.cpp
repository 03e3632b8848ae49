// Expectation beside what is, field by field.
#include "rehearse/checks.hpp"

#include "limits.hpp"
#include "model/wire_name.hpp"

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <tuple>
#include <utility>

namespace viche::rehearse {
namespace {

namespace json = boost::json;

void copy_fields(const json::object& from, std::initializer_list<const char*> fields,
                 json::object& into) {
  for (const auto* field : fields) {
    if (const auto* v = from.if_contains(field)) into[field] = *v;
  }
}

bool is_true_in(const json::object& o, std::string_view field) {
  const auto* v = o.if_contains(field);
  return v != nullptr && v->is_bool() && v->get_bool();
}

// nullopt: residents do not see it.
std::optional<json::object> public_idea(const json::object& idea) {
  constexpr std::uint64_t minute = 60'000;
  const bool is_published = is_null_in(&idea, "hidden") && !is_true_in(idea, "withdrawn") &&
                            number_in(&idea, "merged_into") == 0;
  if (!is_published) return std::nullopt;
  json::object seen;
  copy_fields(
      idea, {"number", "text", "areas", "channel", "merged", "supports", "support", "place"}, seen);
  const auto at = number_in(&idea, "at");
  seen["at"] = at - at % minute;
  return seen;
}

class comparison {
public:
  void expect(std::string_view what, std::uint64_t wanted, std::uint64_t is) {
    if (wanted == is) return;
    wrong.push_back(std::string(what) + ": expected " + std::to_string(wanted) + ", is " +
                    std::to_string(is));
  }
  void expect(std::string_view what, std::string_view wanted, std::string_view is) {
    if (wanted == is) return;
    wrong.push_back(std::string(what) + ": expected «" + std::string(wanted) + "», is «" +
                    std::string(is) + "»");
  }

  sentences wrong;
};

// What the plan does to one row's idea.
struct fate {
  std::string text;
  std::string hidden;
  std::uint32_t main = 0;
  std::size_t votes = 0;
};

std::vector<fate> fates_of(const scenario& s, const plan& p) {
  std::vector<fate> fates;
  for (const auto& row : s.rows)
    fates.push_back({.text = row.text, .hidden = {}});
  for (const auto& m : p.moderation) {
    auto& f = fates[m.id - 1];
    if (m.remaining.empty()) {
      f.hidden = model::wire_name(m.reason);
    } else {
      f.text = m.remaining;
    }
  }
  for (const auto& m : p.merges)
    fates[m.other - 1].main = m.main;
  for (const auto& r : p.expected.ranking)
    fates[r.idea - 1].votes = r.votes;
  return fates;
}

// What no resident holds: of staff alone, and of desk and board.
constexpr std::array<std::string_view, 9> of_the_desk{
    "help", "late_idea", "staff", "guests", "sheet", "hand_count", "cards", "council", "decision"};
constexpr std::array<std::string_view, 5> of_screens{"wifi", "programme", "board", "hall",
                                                     "branding"};

bool is_one_of(std::span<const std::string_view> some, std::string_view record) {
  return std::ranges::find(some, record) != some.end();
}

} // namespace

records seen_by_residents(const records& desk) {
  records seen;
  for (const auto& [key, value] : desk) {
    const auto* o = value.if_object();
    if (o == nullptr) continue;
    if (key.record == "idea") {
      if (auto idea = public_idea(*o)) seen.emplace(key, std::move(*idea));
    } else if (key.record == "totals") {
      json::object totals;
      copy_fields(*o, {"ideas", "people", "tables"}, totals);
      seen.emplace(key, std::move(totals));
    } else if (!is_one_of(of_the_desk, key.record) && !is_one_of(of_screens, key.record)) {
      seen.emplace(key, value);
    }
  }
  return seen;
}

records seen_by_board(const records& desk) {
  auto seen = seen_by_residents(desk);
  for (const auto& [key, value] : desk) {
    if (is_one_of(of_screens, key.record)) seen.emplace(key, value);
  }
  return seen;
}

sentences compare(std::string_view who, const records& expected, const records& held) {
  const auto differs = [&](const record_id& key, const std::string& words) {
    return sentences{std::string(who) + " holds " + key.record + " " + std::to_string(key.id) +
                     " " + words};
  };
  for (const auto& [key, value] : expected) {
    const auto at = held.find(key);
    if (at == held.end()) return differs(key, "not at all");
    if (at->second != value) {
      return differs(key, "as " + json::serialize(at->second) + ", the desk as " +
                              json::serialize(value));
    }
  }
  for (const auto& [key, value] : held) {
    if (!expected.contains(key)) return differs(key, "though nobody should");
  }
  return {};
}

sentences check_desk(const records& desk, const scenario& s, const plan& p,
                     const std::vector<std::uint64_t>& idea_ids) {
  comparison c;
  const auto* totals = find_in(desk, "totals", 0);
  c.expect("ideas submitted", p.expected.submitted, number_in(totals, "submitted"));
  c.expect("ideas published", p.expected.published, number_in(totals, "ideas"));
  c.expect("ideas hidden", p.expected.hidden, number_in(totals, "hidden"));
  c.expect("ideas merged", p.expected.merged, number_in(totals, "merged"));
  c.expect("votes", p.expected.votes, number_in(totals, "votes"));
  c.expect("people", p.people.size(), number_in(totals, "people"));

  const auto fates = fates_of(s, p);
  std::size_t redacted = 0;
  for (std::size_t i = 0; i < s.rows.size(); ++i) {
    const auto& f = fates[i];
    const auto what = [&](const char* field) {
      return "idea " + std::to_string(i + 1) + ", " + field;
    };
    const auto* idea = find_in(desk, "idea", idea_ids[i]);
    if (idea == nullptr) {
      c.wrong.push_back(what("the idea itself") + " is missing");
      continue;
    }
    if (is_true_in(*idea, "redacted")) ++redacted;
    c.expect(what("number"), i + 1, number_in(idea, "number"));
    c.expect(what("text"), f.text, text_in(idea, "text"));
    c.expect(what("hidden"), f.hidden, text_in(idea, "hidden"));
    c.expect(what("table"), s.rows[i].table, number_in(idea, "table"));
    c.expect(what("channel"), p.ideas[i].author == by_operator ? "paper" : "phone",
             text_in(idea, "channel"));
    c.expect(what("merged into"), f.main == 0 ? 0 : idea_ids[f.main - 1],
             number_in(idea, "merged_into"));
    if (f.main == 0) c.expect(what("votes"), f.votes, number_in(idea, "support"));
  }
  c.expect("ideas redacted", p.expected.redacted, redacted);
  return std::move(c.wrong);
}

sentences check_report(std::string_view text, const figures& expected) {
  boost::system::error_code wrong;
  const auto value = json::parse({text.data(), text.size()}, wrong);
  if (wrong || !value.is_object()) return {"report.json is not a JSON object"};
  const auto& o = value.get_object();
  comparison c;
  const auto* totals = o.contains("totals") ? o.at("totals").if_object() : nullptr;
  c.expect("report.json, submitted", expected.submitted, number_in(totals, "submitted"));
  c.expect("report.json, published", expected.published, number_in(totals, "published"));
  c.expect("report.json, hidden", expected.hidden, number_in(totals, "hidden"));
  c.expect("report.json, merged", expected.merged, number_in(totals, "merged"));

  const auto* proposals = o.contains("proposals") ? o.at("proposals").if_array() : nullptr;
  std::map<std::uint64_t, std::uint64_t> votes;
  if (proposals != nullptr) {
    for (const auto& p : *proposals) {
      votes[number_in(p.if_object(), "number")] = number_in(p.if_object(), "votes");
    }
  }
  c.expect("report.json, proposals", expected.published, votes.size());
  std::uint64_t sum = 0;
  for (const auto& [number, n] : votes)
    sum += n;
  std::uint64_t expected_sum = 0;
  for (const auto& r : expected.ranking) {
    expected_sum += r.votes;
    c.expect("report.json, votes of №" + std::to_string(r.idea), r.votes, votes[r.idea]);
  }
  c.expect("report.json, votes of all proposals", expected_sum, sum);
  return std::move(c.wrong);
}

std::vector<result_line> first_ten(const records& desk) {
  std::vector<result_line> lines;
  for (const auto& [key, value] : desk) {
    const auto* idea = key.record == "idea" ? value.if_object() : nullptr;
    const auto place = number_in(idea, "place");
    if (place == 0 || place > limits::reveal_place_max) continue;
    lines.push_back({.place = place,
                     .number = number_in(idea, "number"),
                     .votes = number_in(idea, "support"),
                     .text = std::string(text_in(idea, "text"))});
  }
  std::ranges::sort(lines, {}, [](const result_line& l) { return std::pair(l.place, l.number); });
  return lines;
}

} // namespace viche::rehearse
