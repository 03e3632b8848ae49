// Pieces of the notice, the news and the feed.
#include "report/told_text.hpp"

namespace viche::report {
namespace {

// With a full stop, unless it ends a sentence already.
std::string ended(const std::string& sentence) {
  const bool is_ended = sentence.ends_with('.') || sentence.ends_with('!') ||
                        sentence.ends_with('?') || sentence.ends_with("…");
  return is_ended ? sentence : sentence + ".";
}

} // namespace

void told_text::add(std::string_view paragraph) {
  if (!text_.empty()) text_ += "\n\n";
  text_ += paragraph;
}

void told_text::add_line(std::string_view line) {
  text_ += "\n";
  text_ += line;
}

void told_text::add_about(std::string_view sentence, const std::string& value) {
  if (!value.empty()) add(ended(fill(sentence, {{"value", value}})));
}

std::string told_text::take() {
  return std::move(text_) + "\n";
}

std::string told(model::language l, std::size_t n, const noun& sentence) {
  const auto whole = static_cast<std::int64_t>(n);
  return fill(form_of(sentence, plural_of(l, whole * 10)), {{"n", number(l, whole)}});
}

std::string listed(const std::vector<std::string>& parts, std::string_view between) {
  std::string out;
  for (const auto& part : parts) {
    if (part.empty()) continue;
    if (!out.empty()) out += between;
    out += part;
  }
  return out;
}

std::string organ_of(const report& r) {
  return r.details.authority.value.empty() ? r.set.community.value : r.details.authority.value;
}

std::string contact_of(const report& r) {
  const auto& d = r.details;
  return listed({d.contact_person.value, d.contact.value, d.email.value}, ", ");
}

} // namespace viche::report
