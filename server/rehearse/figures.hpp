// What a session must come to: counted from what everybody is going to do, vote by vote, and from
// nothing the server says. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace viche::rehearse {

struct planned_merge {
  std::uint32_t main = 0;
  std::uint32_t other = 0;
};

struct planned_vote {
  std::int64_t at = 0;     // scenario milliseconds from the beginning of the vote
  std::uint32_t voter = 0; // a participant
  std::uint32_t idea = 0;
};

struct standing {
  std::uint32_t idea = 0;
  std::size_t votes = 0;
  std::uint32_t place = 0; // ties share a place: 1, 2, 2, 4

  bool operator==(const standing&) const = default;
};

struct figures {
  std::size_t submitted = 0;
  std::size_t hidden = 0;
  std::size_t redacted = 0;
  std::size_t merged = 0;
  std::size_t published = 0;
  std::size_t votes = 0;  // facts, also those a merge made count once
  std::size_t voters = 0;
  std::vector<standing> ranking; // published ideas with votes, best first, ties by number

  bool operator==(const figures&) const = default;
};

// Merges are one level deep: an idea that was merged has nothing merged into it.
struct counted_things {
  std::size_t submitted = 0;
  std::vector<std::uint32_t> hidden{};
  std::size_t redacted = 0;
  const std::vector<planned_merge>* merges = nullptr;
  const std::vector<planned_vote>* votes = nullptr;
};
figures count(const counted_things& c);

} // namespace viche::rehearse
