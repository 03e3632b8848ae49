// Report → HTML: the words, the data and the template come together.
#include "report/html.hpp"

#include "report/html_page.hpp"
#include "report/html_template.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <string_view>

namespace viche::report {
namespace {

template <class Group>
data word_group(const Group& group) {
  data out{data::type::object};
  boost::mp11::mp_for_each<boost::describe::describe_members<Group, boost::describe::mod_public>>(
      [&](auto member) { out.set(member.name, std::string(group.*member.pointer)); });
  return out;
}

// SHA-256 in base64, as a security policy names a script (W3C, Content Security Policy Level 3).
std::string digest_base64(std::string_view text) {
  std::array<unsigned char, 32> digest{};
  unsigned size = 0;
  const auto is_made =
      EVP_Digest(text.data(), text.size(), digest.data(), &size, EVP_sha256(), nullptr) == 1;
  assert(is_made && size == digest.size());
  if (!is_made) return {};
  std::array<unsigned char, 4 * ((32 + 2) / 3) + 1> out{}; // with the zero it writes behind
  const auto length = EVP_EncodeBlock(out.data(), digest.data(), static_cast<int>(digest.size()));
  return {out.begin(), out.begin() + length};
}

void put_words(page& p) {
  p.set("heading", word_group(p.w.heading));
  p.set("label", word_group(p.w.label));
  p.set("column", word_group(p.w.column));
  p.set("caption", word_group(p.w.caption));
  p.set("sentence", word_group(p.w.sentence));
}

} // namespace

data bar(std::size_t value, std::size_t max, std::size_t px_max) {
  if (value == 0) return false;
  return std::to_string(std::max<std::size_t>(1, value * px_max / max));
}

data named(const page& p, std::string_view name, std::size_t value) {
  data row;
  row.set("name", std::string(name));
  row.set("value", p.num(value));
  return row;
}

bool is_one_day(const report& r) {
  return iso_date(r.began_at) == iso_date(r.ended_at);
}

std::string time_in(const page& p, model::time_ms_t at) {
  if (is_one_day(p.r) && iso_date(at) == iso_date(p.r.began_at)) return clock_time(at);
  return short_date(at) + " " + clock_time(at);
}

const std::string& html_page_policy() {
  static const std::string policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; "
                                    "script-src 'sha256-" +
                                    digest_base64(html_script) + "'";
  return policy;
}

const std::string& html_security_policy() {
  static const std::string policy = html_page_policy() + "; frame-ancestors 'none'";
  return policy;
}

std::string write_html(const report& r) {
  page p{.r = r, .w = words_of(r.facts.language), .out = data{}};
  put_words(p);
  p.set("style", std::string(html_style));
  p.set("script", std::string(html_script));
  p.set("annexes", kainjow::mustache::partial{[] { return std::string(html_annexes); }});
  put_session(p);
  put_results(p);
  std::size_t tables = 0; // captions are numbered as they are met
  p.set("numbered", kainjow::mustache::lambda2([&](const std::string& caption, const auto& render) {
          const auto prefix = std::string(p.w.label.table) + " " + std::to_string(++tables) + ". ";
          return prefix + render(caption);
        }));
  kainjow::mustache::mustache page_template{std::string(html_template)};
  assert(page_template.is_valid());
  return page_template.render(p.out);
}

} // namespace viche::report
