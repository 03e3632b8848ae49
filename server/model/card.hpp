// One-time voting cards: what the log knows of them, which is never what is printed on them.
#pragma once

#include "model/ids.hpp"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>

namespace viche::model {

// Hashes of a card's two secrets under the session's vote key: the 128 bits of its QR and its eight
// digits. With that key the session's close overwrites whatever could tie a card to its votes.
struct card_codes {
  id128 code;
  id128 digits;
};
BOOST_DESCRIBE_STRUCT(card_codes, (), (code, digits))

// Cards are numbered from 1 («№ 17»), in the order in which they were issued.
struct card {
  id128 code;
  id128 digits;
  id128 voter; // of the first card it stands for; its votes are under this id
  std::optional<id128> device; // the pseudonym of the device that uses it
  bool is_void = false; // lost, and replaced
  std::uint32_t replaced_by = 0; // 0: by none
};

} // namespace viche::model
