// The files of web/dist as they lie in the program; cmake/pages.cmake writes the table.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace viche::socket {

// One file of web/dist. `path` is as in its URL (/assets/main-1a2b.js, /phone.html) and ends in
// .gz or .br where it is a packed variant of another.
struct embedded_file {
  std::string_view path;
  const char* begin;
  const char* end;

  std::string_view bytes() const { return {begin, static_cast<std::size_t>(end - begin)}; }
};

// What CMake found in web/dist; sorted by path, empty if the web was not built.
extern const std::span<const embedded_file> embedded_files;

} // namespace viche::socket
