// set_wifi: what the Wi-Fi QR on the board holds; both empty: there is none. A password that was
// replaced is of no use to anybody who reads the file, so its text is erased.
#pragma once

#include "ops/op.hpp"

#include <algorithm>

namespace viche::ops {

struct set_wifi {
  model::optional_text ssid;
  model::optional_text password;

  static constexpr std::string_view name = "set_wifi";
  static constexpr model::role_set who{model::role::facilitator};
  static constexpr auto when = model::phase_set::until_closed();
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;

  // The bounds of IEEE 802.11 and of a WPA passphrase: 8–63 printable ASCII characters. Without a
  // password the network is open.
  model::verdict check(const model::state&, const model::actor&) const {
    const auto& key = password.value;
    const bool is_passphrase =
        key.size() >= limits::wifi_password_min && key.size() <= limits::wifi_password_max &&
        std::ranges::all_of(key, [](char c) { return c >= ' ' && c <= '~'; });
    if (ssid.value.size() > limits::wifi_name_bytes_max || (ssid.value.empty() && !key.empty())) {
      return model::refused{model::refusal::value_out_of_range, "ssid",
                            limits::wifi_name_bytes_max};
    }
    if (!key.empty() && !is_passphrase) {
      return model::refused{model::refusal::value_out_of_range, "password",
                            limits::wifi_password_max};
    }
    return model::may;
  }

  void apply(model::state& s, const model::place& at, model::touched& t) const {
    if (s.wifi.entry != 0) t.texts_erased.push_back(s.wifi.entry);
    s.wifi = {.ssid = ssid, .password = password, .entry = at.seq};
    t.add(model::record::wifi);
  }
};
BOOST_DESCRIBE_STRUCT(set_wifi, (), (ssid, password))

} // namespace viche::ops
