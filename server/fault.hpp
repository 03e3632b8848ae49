// Faults: the world broke (disk, network, a foreign file). Returned as a value to whoever can act,
// with a sentence for the operator that says what to do. Refusals and bugs are other things.
#pragma once

#include <boost/system/error_code.hpp>
#include <boost/system/result.hpp>

#include <string>
#include <string_view>

namespace viche {

enum class fault {
  storage_unavailable = 1, // the disk refused; the outcome of the last write is unknown
  storage_corrupt,         // what was read is not what was written
  batch_impossible,        // what was to be written contradicts what is there: a bug of ours
  file_not_ours,           // a file, but not Viche's
  file_newer,              // written by a newer version
  file_unwritable,         // no permission, no directory, read-only
  file_in_use,             // another process holds the lock
  session_unknown,         // no session has this code
  link_unknown,            // no link of the session has this secret
  address_in_use,          // somebody listens there already
  address_invalid,         // not ADDRESS:PORT
  peer_unreachable,        // a running server or a URL does not answer
  peer_refused,            // it answered with a refusal
  input_malformed,         // a file or argument that cannot be read
  report_unknown,          // a file that is no report of Viche
  report_of_other_format,  // a report that this program does not read
  report_not_public,       // a working edition, where the published one is wanted
  report_malformed,        // something is missing in it, or is of another kind
  report_contradictory,    // its figures do not agree with one another
  report_too_large,        // larger than a session can be
  stopping,                // the server is ending
};

const boost::system::error_category& fault_category();

inline boost::system::error_code make_error_code(fault f) {
  return {static_cast<int>(f), fault_category()};
}

// A fault with the words for the person at the
// terminal: one sentence, what happened and what to do.
struct described_fault {
  fault what;
  std::string words;
};

template <class T>
using result = boost::system::result<T>;

// The same with words; for doors that a person reads (start-up, sub-commands).
template <class T>
using described = boost::system::result<T, described_fault>;

// Boost.System asks for this by ADL when value() is called on a result that holds a fault: a bug.
[[noreturn]] void throw_exception_from_error(const described_fault& f,
                                             const boost::source_location& where);

} // namespace viche

template <>
struct boost::system::is_error_code_enum<viche::fault> : std::true_type {};
