// viche verify: walks the hash chains of a data file and says what it found.
#include "commands/commands.hpp"

#include "store/reader.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>
#include <memory>

namespace viche::commands {
namespace {

struct arguments {
  std::string file;
  std::string head;
};

void tell(const store::verification::chain& c) {
  if (c.broken) {
    std::printf("session %s: BROKEN, %s; complete up to seq %llu before it\n", c.code.c_str(),
                c.broken->c_str(), static_cast<unsigned long long>(c.entries));
    return;
  }
  std::printf("session %s: complete up to seq %llu, head %s\n", c.code.c_str(),
              static_cast<unsigned long long>(c.entries), c.head.c_str());
  if (c.texts_erased + c.parts_erased > 0) {
    std::printf("  erased: %zu texts, %zu private parts; they verify by their commitments\n",
                c.texts_erased, c.parts_erased);
  }
}

exit_code verify(const arguments& a) {
  const auto walked = store::verify_file(a.file);
  if (walked.has_error()) return complain(walked.error());
  const auto* found = &walked.value();
  for (const auto& c : found->chains)
    tell(c);
  if (found->broken) std::printf("file: BROKEN, %s\n", found->broken->c_str());
  if (!found->is_whole()) return exit_code::finding;

  if (a.head.empty()) {
    std::puts("The file is whole. Without a published head (--head) a missing end cannot be seen.");
    return exit_code::ok;
  }
  const bool is_there = std::any_of(found->chains.begin(), found->chains.end(),
                                    [&](const auto& c) { return c.head == a.head; });
  std::puts(is_there ? "The file is whole, and a session ends with the published head."
                     : "The chains are whole, but no session ends with the published head: entries "
                       "are missing at an end, or were added after it was published.");
  return is_there ? exit_code::ok : exit_code::finding;
}

} // namespace

void add_verify(CLI::App& app, exit_code& code) {
  auto* command = app.add_subcommand("verify", "checks the hash chains of a data file");
  const auto a = std::make_shared<arguments>();
  command->add_option("FILE", a->file, "the data file; a server may be writing it")->required();
  command->add_option("--head", a->head, "the head that was published, 64 hexadecimal digits");
  command->footer("Recomputes every commitment and hash from what is stored and names the first\n"
                  "broken record. Ends with 0 if all is whole, 1 if not.");
  command->callback([a, &code] { code = verify(*a); });
}

} // namespace viche::commands
