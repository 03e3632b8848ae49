// The one place of this room where something is written outside memory of our own: libxlsxwriter
// 1.1.4 gives its answer to a file only. The file lies in memory, and so does what it needs
// between.
#include "report/workbook.hpp"

#include <xlsxwriter.h>

#include <mutex>
#include <sys/mman.h>
#include <unistd.h>

namespace viche::report {
namespace {

// The library tells the time of the file with gmtime, whose answer all threads share, and draws
// names of temporary files from one seed.
std::mutex& one_at_a_time() {
  static std::mutex m;
  return m;
}

std::string bytes_of(int file) {
  std::string out;
  const auto size = ::lseek(file, 0, SEEK_END);
  if (size <= 0) return out;
  out.resize(static_cast<std::size_t>(size));
  std::size_t have = 0;
  while (have < out.size()) {
    const auto n = ::pread(file, out.data() + have, out.size() - have, static_cast<off_t>(have));
    if (n <= 0) return {};
    have += static_cast<std::size_t>(n);
  }
  return out;
}

} // namespace

workbook::workbook(workbook_facts facts)
    : facts_(std::move(facts)), file_(::memfd_create("report", MFD_CLOEXEC)) {
  lxw_workbook_options options{};
  options.tmpdir = parts_in_.data();
  const auto path = "/proc/self/fd/" + std::to_string(file_);
  book_ = workbook_new_opt(path.c_str(), &options);
  formats_ = make_formats(book_);
  auto title = text_for_cell(facts_.title);
  auto community = text_for_cell(facts_.community);
  auto comments = text_for_cell(facts_.made_by);
  lxw_doc_properties said{};
  said.title = title.data();
  said.author = community.data();
  said.company = community.data();
  said.comments = comments.data();
  said.created = facts_.made_at / 1000;
  workbook_set_properties(book_, &said);
}

workbook::~workbook() {
  if (book_ != nullptr) lxw_workbook_free(book_);
  if (file_ != -1) ::close(file_);
}

sheet workbook::add_sheet(std::string_view name, std::vector<column> columns,
                          std::uint16_t frozen_columns) {
  return sheet(book_, formats_, name, std::move(columns), frozen_columns);
}

std::string workbook::take() {
  const std::scoped_lock alone(one_at_a_time());
  const auto done = workbook_close(std::exchange(book_, nullptr)); // which frees it, done or not
  return done == LXW_NO_ERROR ? bytes_of(file_) : std::string();
}

} // namespace viche::report
