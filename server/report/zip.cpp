// libzip with a buffer where it would have a file. It can only fail for want of memory.
#include "report/zip.hpp"

#include "report/wording.hpp"

#include <zip.h>

#include <memory>
#include <new>

namespace viche::report {
namespace {

void must(bool is_done) {
  if (!is_done) throw std::bad_alloc();
}

// MS-DOS' day: years since 1980, month and day in 7, 4 and 5 bits.
zip_uint16_t dos_day(model::time_ms_t at) {
  const auto day = iso_date(at); // 2025-11-12
  const int year = std::stoi(day.substr(0, 4)) - 1980;
  const int month = std::stoi(day.substr(5, 2));
  return static_cast<zip_uint16_t>(year << 9 | month << 5 | std::stoi(day.substr(8, 2)));
}

// Noon is in no zone's hour that a clock leaves out, and libzip goes by the laptop's zone.
constexpr zip_uint16_t dos_noon = 12U << 11U;

void add(zip_t* to, const packed_file& file, zip_uint16_t day) {
  auto* bytes = zip_source_buffer(to, file.bytes.data(), file.bytes.size(), 0);
  must(bytes != nullptr);
  const auto at = zip_file_add(to, file.name.c_str(), bytes, ZIP_FL_ENC_UTF_8);
  must(at >= 0);
  const auto index = static_cast<zip_uint64_t>(at);
  must(zip_set_file_compression(to, index, ZIP_CM_DEFLATE, 6) == 0);
  must(zip_file_set_dostime(to, index, dos_noon, day, 0) == 0);
  // Readable by everybody, written by whoever unpacked it.
  must(zip_file_set_external_attributes(to, index, 0, ZIP_OPSYS_UNIX, 0100644U << 16U) == 0);
}

std::string read_all(zip_source_t* from) {
  must(zip_source_open(from) == 0);
  zip_stat_t size;
  zip_stat_init(&size);
  must(zip_source_stat(from, &size) == 0);
  std::string out(size.size, '\0');
  must(zip_source_read(from, out.data(), out.size()) == static_cast<zip_int64_t>(out.size()));
  zip_source_close(from);
  return out;
}

} // namespace

std::string zip_of(const std::vector<packed_file>& files, model::time_ms_t at) {
  const std::unique_ptr<zip_source_t, decltype(&zip_source_free)> out(
      zip_source_buffer_create(nullptr, 0, 0, nullptr), &zip_source_free);
  must(out != nullptr);
  zip_source_keep(out.get()); // the archive takes one, this function keeps one
  std::unique_ptr<zip_t, decltype(&zip_discard)> archive(
      zip_open_from_source(out.get(), ZIP_TRUNCATE, nullptr), &zip_discard);
  must(archive != nullptr);
  for (const auto& file : files)
    add(archive.get(), file, dos_day(at));
  must(zip_close(archive.get()) == 0);
  static_cast<void>(archive.release()); // closing it was its end
  return read_all(out.get());
}

} // namespace viche::report
