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
// What a council writes about a session or a proposal: a paragraph.
inline constexpr std::size_t note_graphemes_max = 1000;
// A grapheme may be long (a family of four with its skin tones has 41 bytes); nobody needs more
// than the first in one, nor more than the second on average over the longest text.
inline constexpr std::size_t grapheme_bytes_max = 64;
inline constexpr std::size_t grapheme_bytes_mean_max = 16;
// Marks on one letter: Hebrew with cantillation and Tibetan stacks need five or six. What stands
// above or below other people's lines is cut off.
inline constexpr std::size_t letter_marks_max = 8;

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
inline constexpr std::uint32_t level_max = 2;
// People who share one device: a tablet goes round a table of eight.
inline constexpr std::uint32_t slots_max = 8;

// Ideas. A person hands in three to ten, who writes for a table some dozens; a city's session has
// some thousand. Each is in every snapshot, so neither grows without end.
inline constexpr std::size_t ideas_per_person_max = 200;
inline constexpr std::size_t ideas_per_session_max = 20'000;

// The hall. A warm-up's answers are bars on one screen.
inline constexpr std::size_t warmup_options_max = 24;
inline constexpr std::uint32_t guests_max = 1000; // without phones, of one table and settlement
inline constexpr std::uint32_t hands_max = 10'000;
inline constexpr std::uint32_t sheets_max = 10'000;
// Cards: a city's hall has some hundreds.
inline constexpr std::size_t cards_max = 5000;
inline constexpr std::size_t cards_together_max = 300;
// A card's digits are its fallback. Wrong ones of one person, and of a session together: of a
// hundred million, a person who guesses for two hours tries some 250.
inline constexpr std::size_t card_digits = 8;
inline constexpr double wrong_digits_per_second = 1.0 / 30;
inline constexpr double wrong_digits_burst = 5;
inline constexpr double wrong_cards_per_second = 0.5;
inline constexpr double wrong_cards_burst = 20;
// A logo of 256 × 256 pixels, drawn small by the page that sends it.
inline constexpr std::size_t picture_bytes_max = 24 * 1024;

// A name somebody signs with. Each change leaves an empty row behind, which is never removed.
inline constexpr std::size_t person_name_graphemes_max = 80;
inline constexpr std::size_t person_name_letters_min = 2;
inline constexpr std::size_t names_per_person_max = 20;

// The Wi-Fi of the hall, by IEEE 802.11: a name of 32 bytes, a WPA passphrase of 8–63 characters.
inline constexpr std::size_t wifi_name_bytes_max = 32;
inline constexpr std::size_t wifi_password_min = 8;
inline constexpr std::size_t wifi_password_max = 63;

// Phases. A day is the longest a clock may run; extensions come in small steps.
inline constexpr std::uint32_t phase_minutes_max = 24 * 60;
inline constexpr std::uint32_t extend_minutes_max = 60;
inline constexpr std::size_t merge_others_max = 50;
inline constexpr std::size_t ideas_together_max = 50; // that one op approves, claims or lets go
// That one op decides: a whole table that a council filled in elsewhere, or nothing of it.
inline constexpr std::size_t decisions_together_max = 2000;

// Steps that each link can take back. Design asks for fifty; a step holds a few texts.
inline constexpr std::size_t undo_steps_max = 100;

// Ids a client chooses for its ops: 96 to 384 random bits in base64url.
inline constexpr std::size_t op_id_bytes_min = 16;
inline constexpr std::size_t op_id_bytes_max = 64;

// Passes: ours have 60 bits in Crockford's base 32 and are written down as three groups of four;
// other clients may choose theirs, of at least 96 bits in base64url.
inline constexpr std::size_t pass_characters = 12;
inline constexpr std::size_t recovery_characters = 16; // of a link typed from paper, 80 bits
inline constexpr std::size_t foreign_pass_characters_min = 16;
inline constexpr std::size_t foreign_pass_characters_max = 64;

