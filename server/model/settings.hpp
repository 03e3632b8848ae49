// What a session is set up with. The same fields open a session and configure it later.
#pragma once

#include "limits.hpp"
#include "model/ids.hpp"
#include "model/text.hpp"
#include "model/words.hpp"

#include <boost/describe.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace viche::model {

using idea_text = text_of<limits::idea_graphemes_max, limits::idea_letters_min>;
using title_text = text_of<limits::title_graphemes_max, 1>;
using optional_text = text_of<limits::title_graphemes_max, 0>;

// An area's name in ops and links: a–z, 0–9, `_`, `-`, at most slug_bytes_max. Checked in decode.
struct slug {
  std::string value;
  auto operator<=>(const slug&) const = default;
};

// A PNG in base64 (RFC 4648), or nothing. Checked in decode.
struct picture {
  std::string base64;
  bool operator==(const picture&) const = default;
};

// A subject area («напрям»): short name for the chip, full name for the report, English name.
struct area {
  struct slug slug;
  title_text name;
  title_text full_name;
  title_text english;
};
BOOST_DESCRIBE_STRUCT(area, (), (slug, name, full_name, english))

// A link of a facilitator, operator or board: the keyed hash of its secret, never the secret.
struct link {
  enum role role {};
  id128 hash;
};
BOOST_DESCRIBE_STRUCT(link, (), (role, hash))

struct settings {
  title_text title;
  title_text community;
  optional_text question;
  std::vector<area> areas;
  std::uint32_t votes_per_person = 10;
  std::vector<language> languages;
  std::uint32_t level = 1;  // 0 link, 1 device, 2 card
  std::uint32_t tables = 0; // 0: no tables are used
  std::vector<title_text> settlements;
};
BOOST_DESCRIBE_STRUCT(settings, (),
                      (title, community, question, areas, votes_per_person, languages, level,
                       tables, settlements))

} // namespace viche::model
