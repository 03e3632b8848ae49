// The files of this room that are no C++, embedded at build time by cmake/documents.cmake: the
// script that fills a template, and the templates that are used unless a council has its own.
#pragma once

#include <span>
#include <string_view>

namespace viche::documents {

struct shipped_file {
  std::string_view name; // without a folder
  std::string_view bytes;
};

extern const std::span<const shipped_file> shipped_files;

} // namespace viche::documents