// One-time tickets to come back at another address: as many as people can be connected, for as
// long as a session's day. In memory only.
inline constexpr std::size_t tickets_max = 2000;
inline constexpr std::int64_t ticket_ms = 12LL * 60 * 60 * 1000;
inline constexpr std::int64_t ticket_again_ms = 30'000; // the network came up a moment ago

// JSON that enters. The longest message is a session's settings; all their texts together fit it
// with the punctuation between them.
inline constexpr std::size_t settings_bytes_max = 24 * 1024;
inline constexpr std::size_t message_bytes_max = 32 * 1024;
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
// Entries that a start shows to the hub again, so many together as one change, so that as many
// changes are known as are kept. So they cost as much as the fold of 100,000 entries; one by one
// they would cost forty times that (bench/restart_bench.cpp).
inline constexpr std::size_t replay_told_together = 64;
inline constexpr std::size_t replay_seen_max = replay_told_together * frames_kept_max;

// The store. A job is one batch of one session, so the queue is as long as there are sessions.
inline constexpr std::size_t store_jobs_max = 4096;
// WAL pages (4 KiB) at which an idle writer checkpoints, and at which a busy one does so as well:
// a long WAL makes every read and the next start slower.
inline constexpr int wal_pages_soft = 1000;
inline constexpr int wal_pages_max = 16'000;
// How long the store waits for other programs that hold the file; and for readers when it truncates
// the WAL after an erasure, while a hall waits for its acknowledgement: that is tried again.
inline constexpr int file_busy_ms = 1000;
inline constexpr int erasure_busy_ms = 100;
inline constexpr std::int64_t erasure_retry_ms = 1000;

// Places of the reveal: the board counts down from the tenth.
inline constexpr std::uint32_t reveal_place_max = 10;

// A line of a public journal that somebody brings to be checked. The longest is the header, with a
// title of grapheme_bytes_max for every grapheme.
inline constexpr std::size_t journal_line_bytes_max = 16 * 1024;
// Entries of one person in one answer: ideas and votes are some dozens. Who has more asks again.
inline constexpr std::size_t receipts_together_max = 500;

// The report says how many people share a table or village from five on: fewer could be named.
inline constexpr std::size_t report_cell_min = 5;
// A title for open data is the beginning of the text;
// a participatory budget's form takes ten words.
inline constexpr std::size_t report_title_words_max = 10;
// Fewer ballots than this are not given away: who sat together would know whose is whose.
inline constexpr std::size_t ballots_min = 10;
// A workbook. A cell holds so much text, in UTF-16, or Excel mends the file; a corner of a printed
// page shares 255 characters with another. A chart of more bars than this is no picture any more.
inline constexpr std::int32_t sheet_cell_units_max = 32'767;
inline constexpr std::int32_t sheet_corner_units_max = 60;
inline constexpr std::size_t chart_bars_max = 30;

// Documents that other programs make. Each takes seconds, so a ninth person would rather be told.
// A council's template with its logo has some 100 KB; what unpacks to far more, or to more parts,
// is none.
// 10,000 proposals are filled in with 620 MB of memory and 6 s of a processor; the limits of
// memory count addresses, of which LibreOffice takes many. Cards are a page each.
inline constexpr std::size_t document_queue_max = 8;
inline constexpr std::size_t template_bytes_max = 4 * 1024 * 1024;
inline constexpr std::size_t template_entries_max = 200;
inline constexpr std::size_t template_unpacked_bytes_max = 32 * 1024 * 1024;
inline constexpr std::size_t document_bytes_max = 64 * 1024 * 1024;
inline constexpr std::size_t cards_made_max = 200;
inline constexpr std::int64_t document_fill_ms = 60'000;
inline constexpr std::int64_t document_convert_ms = 180'000;
inline constexpr std::uint64_t document_fill_memory_bytes_max = 1024ULL * 1024 * 1024;
inline constexpr std::uint64_t document_convert_memory_bytes_max = 3072ULL * 1024 * 1024;

