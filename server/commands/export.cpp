// viche export: writes the report of a session from the data file, whether or not a server is
// writing it. Reads in one short transaction and replays what it read.
#include "commands/commands.hpp"

#include "commands/file_option.hpp"
#include "commands/interruption.hpp"
#include "commands/write_file.hpp"
#include "documents/maker.hpp"
#include "model/wire_name.hpp"
#include "report/writers.hpp"
#include "session/passes.hpp"
#include "session/replay.hpp"
#include "store/reader.hpp"

#include <CLI/CLI.hpp>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace viche::commands {
namespace {

struct export_arguments {
  std::string data;
  std::string session; // empty: the only one of the file
  std::string format = "json";
  std::string out = "-";
  std::string edition = "public";
  std::string language; // empty: the session's first
  bool with_authors = false;
  std::string templates; // of the council; empty: the shipped ones
  std::vector<std::uint32_t> ideas; // of the cards; empty: the first places
};

described<std::string> only_session(const std::string& file) {
  const auto codes = store::read_codes(file);
  if (codes.has_error()) return codes.error();
  if (codes->size() == 1) return codes->front();
  std::string words = "The file holds no session yet.";
  if (!codes->empty()) {
    words = "The file holds several sessions; name one with --session:";
    for (const auto& code : *codes) {
      words += " " + code;
    }
  }
  return described_fault{fault::session_unknown, words};
}

report::report_facts facts_of(const export_arguments& a, const store::stored_session& stored,
                              const model::state& s, std::string head) {
  using namespace std::chrono;
  report::report_facts facts;
  facts.code = stored.record.code;
  facts.head = std::move(head);
  const auto asked =
      model::from_wire_name<report::edition>(a.edition).value_or(report::edition::public_);
  const auto* format = report::find_format(a.format);
  facts.edition = format == nullptr ? asked : report::edition_of(*format, asked);
  facts.generated_at_ms =
      duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
  const auto& languages = s.set.languages;
  const auto first = languages.empty() ? model::language::uk : languages.front();
  facts.language = model::from_wire_name<model::language>(a.language).value_or(first);
  facts.version = VICHE_VERSION;
  facts.with_authors = a.with_authors;
  facts.seed = session::random_seed();
  return facts;
}

// Empty unless they are asked for.
described<report::author_names> authors_in(const export_arguments& a, std::int64_t session_id) {
  report::author_names out;
  if (!a.with_authors) return out;
  const auto names = store::read_names(a.data, session_id);
  if (names.has_error()) return names.error();
  for (const auto& one : *names)
    out.emplace(one.person, one.name);
  return out;
}

// A script mends its arguments, or the template and the numbers that it names; all else is the
// machine's, as a full disk is.
fault fault_of(documents::problem_kind what) {
  using documents::problem_kind;
  switch (what) {
  case problem_kind::document_queue_full:
  case problem_kind::program_missing:
  case problem_kind::document_late:
  case problem_kind::document_large:
  case problem_kind::document_failed: return fault::file_unwritable;
  default: return fault::input_malformed;
  }
}

described<std::string> made_document(const export_arguments& a, const report::report& r) {
  std::signal(SIGPIPE, SIG_IGN); // a program that fails need not hear all we say
  documents::maker maker(
      {.folder = std::filesystem::temp_directory_path(), .templates = a.templates});
  interruption by_signal([&] { maker.stop(); }); // the programs, and the texts they work on
  auto made = maker.make(*documents::find_kind(a.format), r, a.ideas);
  by_signal.end();
  if (made.has_value()) return std::move(*made);
  return described_fault{fault_of(made.error().what), made.error().words};
}

// The one export that is no report: the chain itself, of which every edition is the same.
constexpr const char* journal_name = "journal.jsonl";

described<std::string> written_journal(const export_arguments& a, const std::string& code,
                                       const std::string& title) {
  std::string out;
  const auto done =
      store::read_journal(a.data, code, title, [&](std::string_view line) { out += line; });
  if (done.has_error()) return done.error();
  return out;
}

described<std::string> written_report(const export_arguments& a) {
  auto code = a.session.empty() ? only_session(a.data) : described<std::string>(a.session);
  if (code.has_error()) return code.error();
  const auto stored = store::read_session(a.data, *code);
  if (stored.has_error()) return stored.error();
  const auto replayed = session::replay(*code, stored->rows);
  const auto cannot_be_replayed = [&] {
    return described_fault{fault::storage_corrupt, "Session " + *code +
                                                       " cannot be replayed: run viche verify " +
                                                       a.data + " to see the damaged record."};
  };
  if (replayed.has_error()) return cannot_be_replayed();
  const auto& state = replayed->state;
  auto shown = session::head_to_show(*stored, state);
  if (shown.has_error()) return cannot_be_replayed();
  if (a.format == journal_name) return written_journal(a, *code, state.set.title.value);
  const auto names = authors_in(a, stored->record.id);
  if (names.has_error()) return names.error();
  const auto r =
      report::make_report(state, facts_of(a, *stored, state, std::move(shown->hash)), *names);
  const auto* format = report::find_format(a.format);
  if (format == nullptr) return made_document(a, r);
  auto written = format->write(r);
  if (!written.empty()) return written;
  return described_fault{fault::file_unwritable, "There is no room for this format: it is put "
                                                 "together in memory and in /dev/shm or TMPDIR."};
}

described<void> put(const std::string& out, const std::string& report) {
  if (out != "-") return write_file(out, report);
  const bool is_out = std::fwrite(report.data(), 1, report.size(), stdout) == report.size() &&
                      std::fflush(stdout) == 0;
  if (is_out) return {};
  return described_fault{fault::file_unwritable, "The report could not be written to the output."};
}

exit_code export_report(const export_arguments& a) {
  const auto report = written_report(a);
  if (report.has_error()) return complain(report.error());
  const auto done = put(a.out, *report);
  return done.has_error() ? complain(done.error()) : exit_code::ok;
}

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const auto& f : report::formats) {
    names.emplace_back(f.name);
  }
  for (const auto& k : documents::kinds) {
    names.emplace_back(k.name);
  }
  names.emplace_back(journal_name);
  return names;
}

