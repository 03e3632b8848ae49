// Report → Atom.
#include "report/feed.hpp"

#include "limits.hpp"
#include "report/told_text.hpp"
#include "report/xml_text.hpp"

#include <algorithm>
#include <functional>
#include <vector>

namespace viche::report {
namespace {

struct entry {
  std::string name; // within the session
  std::string title;
  std::string content;
  std::string place; // behind the address of the results page
  model::time_ms_t at = 0;
};

// A name of RFC 4151 that no other session has: the code is used again some day, a moment is not.
// «.invalid» belongs to nobody (RFC 2606): a laptop in a hall has no name of its own.
std::string tag_of(const report& r, std::string_view name) {
  const auto opened = r.phases.empty() ? r.began_at : r.phases.front().opened_at;
  return "tag:viche.invalid," + iso_date(opened) + ":" + r.facts.code + "-" +
         std::to_string(opened) + "/" + std::string(name);
}

void add_line(std::string& to, std::string_view label, const std::string& value) {
  if (value.empty()) return;
  to += '\n';
  to.append(label).append(": ").append(value);
}

// Whatever becomes of a proposal is told under one name, so that what a reader of feeds has kept of
// it is replaced.
entry entry_of(const proposal& p) {
  const auto name = "p" + std::to_string(p.number);
  return {.name = name, .title = {}, .content = title_of(p.text), .place = "#" + name};
}

entry decided_entry(const report& r, const proposal& p, const model::decided& decided) {
  const auto& w = telling_words_of(r.facts.language);
  const auto& all = words_of(r.facts.language);
  const auto& c = all.column;
  const auto& made = decided.decision;
  auto out = entry_of(p);
  const std::string outcome(word_of(all.outcomes, made.outcome));
  out.title = fill(w.feed.decided, {{"number", std::to_string(p.number)}, {"outcome", outcome}});
  add_line(out.content, c.reason_given, made.reason.value);
  add_line(out.content, c.goal, made.goal.value);
  add_line(out.content, c.responsible, made.responsible.value);
  add_line(out.content, c.deadline, made.deadline.value);
  out.at = decided.at;
  return out;
}

entry taken_back_entry(const report& r, const proposal& p) {
  const auto& w = telling_words_of(r.facts.language);
  auto out = entry_of(p);
  out.title = fill(w.feed.taken_back, {{"number", std::to_string(p.number)}});
  out.content.append("\n").append(w.feed.taken_back_about);
  out.at = p.taken_back_at;
  return out;
}

std::vector<entry> entries_of(const report& r) {
  const auto& w = telling_words_of(r.facts.language);
  std::vector<entry> out;
  for (const auto& p : r.proposals) {
    if (p.decision && p.decision->decision.outcome != model::outcome::open) {
      out.push_back(decided_entry(r, p, *p.decision));
    } else if (p.taken_back_at != 0) {
      out.push_back(taken_back_entry(r, p));
    }
  }
  if (r.publication.is_published) {
    out.push_back({"publication", std::string(w.feed.published),
                   fill(w.feed.published_about, {{"title", r.set.title.value}}), "",
                   r.publication.since});
  }
  // A table that was filled in is one op: its lines are equally new and stand by number.
  std::ranges::stable_sort(out, std::greater{}, &entry::at);
  auto end = std::min(out.size(), limits::feed_entries_max);
  while (end > 0 && end < out.size() && out[end].at == out[end - 1].at)
    ++end;
  out.resize(end);
  return out;
}

void add_element(std::string& to, std::string_view indent, std::string_view name,
                 std::string_view text) {
  to.append(indent).append("<").append(name).append(">");
  to += xml_text(text);
  to.append("</").append(name).append(">\n");
}

void add_entry(std::string& to, const report& r, const entry& e, const std::string& page) {
  to += "  <entry>\n";
  add_element(to, "    ", "id", tag_of(r, e.name));
  add_element(to, "    ", "title", e.title);
  add_element(to, "    ", "updated", iso_time_ms(e.at));
  to += "    <link rel=\"alternate\" type=\"text/html\" href=\"" + page + e.place + "\"/>\n";
  to += "    <content type=\"text\">" + xml_text(e.content) + "</content>\n";
  to += "  </entry>\n";
}

} // namespace

std::string write_feed(const report& r) {
  const auto& w = telling_words_of(r.facts.language);
  const auto entries = entries_of(r);
  const auto page = "/r/" + r.facts.code; // six digits
  std::string out = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                    "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"";
  out.append(words_of(r.facts.language).language).append("\">\n");
  add_element(out, "  ", "id", tag_of(r, "feed"));
  add_element(out, "  ", "title", fill(w.feed.title, {{"title", r.set.title.value}}));
  add_element(out, "  ", "updated", iso_time_ms(entries.empty() ? r.began_at : entries.front().at));
  out += "  <author>\n";
  add_element(out, "    ", "name", organ_of(r));
  out += "  </author>\n";
  out += "  <link rel=\"self\" type=\"application/atom+xml\" href=\"" + page + "/feed.atom\"/>\n";
  out += "  <link rel=\"alternate\" type=\"text/html\" href=\"" + page + "\"/>\n";
  out += "  <generator version=\"" + xml_text(r.facts.version) + "\">Viche</generator>\n";
  for (const auto& e : entries)
    add_entry(out, r, e, page);
  return out + "</feed>\n";
}

} // namespace viche::report
