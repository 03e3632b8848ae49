// Values of JSON, one at a time.
#include "decode/report_value.hpp"

#include <boost/json/object.hpp>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <limits>

namespace viche::decode {
namespace {

// The number in these digits; nullopt if anything else is among them.
std::optional<int> number_in(std::string_view digits) {
  int out = 0;
  const auto* begin = digits.data();
  const auto* end = begin + digits.size();
  const auto [at, failed] = std::from_chars(begin, end, out);
  if (failed != std::errc{} || at != end || digits.front() == '-') return std::nullopt;
  return out;
}

// Digits for '0', everything else as it is.
bool has_form(std::string_view text, std::string_view form) {
  if (text.size() != form.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_digit = text[i] >= '0' && text[i] <= '9';
    if (form[i] == '0' ? !is_digit : text[i] != form[i]) return false;
  }
  return true;
}

} // namespace

std::optional<model::time_ms_t> time_of_iso(std::string_view text) {
  constexpr std::string_view moment = "0000-00-00T00:00:00";
  constexpr std::string_view thousandths = ".000";
  if (!has_form(text.substr(0, moment.size()), moment)) return std::nullopt;
  const auto part = [&](std::size_t at, std::size_t size) {
    return number_in(text.substr(at, size)).value_or(0);
  };
  const std::chrono::year_month_day day{std::chrono::year(part(0, 4)),
                                        std::chrono::month(static_cast<unsigned>(part(5, 2))),
                                        std::chrono::day(static_cast<unsigned>(part(8, 2)))};
  const bool is_time = part(11, 2) < 24 && part(14, 2) < 60 && part(17, 2) < 60;
  if (!day.ok() || !is_time) return std::nullopt;
  const std::int64_t in_day = ((part(11, 2) * 60LL + part(14, 2)) * 60 + part(17, 2)) * 1000;
  auto rest = text.substr(moment.size());
  std::int64_t ms = 0;
  if (has_form(rest.substr(0, thousandths.size()), thousandths)) {
    ms = number_in(rest.substr(1, 3)).value_or(0);
    rest.remove_prefix(thousandths.size());
  }
  if (!has_form(rest, "+00:00") && !has_form(rest, "-00:00")) return std::nullopt;
  const auto offset =
      number_in(rest.substr(1, 2)).value_or(0) * 60LL + number_in(rest.substr(4, 2)).value_or(0);
  const auto days = std::chrono::sys_days(day).time_since_epoch().count();
  const std::int64_t sign = rest.front() == '+' ? 1 : -1;
  return days * 86'400'000LL + in_day + ms - sign * offset * 60'000;
}

report_value report_value::operator[](std::string_view key) const {
  const auto* object = at_ == nullptr ? nullptr : at_->if_object();
  return {object == nullptr ? nullptr : object->if_contains(key),
          path_.empty() ? std::string(key) : path_ + '.' + std::string(key), wrong_};
}

void report_value::fail(std::string_view what) const {
  if (!wrong_->empty()) return;
  *wrong_ = (path_.empty() ? "the whole" : path_) + ' ' +
            std::string(at_ == nullptr ? "is missing" : what);
}

std::uint32_t report_value::count() const {
  const auto n = ms();
  if (n > std::numeric_limits<std::uint32_t>::max()) fail("is too large");
  return static_cast<std::uint32_t>(n);
}

std::uint64_t report_value::ms() const {
  boost::system::error_code wrong;
  const auto n = at_ == nullptr || at_->is_double() ? 0 : at_->to_number<std::uint64_t>(wrong);
  constexpr std::uint64_t most = std::uint64_t{1} << 53U; // what JSON keeps exactly everywhere
  if (at_ == nullptr || at_->is_double() || wrong || n > most) fail("is not a count");
  return n;
}

std::int64_t report_value::tenths() const {
  if (is_null()) return 0;
  boost::system::error_code wrong;
  const auto n = at_ == nullptr ? 0.0 : at_->to_number<double>(wrong);
  const bool is_in_range = n >= 0 && n < 1e12;
  if (at_ == nullptr || wrong || !is_in_range) {
    fail("is not a number");
    return 0;
  }
  return std::llround(n * 10);
}

bool report_value::flag() const {
  const auto* is = at_ == nullptr ? nullptr : at_->if_bool();
  if (is == nullptr) fail("is neither true nor false");
  return is != nullptr && *is;
}

std::string report_value::text() const {
  const auto* text = at_ == nullptr ? nullptr : at_->if_string();
  if (text == nullptr) fail("is not a text");
  return text == nullptr ? std::string() : std::string(*text);
}

std::uint64_t report_value::time() const {
  const auto at = time_of_iso(text());
  if (!at || *at < 0) fail("is not a time");
  return static_cast<std::uint64_t>(std::max<model::time_ms_t>(at.value_or(0), 0));
}

std::uint64_t report_value::time_or_null() const {
  return is_null() ? 0 : time();
}

} // namespace viche::decode
