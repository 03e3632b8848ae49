// viche verify: walks the hash chains of a data file, or the chain of a public journal, and says
// what it found.
#include "commands/commands.hpp"

#include "authorise/authorise.hpp"
#include "session/replay.hpp"
#include "store/journal.hpp"
#include "store/reader.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <memory>
#include <string>

namespace viche::commands {
namespace {

struct verify_arguments {
  std::string file;
  std::string head;
};

// A head as somebody typed it, in lower case; else what is wrong with it.
std::string take_head(std::string& typed) {
  std::ranges::transform(typed, typed.begin(), [](char c) {
    return c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return store::is_hex_digest(typed) ? std::string() : "a published head has 64 hexadecimal digits";
}

// A file from somebody else says what it likes, and the terminal would do it.
std::string printable(std::string text) {
  std::ranges::replace_if(text, [](char c) { return c < ' ' || c > '~'; }, '?');
  return text;
}

unsigned long long shown(model::seq_t seq) {
  return static_cast<unsigned long long>(seq);
}

using counted_kinds = std::map<std::string, std::size_t>;

std::string listed(const counted_kinds& kinds) {
  std::string out;
  for (const auto& [kind, times] : kinds)
    out += (out.empty() ? "" : ", ") + std::to_string(times) + ' ' + printable(kind);
  return out;
}

void tell_after(model::seq_t published_at, const counted_kinds& behind) {
  std::printf("  seq %llu has the published head%s%s\n", shown(published_at),
              behind.empty() ? "" : "; behind it: ", listed(behind).c_str());
}

// True, and told: behind the head of a close stands what only a session that is open takes. Which
// phase was opened a journal does not say, so the head may also be older than the close.
bool tell_strange(const std::string& published_kind, const counted_kinds& behind) {
  const bool may_be_close = published_kind == ops::open_phase::name ||
                            published_kind == ops::import_session::name ||
                            published_kind == ops::import_proposal::name;
  if (!may_be_close) return false;
  auto strange = behind;
  std::erase_if(strange, [](const auto& one) { return authorise::is_of_council(one.first); });
  if (strange.empty()) return false;
  std::printf("  STRANGE behind a close: %s. If that head was published at the close, somebody "
              "added them later, and they count for nothing.\n",
              listed(strange).c_str());
  return true;
}

void tell(const store::verification::chain& c) {
  if (c.broken) {
    std::printf("session %s: BROKEN, %s; complete up to seq %llu before it\n",
                printable(c.code).c_str(), printable(*c.broken).c_str(), shown(c.entries));
    return;
  }
  std::printf("session %s: complete up to seq %llu, head %s\n", printable(c.code).c_str(),
              shown(c.entries), c.head.c_str());
  if (c.published_at) tell_after(*c.published_at, c.kinds_after);
  if (c.texts_erased + c.parts_erased > 0) {
    std::printf("  erased: %zu texts, %zu private parts; they verify by their commitments\n",
                c.texts_erased, c.parts_erased);
  }
}

// What no chain can say: whether its entries can have happened. Where a private part was erased
// there is nothing to replay.
bool can_be_replayed(const std::string& file, const store::verification::chain& c) {
  if (c.broken || c.parts_erased > 0) return true;
  const auto stored = store::read_session(file, c.code);
  if (stored.has_error()) return true; // whole a moment ago: it is the file that cannot be read
  if (session::replay(c.code, stored->rows).has_value()) return true;
  std::printf(
      "session %s: BROKEN, its chain is whole, but an entry is of no kind that this program "
      "knows or stands behind the close, where none can\n",
      printable(c.code).c_str());
  return false;
}

exit_code verify_data_file(const verify_arguments& a) {
  const auto walked = store::verify_file(a.file, a.head);
  if (walked.has_error()) return complain(walked.error());
  const auto* found = &walked.value();
  bool is_possible = true;
  for (const auto& c : found->chains) {
    tell(c);
    is_possible = can_be_replayed(a.file, c) && is_possible;
    if (tell_strange(c.published_kind, c.kinds_after)) is_possible = false;
  }
  if (found->broken) std::printf("file: BROKEN, %s\n", printable(*found->broken).c_str());
  if (!found->is_whole() || !is_possible) return exit_code::finding;

  if (a.head.empty()) {
    std::puts("The file is whole. Without a published head (--head) a missing end cannot be seen.");
    return exit_code::ok;
  }
  const bool is_there = std::any_of(found->chains.begin(), found->chains.end(),
                                    [](const auto& c) { return c.published_at.has_value(); });
  std::puts(is_there ? "The file is whole, and a session holds the published head."
                     : "The chains are whole, but no session holds the published head: entries are "
                       "missing at an end, or it is the head of another session.");
  return is_there ? exit_code::ok : exit_code::finding;
}

exit_code verify_journal(const verify_arguments& a) {
  std::ifstream in(a.file, std::ios::binary);
  if (!in) return complain({fault::input_malformed, a.file + " cannot be read: check its name."});
  const auto found = store::verify_journal(in, a.head);
  const auto& code = found.header.code;
  if (found.broken) {
    std::printf("journal %s: BROKEN, %s; complete up to seq %llu before it\n", code.c_str(),
                found.broken->c_str(), shown(found.entries));
    return exit_code::finding;
  }
  std::printf("journal %s: complete up to seq %llu, head %s\n", code.c_str(), shown(found.entries),
              found.head.c_str());
  if (found.published_at) tell_after(*found.published_at, found.kinds_after);
  if (tell_strange(found.published_kind, found.kinds_after)) return exit_code::finding;
  if (a.head.empty()) {
    std::puts("The journal is whole. Without a published head (--head) a missing end cannot be "
              "seen.");
    return exit_code::ok;
  }
  std::puts(found.published_at
                ? "The journal is whole and holds the published head."
                : "The journal follows from its beginning, but does not hold the published head: "
                  "its end is missing, or it is another session's.");
  return found.published_at ? exit_code::ok : exit_code::finding;
}

// By the name alone: nothing but SQLite may open a data file.
exit_code verify(const verify_arguments& a) {
  return a.file.ends_with(".jsonl") ? verify_journal(a) : verify_data_file(a);
}

} // namespace

void add_verify(CLI::App& app, exit_code& code) {
  auto* command = app.add_subcommand("verify", "checks the hash chains of a data file or journal");
  const auto a = std::make_shared<verify_arguments>();
  command
      ->add_option("FILE", a->file, "a data file, which a server may be writing, or a NAME.jsonl")
      ->required();
  command->add_option("--head", a->head, "the head that was published, 64 hexadecimal digits")
      ->transform(CLI::Validator(take_head, ""));
  command->footer(
      "Recomputes every commitment and hash from what is stored and names the first\n"
      "broken record; of a public journal (export --format journal.jsonl) every hash,\n"
      "and names the first broken line. What was added behind a close and is not the council's\n"
      "is named too. Ends with 0 if all is whole, 1 if not.");
  command->callback([a, &code] { code = verify(*a); });
}

} // namespace viche::commands
