// The words of the faults, and the end of the process for a result that was read without asking.
#include "fault.hpp"

#include <cstdio>
#include <cstdlib>

namespace viche {
namespace {

class category final : public boost::system::error_category {
  const char* name() const noexcept override { return "viche"; }

  std::string message(int code) const override {
    switch (static_cast<fault>(code)) {
    case fault::storage_unavailable: return "the data file cannot be written";
    case fault::storage_corrupt: return "the data file is damaged";
    case fault::batch_impossible: return "what was to be written contradicts the data file";
    case fault::file_not_ours: return "the file is not a data file of Viche";
    case fault::file_newer: return "the data file was written by a newer Viche";
    case fault::file_unwritable: return "the data file cannot be opened for writing";
    case fault::file_in_use: return "another process writes this data file";
    case fault::link_unknown: return "no link of the session has this secret";
    case fault::session_unknown: return "no session has this code";
    case fault::address_in_use: return "the address is in use";
    case fault::address_invalid: return "the address is not of the form ADDRESS:PORT";
    case fault::peer_unreachable: return "the server does not answer";
    case fault::peer_refused: return "the server refused";
    case fault::input_malformed: return "the input cannot be read";
    case fault::report_unknown: return "the file is not a report of Viche";
    case fault::report_of_other_format: return "the report is of another format";
    case fault::report_not_public: return "the report is not the public edition";
    case fault::report_malformed: return "the report cannot be read";
    case fault::report_contradictory: return "the report contradicts itself";
    case fault::report_too_large: return "the report is too large";
    case fault::stopping: return "the server is stopping";
    }
    return "unknown fault";
  }
};

} // namespace

const boost::system::error_category& fault_category() {
  static const category instance;
  return instance;
}

void throw_exception_from_error(const described_fault& f, const boost::source_location& where) {
  std::fprintf(stderr, "viche: bug: a fault was not handled at %s: %s\n", where.to_string().c_str(),
               f.words.c_str());
  std::abort();
}

} // namespace viche
