// set_wifi: the bounds of a network's name and password, and what becomes of a former password.
#include "limits.hpp"
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

ops::set_wifi wifi(std::string ssid, std::string password) {
  return {{std::move(ssid)}, {std::move(password)}};
}

TEST_CASE("the network of the hall is set, without a password, and taken away") {
  small_session s;
  s.refuses(desk, wifi("", "tayemnyi-1"), refusal::value_out_of_range, "ssid");
  s.does(desk, wifi("Клуб", "tayemnyi-1"));
  CHECK(s.state().wifi.ssid.value == "Клуб");
  CHECK(s.state().wifi.password.value == "tayemnyi-1");
  CHECK(s.touches(record::wifi));
  s.does(desk, wifi("Клуб", ""));
  CHECK(s.state().wifi.password.value.empty());
  s.does(desk, wifi("", ""));
  CHECK(s.state().wifi.ssid.value.empty());
}

TEST_CASE("a former password is erased from the file") {
  small_session s;
  const auto first = s.does(desk, wifi("Клуб", "tayemnyi-1"));
  CHECK(s.touched().texts_erased.empty());
  const auto second = s.does(desk, wifi("Клуб", "tayemnyi-2"));
  CHECK(s.touched().texts_erased == std::vector{first});
  s.does(desk, wifi("", ""));
  CHECK(s.touched().texts_erased == std::vector{second});
}

TEST_CASE("a name has at most 32 bytes, which are sixteen Ukrainian letters") {
  small_session s;
  std::string letters;
  for (std::size_t i = 0; i < limits::wifi_name_bytes_max / 2; ++i)
    letters += "ї";
  s.does(desk, wifi(letters, ""));
  s.refuses(desk, wifi(letters + "x", ""), refusal::value_out_of_range, "ssid");
}

TEST_CASE("a password has 8–63 characters that every device can type") {
  small_session s;
  s.does(desk, wifi("Club", std::string(limits::wifi_password_min, 'x')));
  s.does(desk, wifi("Club", std::string(limits::wifi_password_max, '~')));
  for (const auto& password : {std::string(limits::wifi_password_min - 1, 'x'),
                               std::string(limits::wifi_password_max + 1, 'x'),
                               std::string("таємниця"), std::string("tab\tinside")}) {
    s.refuses(desk, wifi("Club", password), refusal::value_out_of_range, "password");
  }
}

TEST_CASE("only facilitators set the network, until the session is closed") {
  small_session s;
  for (const auto& p : {host, typist, wall, anna})
    s.refuses(p, wifi("Club", ""), refusal::not_allowed);
  s.open(phase::closed);
  s.refuses(desk, wifi("Club", ""), refusal::session_closed);
}

} // namespace
} // namespace viche::support
