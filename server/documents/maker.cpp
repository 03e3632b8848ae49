// The steps: context, template, Word file, conversion.
#include "documents/maker.hpp"

#include "documents/files.hpp"
#include "report/document_context.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <spdlog/spdlog.h>

#include <algorithm>
#include <set>
#include <utility>

namespace viche::documents {
namespace {

namespace fs = std::filesystem;

constexpr const char* word_file = "report.docx";
constexpr std::size_t said_bytes_max = 64 * 1024; // of a program beside what it makes

std::string listed(const std::vector<std::uint32_t>& numbers) {
  std::string out;
  for (const auto n : numbers)
    out += (out.empty() ? "" : ", ") + std::to_string(n);
  return out;
}

// How Python or LibreOffice call the reason, up to the colon: behind it may be a resident's text.
std::string reason_in(const std::string& errors) {
  const auto end = errors.find_last_not_of('\n');
  if (end == std::string::npos) return "no reason given";
  const auto line = errors.rfind('\n', end);
  const auto from = line == std::string::npos ? 0 : line + 1;
  return errors.substr(from, std::min(errors.find(':', from), end + 1) - from);
}

// An operator finds the reason in the log; whoever asked learns how to go on.
problem failed(const char* program, const result<child::job_result>& ended, model::language l) {
  if (ended.has_error()) {
    const bool is_wanted = ended.error() == fault::stopping;
    if (!is_wanted) spdlog::error("{} was not started: {}", program, ended.error().message());
    return problem_of(problem_kind::document_failed, l, program);
  }
  if (ended->how == child::job_end::late) return problem_of(problem_kind::document_late, l);
  spdlog::error("{} ended with {}: {}", program, ended->status, reason_in(ended->errors));
  return problem_of(problem_kind::document_failed, l, program);
}

// Of charts; cards have none.
bool has_pictures(const kind& what) {
  return !what.is_of_cards && !what.has_drawings;
}

bool is_good(const result<child::job_result>& ended) {
  return ended.has_value() && ended->how == child::job_end::ended && ended->status == 0;
}

} // namespace

bool maker::is_network_cut() {
  const auto in = work_folder::make(setup_.folder);
  return in.has_value() && workshop_.is_network_cut(in->path());
}

bool maker::has_docxtpl() {
  if (has_docxtpl_) return true;
  const auto in = work_folder::make(setup_.folder);
  if (in.has_error()) return false;
  const auto asked =
      workshop_.run({.words = {setup_.python.string(), "-I", "-B", "-c", "import docxtpl"},
                     .input = {},
                     .folder = in->path(),
                     .deadline_ms = setup_.bounds.fill_ms,
                     .output_bytes_max = said_bytes_max});
  return has_docxtpl_ = is_good(asked);
}

std::vector<std::string> maker::missing(const kind& what) {
  std::vector<std::string> packages;
  if (!has_docxtpl()) packages.emplace_back("python3-docxtpl");
  std::error_code absent;
  if (has_pictures(what) && !fs::exists(setup_.rsvg, absent)) packages.emplace_back("librsvg2-bin");
  // The command may be there without the part that knows documents.
  const auto writer = fs::canonical(setup_.office, absent).parent_path() / "libswlo.so";
  if (!what.convert_to.empty() && (absent || !fs::exists(writer, absent))) {
    packages.emplace_back("libreoffice-writer-nogui");
  }
  return packages;
}

made<boost::json::object> maker::context_of(const kind& what, const report::report& r,
                                            std::vector<std::uint32_t> numbers) const {
  const auto l = r.facts.language;
  if (!what.is_of_cards) return report::document_context(r);
  if (numbers.empty()) numbers = report::first_numbers(r);
  if (numbers.empty()) return problem_of(problem_kind::cards_none, l);
  std::set<std::uint32_t> named;
  std::erase_if(numbers, [&](std::uint32_t n) { return !named.insert(n).second; });
  if (numbers.size() > setup_.bounds.cards_together_max) {
    return problem_of(problem_kind::cards_many, l,
                      std::to_string(setup_.bounds.cards_together_max));
  }
  const auto unknown = report::unknown_numbers(r, numbers);
  if (!unknown.empty()) return problem_of(problem_kind::cards_unknown, l, listed(unknown));
  return report::cards_context(r, numbers);
}

made<void> maker::fill(const kind& what, const work_folder& in, boost::json::object context,
                       model::language l) {
  const auto& b = setup_.bounds;
  const auto* stem = what.is_of_cards ? "project_card" : "report";
  const auto put =
      put_template(setup_.templates, stem, l, in.path() / "template.docx", b.template_bytes_max);
  if (!put.problem.empty()) {
    return problem_of(boost::json::object{{"problem", put.problem}}, l, put.name);
  }
  if (!put_scripts(in.path())) return problem_of(problem_kind::document_failed, l, "disk");
  const boost::json::object order{
      {"template", (in.path() / "template.docx").string()},
      {"out", (in.path() / word_file).string()},
      {"make", what.is_zip ? "zip" : "document"},
      {"is_converted", !what.convert_to.empty()},
      {"png_by", has_pictures(what) ? setup_.rsvg.string() : std::string()},
      {"bounds",
       boost::json::object{{"template_bytes_max", b.template_bytes_max},
                           {"template_entries_max", b.template_entries_max},
                           {"template_unpacked_bytes_max", b.template_unpacked_bytes_max}}},
      {"context", std::move(context)}};
  const child::confinement by{.memory_bytes_max = b.fill_memory_bytes_max,
                              .cpu_s_max = static_cast<std::uint64_t>(b.fill_ms / 1000 + 1),
                              .file_bytes_max = b.document_bytes_max,
                              .is_network_cut = workshop_.is_network_cut(in.path())};
  const auto ended = workshop_.run(
      {.words = child::confined(
           {setup_.python.string(), "-I", "-B", (in.path() / "render.py").string()}, by),
       .input = boost::json::serialize(order),
       .folder = in.path(),
       .deadline_ms = b.fill_ms,
       .output_bytes_max = said_bytes_max});
  if (!is_good(ended)) return failed("python3-docxtpl", ended, l);
  boost::system::error_code malformed;
  const auto said = boost::json::parse(ended->output, malformed);
  if (malformed || !said.is_object()) return failed("python3-docxtpl", ended, l);
  if (said.get_object().contains("problem")) return problem_of(said.get_object(), l, put.name);
  return {};
}

made<void> maker::convert(const kind& what, const work_folder& in, model::language l) {
  const auto& b = setup_.bounds;
  if (!put_profile(in.path())) return problem_of(problem_kind::document_failed, l, "disk");
  const child::confinement by{.memory_bytes_max = b.convert_memory_bytes_max,
                              .cpu_s_max = static_cast<std::uint64_t>(b.convert_ms / 1000 + 1),
                              .file_bytes_max = b.document_bytes_max,
                              .is_network_cut = workshop_.is_network_cut(in.path())};
  const auto ended = workshop_.run(
      {.words = child::confined({setup_.office.string(), "--headless", "--norestore",
                                 "--nolockcheck", "--nodefault", "--nofirststartwizard",
                                 "-env:UserInstallation=file://" + (in.path() / "profile").string(),
                                 "--convert-to", std::string(what.convert_to), "--outdir",
                                 in.path().string(), (in.path() / word_file).string()},
                                by),
       .input = {},
       .folder = in.path(),
       .deadline_ms = b.convert_ms,
       .output_bytes_max = said_bytes_max});
  // It ends with 0 also where it made nothing.
  const auto out = in.path() / ("report" + std::string(what.ending));
  if (!is_good(ended) || !fs::exists(out)) return failed("libreoffice", ended, l);
  return {};
}

made<std::string> maker::make(const kind& what, const report::report& r,
                              const std::vector<std::uint32_t>& numbers) {
  const auto l = r.facts.language;
  const auto packages = missing(what);
  if (!packages.empty()) {
    std::string all;
    for (const auto& p : packages)
      all += (all.empty() ? "" : " ") + p;
    return problem_of(problem_kind::program_missing, l, all);
  }
  auto context = context_of(what, r, numbers);
  if (context.has_error()) return context.error();
  const auto in = work_folder::make(setup_.folder);
  if (in.has_error()) return problem_of(problem_kind::document_failed, l, "disk");
  const auto filled = fill(what, *in, std::move(*context), l);
  if (filled.has_error()) return filled.error();
  if (!what.convert_to.empty()) {
    const auto converted = convert(what, *in, l);
    if (converted.has_error()) return converted.error();
  }
  const auto file =
      in->path() / (what.convert_to.empty() ? word_file : "report" + std::string(what.ending));
  auto bytes = read_whole(file, setup_.bounds.document_bytes_max);
  if (bytes.has_error()) return problem_of(problem_kind::document_large, l);
  return std::move(*bytes);
}

} // namespace viche::documents
