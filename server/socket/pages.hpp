// The pages and their assets, built from web/ and embedded in the program: which file answers a
// path, in the encoding the browser takes. Pure.
#pragma once

#include "socket/embedded.hpp"
#include "socket/http.hpp"

#include <span>

namespace viche::socket {

// The file for this path of this request (`/`, `/s/482913/desk`, `/assets/…`), 304 if the browser
// holds it, 404 refusal for what is not there, 503 with a sentence if no page was built in.
answer page_answer(std::span<const embedded_file> files, const request& r);

} // namespace viche::socket
