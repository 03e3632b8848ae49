// Makes documents: a template filled by python3-docxtpl, its charts drawn by librsvg, and that file
// turned into ODT or PDF by LibreOffice. These are other people's programs that read residents'
// texts and a council's file, so they run as bounded children without network, in a folder that is
// removed behind them.
#pragma once

#include "documents/kinds.hpp"
#include "documents/problem.hpp"
#include "documents/workshop.hpp"
#include "limits.hpp"
#include "report/report.hpp"

#include <boost/json/object.hpp>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace viche::documents {

// Bounds of limits.hpp that a test makes small, to see them bite.
struct bounds {
  std::size_t template_bytes_max = limits::template_bytes_max;
  std::size_t template_entries_max = limits::template_entries_max;
  std::size_t template_unpacked_bytes_max = limits::template_unpacked_bytes_max;
  std::size_t document_bytes_max = limits::document_bytes_max;
  std::size_t cards_together_max = limits::cards_made_max;
  std::int64_t fill_ms = limits::document_fill_ms;
  std::int64_t convert_ms = limits::document_convert_ms;
  std::uint64_t fill_memory_bytes_max = limits::document_fill_memory_bytes_max;
  std::uint64_t convert_memory_bytes_max = limits::document_convert_memory_bytes_max;
};

struct setup {
  std::filesystem::path folder; // for what is being made
  std::filesystem::path templates; // a council's own; empty: the shipped ones
  std::filesystem::path python = "/usr/bin/python3"; // Debian's, whose packages we name
  std::filesystem::path office = "/usr/bin/soffice";
  std::filesystem::path rsvg = "/usr/bin/rsvg-convert";
  struct bounds bounds{};
};

class maker {
public:
  explicit maker(setup s) : setup_(std::move(s)) {}

  // Blocks until it is made. `numbers`: of the cards; empty: those of the first places.
  made<std::string> make(const kind& what, const report::report& r,
                         const std::vector<std::uint32_t>& numbers = {});

  // The Debian packages this kind still wants on this machine. Blocks for a moment.
  std::vector<std::string> missing(const kind& what);
  bool is_network_cut();
  void stop() { workshop_.stop(); }

  struct setup& settings() { return setup_; }

private:
  made<boost::json::object> context_of(const kind& what, const report::report& r,
                                       std::vector<std::uint32_t> numbers) const;
  made<void> fill(const kind& what, const work_folder& in, boost::json::object context,
                  model::language l);
  made<void> convert(const kind& what, const work_folder& in, model::language l);
  bool has_docxtpl();

  struct setup setup_;
  workshop workshop_;
  bool has_docxtpl_ = false; // once it was seen
};

} // namespace viche::documents