// What is imported: a report of 20,000 proposals with long texts has some forty megabytes. A
// session of two days has some dozens of phases and pauses; people are told apart by tables_max and
// settlements_max. A value takes a few bytes of text and some dozens of memory, beside a hall that
// goes on: 20,000 proposals with their moderation have some two million.
inline constexpr std::size_t import_bytes_max = 64 * 1024 * 1024;
inline constexpr std::size_t import_commas_max = 8'000'000;
inline constexpr std::size_t import_spans_max = 1000;
inline constexpr std::size_t import_cells_max = 1000;

// HTTP. The largest request is a session's settings with 300 settlements and 24 areas; the largest
// header holds the cookies of several sessions.
inline constexpr std::size_t http_header_bytes_max = 8 * 1024;
inline constexpr std::size_t http_body_bytes_max = 64 * 1024;
inline constexpr std::int64_t request_ms = 15'000; // one request, and the wait for the next
// An answer goes out in pieces, each with request_ms to get on its way: at 400 kbit/s a report
// of a megabyte takes longer than any deadline that would still catch a dead peer.
inline constexpr std::size_t http_write_bytes_max = 64 * 1024;

// Connections. Places of staff are kept apart, so that a full hall never locks out its desk.
inline constexpr std::size_t sockets_max = 4096;
inline constexpr std::size_t connections_max = 2000;
inline constexpr std::size_t connections_staff_max = 64;
inline constexpr std::int64_t hello_ms = 10'000;
inline constexpr std::int64_t idle_ms = 60'000; // pages ping every 20 s
inline constexpr std::int64_t closing_ms = 5'000; // for what was queued, and for the peer's close

// What waits for one slow phone behind the frame being written; most of it is shared with others.
// What it enters with, a snapshot above all, is not counted: it goes out however large it is.
// The kernel's buffer is bounded too, or megabytes would hide in it before a phone counts as slow.
inline constexpr std::size_t outbox_frames_max = 1024;
inline constexpr std::size_t outbox_bytes_max = 4 * 1024 * 1024;
inline constexpr int send_buffer_bytes = 128 * 1024;

// Ops of one person, and of one staff link, which serves several hands. Messages of one connection
// beyond its rate are not refused, they are read later.
inline constexpr double ops_per_second = 10;
inline constexpr double ops_burst = 30;
inline constexpr double staff_ops_per_second = 50;
inline constexpr double staff_ops_burst = 200;
inline constexpr double messages_per_second = 100;
inline constexpr double messages_burst = 300;

// Similar ideas while somebody types: three fit above a keyboard. 17 of 100 is the least at which
// every true duplicate of the 109 is still found, half typed; two of five texts that repeat nobody
// are shown something too, so it is a suggestion. An answer takes milliseconds: who waits behind 64
// others has typed on. Beside an idea on the desk stand more, and moderators go from one to the
// next.
inline constexpr std::size_t similar_shown_max = 3;
inline constexpr std::size_t similar_shown_to_staff_max = 12;
inline constexpr std::uint32_t similar_alike_min = 17;
inline constexpr std::int64_t similar_period_ms = 2000; // between two questions of one person
inline constexpr double staff_similar_per_second = 5;
inline constexpr double staff_similar_burst = 20;
inline constexpr std::size_t similar_questions_max = 64;

// Wrong codes, secrets and host keys, of all strangers together: right ones are not counted.
inline constexpr double wrong_tries_per_second = 50;
inline constexpr double wrong_tries_burst = 100;

// One request of a sub-command to the running server, a line of JSON.
inline constexpr std::size_t control_line_bytes_max = 128 * 1024;
inline constexpr std::int64_t control_ms = 10'000;

// A copy of the data file, made while the hall goes on. Between two of its steps batches are
// written; 1 MiB a step takes some milliseconds. Who asked hears every second that it goes on. A
// slow stick takes minutes, a folder that hangs would take for ever.
inline constexpr int backup_step_pages = 256;
inline constexpr std::int64_t backup_beat_ms = 1000;
inline constexpr std::int64_t backup_ms = 10 * 60'000;
// Copies the server makes by itself: at least one a day. What has to be made again, after a
// redaction or because it did not work, waits this long at most.
inline constexpr std::uint32_t backup_minutes_max = 24 * 60;
inline constexpr std::uint32_t backups_kept_max = 1000;
inline constexpr std::int64_t backup_again_ms = 60'000;
inline constexpr std::int64_t backup_look_ms = 1000; // for redactions

