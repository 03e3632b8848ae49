// A pass as a person writes it down, and what they type back. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace viche::socket {

// K7QF-2M9X-TR4H for a pass of ours. A pass that another client chose is its own recovery code.
std::string recovery_of(std::string_view pass);

// The pass that was meant: small letters, spaces and dashes, I and L for 1, O for 0, and Cyrillic
// letters of the same look, which a Ukrainian keyboard gives. nullopt: it cannot be a pass.
// The link secret that somebody typed from the recovery sheet; nullopt: it has not that form.
std::optional<std::string> link_of_recovery(std::string_view typed);

std::optional<std::string> pass_of_recovery(std::string_view typed);

} // namespace viche::socket
