// Every bound of the server, in one place, each with its reason. A test shows that each one bites.
// Units are in the names, the biggest word first.
#pragma once

#include <cstddef>
#include <cstdint>

namespace viche::limits {

// Texts, counted as graphemes after NFC. 600 holds the longest idea of the 109 twice over.
inline constexpr std::size_t idea_graphemes_max = 600;
inline constexpr std::size_t idea_graphemes_soft = 280;
inline constexpr std::size_t idea_letters_min = 3;
inline constexpr std::size_t title_graphemes_max = 120;
// A grapheme may be long (emoji families, stacked marks); nobody needs more than this in sum.
inline constexpr std::size_t grapheme_bytes_mean_max = 16;

// Settings of a session.
inline constexpr std::size_t areas_min = 3;
inline constexpr std::size_t areas_max = 24;
inline constexpr std::size_t slug_bytes_max = 32;
inline constexpr std::size_t idea_areas_max = 2;
inline constexpr std::uint32_t votes_per_person_max = 50;
inline constexpr std::uint32_t tables_max = 500;
inline constexpr std::size_t settlements_max = 300;
inline constexpr std::size_t languages_max = 2;
inline constexpr std::size_t links_max = 64;
inline constexpr std::uint32_t level_max = 1; // cards (2) come with their own issue

// Phases. A day is the longest a clock may run; extensions come in small steps.
inline constexpr std::uint32_t phase_minutes_max = 24 * 60;
inline constexpr std::uint32_t extend_minutes_max = 60;
inline constexpr std::size_t merge_others_max = 50;

// Ids a client chooses for its ops: 96 to 384 random bits in base64url.
inline constexpr std::size_t op_id_bytes_min = 16;
inline constexpr std::size_t op_id_bytes_max = 64;

// JSON that enters. An idea of 600 four-byte graphemes fits a message several times over.
inline constexpr std::size_t message_bytes_max = 16 * 1024;
inline constexpr std::size_t json_depth_max = 8;

// The corridor: what waits for one session, and how much of it one transaction takes.
inline constexpr std::size_t inbox_requests_max = 8192;
inline constexpr std::size_t batch_requests_max = 512;

// Turnout and presence are told at most this often.
inline constexpr std::int64_t turnout_period_ms = 1000;
inline constexpr std::int64_t probe_period_ms = 1000; // writes tried while the disk refuses

// Audience frames kept for connections that come back with what they hold.
inline constexpr std::size_t frames_kept_max = 256;
inline constexpr std::size_t frames_kept_bytes_max = 256 * 1024;

// Places of the reveal: the board counts down from the tenth.
inline constexpr std::uint32_t reveal_place_max = 10;

} // namespace viche::limits
