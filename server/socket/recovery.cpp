// Crockford's base 32, https://www.crockford.com/base32.html, and a little more forgiving.
#include "socket/recovery.hpp"

#include "limits.hpp"
#include "session/passes.hpp"
#include "socket/secrets.hpp"

#include <array>
#include <utility>

namespace viche::socket {
namespace {

constexpr std::size_t group = 4;

// What stands for another character; letters that are in the alphabet are not listed.
constexpr std::array<std::pair<std::string_view, char>, 31> look_alikes{{
    {"I", '1'}, {"L", '1'}, {"O", '0'}, {"А", 'A'}, {"а", 'A'}, {"В", 'B'}, {"в", 'B'}, {"С", 'C'},
    {"с", 'C'}, {"Е", 'E'}, {"е", 'E'}, {"Н", 'H'}, {"н", 'H'}, {"І", '1'}, {"і", '1'}, {"Ї", '1'},
    {"ї", '1'}, {"К", 'K'}, {"к", 'K'}, {"М", 'M'}, {"м", 'M'}, {"О", '0'}, {"о", '0'}, {"Р", 'P'},
    {"р", 'P'}, {"Т", 'T'}, {"т", 'T'}, {"Х", 'X'}, {"х", 'X'}, {"У", 'Y'}, {"у", 'Y'},
}};

// One character of UTF-8 from the front of `rest`.
std::string_view next_character(std::string_view& rest) {
  std::size_t bytes = 1;
  while (bytes < rest.size() && (static_cast<unsigned char>(rest[bytes]) & 0xC0U) == 0x80U)
    ++bytes;
  const auto one = rest.substr(0, bytes);
  rest.remove_prefix(bytes);
  return one;
}

bool is_between(std::string_view c) {
  return c == " " || c == "-" || c == "\u00A0" || c == "\u2010" || c == "\u2011" || c == "\u2012" ||
         c == "\u2013" || c == "\u2014";
}

// '\0': none of the alphabet.
char symbol_of(std::string_view c) {
  const bool is_small = c.size() == 1 && c[0] >= 'a' && c[0] <= 'z';
  const char capital = is_small ? static_cast<char>(c[0] - 'a' + 'A') : c[0];
  if (c.size() == 1) c = {&capital, 1};
  for (const auto& [look, is] : look_alikes) {
    if (look == c) return is;
  }
  const bool is_symbol = c.size() == 1 && session::pass_alphabet.find(c) != std::string_view::npos;
  return is_symbol ? c[0] : '\0';
}

// What was typed without what stands between, each character as it was meant.
std::string symbols_of(std::string_view typed) {
  std::string out;
  while (!typed.empty()) {
    const auto c = next_character(typed);
    if (!is_between(c)) out.push_back(symbol_of(c));
  }
  return out;
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' '))
    text.remove_prefix(1);
  while (text.ends_with(' '))
    text.remove_suffix(1);
  return text;
}

} // namespace

std::string recovery_of(std::string_view pass) {
  if (pass.size() % group != 0 || pass.size() > limits::recovery_characters) {
    return std::string(pass);
  }
  std::string out;
  for (std::size_t at = 0; at < pass.size(); at += group) {
    if (at != 0) out += '-';
    out += pass.substr(at, group);
  }
  return out;
}

std::optional<std::string> link_of_recovery(std::string_view typed) {
  auto ours = symbols_of(typed);
  if (ours.size() == limits::recovery_characters && is_token(ours)) return ours;
  return std::nullopt;
}

std::optional<std::string> pass_of_recovery(std::string_view typed) {
  auto ours = symbols_of(typed);
  if (is_pass(ours) && ours.size() == limits::pass_characters) return ours;
  const auto foreign = trimmed(typed);
  if (!is_pass(foreign)) return std::nullopt;
  return std::string(foreign);
}

} // namespace viche::socket