// The rehearsal. A scenario of 10 000 ideas is a city's; every simulated person is a socket
// here and another in the server, and 1024 descriptors a process is what Debian gives.
inline constexpr std::size_t scenario_bytes_max = 4 * 1024 * 1024;
inline constexpr std::uint32_t scenario_rows_max = 10'000;
inline constexpr std::uint32_t participants_max = 900;
inline constexpr std::size_t frame_bytes_max = 64 * 1024 * 1024; // a desk's snapshot of all that
inline constexpr std::size_t report_bytes_max = 256 * 1024 * 1024;
inline constexpr std::int64_t reconnect_patience_ms = 60'000; // how long a server may be away

// The desk's readiness check. A disk that takes longer to sync one page than this is told as one
// that hangs; every answer to a vote would wait as long. A phone that has not answered a ping after
// its time is told as silent; pings of a whole hall go out at most once a second.
inline constexpr std::int64_t disk_probe_ms = 5'000;
inline constexpr std::int64_t round_trip_ms = 2'000;
inline constexpr double round_trips_per_second = 1;
inline constexpr double round_trips_burst = 3;

// The rehearsal of the desk: a server of its own, with simulated people. A laptop that is to hold a
// session starts it in far less than this; played through, it waits for whoever looks at it, and is
// ended when nobody does for a while, or at the latest after an hour and a half.
inline constexpr std::int64_t stage_start_ms = 20'000;
inline constexpr std::int64_t stage_alone_ms = 5 * 60'000;
inline constexpr std::int64_t stage_ms = 90 * 60'000;
inline constexpr std::int64_t stage_closing_ms = 1'000;
inline constexpr std::int64_t stage_end_ms = 5'000; // then it is killed
inline constexpr std::size_t stage_line_bytes_max = 4 * 1024;

// What is told outside the report. A reader of feeds asks again before so many decisions have gone
// by; news have room for a few lines, and who shares a place stands there together or not at all.
inline constexpr std::size_t feed_entries_max = 200; // and what came with the last of them
inline constexpr std::size_t news_lines_max = 10;
inline constexpr std::uint32_t news_places_max = 5;
inline constexpr std::size_t news_areas_max = 3;

// Reports that anybody may ask for once they are published: each is written once for everybody, and
// again at most once in this time while the session goes on. What was written last is kept, in each
// format and language, as long as it fits.
inline constexpr std::int64_t public_writing_period_ms = 1000;
inline constexpr std::size_t public_writings_max = 64;
inline constexpr std::size_t public_writings_bytes_max = 64 * 1024 * 1024;

// The table that a council filled in elsewhere. Ours of 10,000 proposals has 3 MB, a dozen parts
// and 20 columns; unpacked it is ten times as large. Whatever reads it gets no more than this of
// the laptop, two at a time.
inline constexpr std::size_t table_bytes_max = 8 * 1024 * 1024;
// It comes in pieces, each with request_ms to get here: 8 MiB at 600 kbit/s.
inline constexpr std::int64_t table_sent_ms = 120'000;
inline constexpr std::size_t table_parts_max = 500;
inline constexpr std::size_t table_unpacked_bytes_max = 64 * 1024 * 1024;
inline constexpr std::size_t table_rows_max = 25'000;
inline constexpr std::size_t table_columns_max = 64;
inline constexpr std::uint32_t table_titles_row_max = 20;
inline constexpr std::size_t table_said_bytes_max = 32 * 1024 * 1024;
inline constexpr std::size_t table_memory_bytes_max = 768 * 1024 * 1024;
inline constexpr std::int64_t table_ms = 30'000;
inline constexpr std::size_t tables_together_max = 2;

} // namespace viche::limits
