// What a session's data file holds for those who check it: the public journal, and a person's own
// entries with what opens their commitments. Read beside the writer, on a thread of long work: no
// op waits for it. docs/protocol.md has the shapes, docs/file-format.md the formulas.
#pragma once

#include "fault.hpp"
#include "model/ids.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace viche::session {

// The journal of docs/file-format.md. Empty where the file could not be read.
std::string journal_text(const std::filesystem::path& file, const std::string& code,
                         const std::string& title);

// The answer of GET …/receipts, of these entries.
described<std::string> receipts_text(const std::filesystem::path& file, const std::string& code,
                                     const std::vector<model::seq_t>& seqs);

} // namespace viche::session