void add_document_options(CLI::App& command, export_arguments& a) {
  command
      .add_option("--templates", a.templates,
                  "a folder with the council's own report.docx or project_card.docx")
      ->envname("VICHE_TEMPLATES")
      ->check(CLI::ExistingDirectory);
  command
      .add_option("--ideas", a.ideas,
                  "numbers of proposals for cards.docx and cards.zip, as 4,3,8; the first places "
                  "by default")
      ->delimiter(',');
}

} // namespace

void add_export(CLI::App& app, exit_code& code) {
  auto* command = app.add_subcommand("export", "writes the report of a session");
  const auto a = std::make_shared<export_arguments>();
  add_data_option(*command, a->data, "the data file; a server may be writing it");
  command->add_option("--session", a->session,
                      "six digits; may be left out when the file holds one session");
  command
      ->add_option("--format", a->format,
                   "csv is for open data, excel.csv for a spreadsheet,\n"
                   "journal.jsonl for whoever checks the log")
      ->check(CLI::IsMember(format_names()))
      ->capture_default_str();
  command->add_option("--out", a->out, "a file, replaced as a whole; - is the standard output")
      ->capture_default_str();
  command
      ->add_option(
          "--edition", a->edition,
          "public: no votes before the first place was revealed; working: for facilitators")
      ->check(CLI::IsMember({"public", "working"}))
      ->capture_default_str();
  command->add_option("--language", a->language, "of headings; the session's first by default")
      ->check(CLI::IsMember({"uk", "en"}));
  command->add_flag("--authors", a->with_authors,
                    "names of those who signed and consented, where the session asks for names");
  add_document_options(*command, *a);
  command->footer(
      "Exit codes: 0 written; 2 wrong arguments, a broken template or no such\n"
      "session; 3 the data file cannot be read or is damaged, or the output cannot be\n"
      "made on this machine or written; 5 not a data file of Viche, or of a newer one.\n"
      "After any but 0 the old output is untouched, and so after Ctrl-C (130) while a\n"
      "document is made.");
  command->callback([a, &code] { code = export_report(*a); });
}

} // namespace viche::commands
