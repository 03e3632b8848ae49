// What `viche backup` and the server say to one another on FILE.sock, as lines of JSON. A copy
// takes its time: while it is made the server says so again and again, and the answer is the last
// line.
#pragma once

#include "fault.hpp"
#include "session/directory.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace viche::socket {

// {"command":"backup","to":PATH,"replaces":BOOL}
std::string backup_line(const store::backup_order& order);
// nullopt: not such a line, or `to` is no whole path (a relative one would be the server's).
std::optional<store::backup_order> backup_order_in(std::string_view line);

// {"copied":PERCENT}
std::string progress_line(int percent);
// nullopt: not such a line, so it is the answer.
std::optional<int> progress_in(std::string_view line);

// {"to":PATH,"bytes":N,"sessions":[{"code":CODE,"entries":N,"head":HEX},…]}
std::string backup_answer(const std::filesystem::path& to, const store::backup_facts& facts);
// {"fault":NAME,"words":SENTENCE}
std::string backup_refusal(const described_fault& why);
// The fault in a line that is a refusal; what is none of ours is peer_refused.
std::optional<described_fault> refusal_in(std::string_view line);

} // namespace viche::socket
