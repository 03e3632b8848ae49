// Answers in their common forms: JSON, a refusal with its status, a cookie.
#pragma once

#include "fault.hpp"
#include "model/refusal.hpp"
#include "model/wire_name.hpp"
#include "model/words.hpp"
#include "socket/http.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace viche::socket {

answer json_answer(unsigned status, std::string body);

// The status that fits the refusal.
answer refuse(const model::refused& why);
answer refuse(model::refusal why);
// For what has a status of its own: 404 and 405 of paths, 413, 431.
answer refuse(model::refusal why, unsigned status);

// A fault that a request ran into: the session is unknown, or the disk refuses.
answer refuse(const boost::system::error_code& why);

// The cookie's value, empty if it is absent.
std::string_view cookie_of(const request& r, std::string_view name);

// HttpOnly, SameSite=Strict, for the whole server; Secure if the page came over TLS (of a reverse
// proxy). Kept for a month: phones end their browsers at will, and a session has two days at most.
void set_cookie(answer& a, const request& r, std::string_view name, std::string_view value);

// viche_pass_482913 and the like.
std::string cookie_name(std::string_view what, std::string_view code);

// The number of this name in the query; `otherwise` if the name is absent; nullopt: it is none.
std::optional<std::uint32_t> number_in_query(const request& r, std::string_view name,
                                             std::optional<std::uint32_t> otherwise);

// The value of this name in the query, not decoded; nullopt: it is absent.
std::optional<std::string_view> in_query(const request& r, std::string_view name);

// The described value of this name in the query; `otherwise` if there is none, or no such value.
template <class Enum>
Enum asked(const request& r, std::string_view name, Enum otherwise) {
  return model::from_wire_name<Enum>(in_query(r, name).value_or("")).value_or(otherwise);
}

// ?language=, if it is one we write.
std::optional<model::language> language_in_query(const request& r);

// The same, or else what the browser likes best of ours; Ukrainian where it does not say.
model::language language_wanted(const request& r);

// FNV-1a, 64 bits: tells one version of something from another, no more.
std::string etag_of(std::string_view bytes);

// Origin, where it was sent, names the same host as Host.
bool is_same_origin(const request& r);

// The token of `Authorization: Bearer TOKEN`, else empty.
std::string_view bearer_of(const request& r);

} // namespace viche::socket
