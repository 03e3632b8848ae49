// One line of base64url.
#include "commands/host_key.hpp"

#include "commands/links.hpp"
#include "session/passes.hpp"
#include "socket/secrets.hpp"

#include <fstream>

namespace viche::commands {

described<std::string> host_key(const std::filesystem::path& file) {
  std::string key;
  std::ifstream in(file);
  if (std::getline(in, key) && socket::is_token(key)) return key;
  if (std::filesystem::exists(file)) {
    return described_fault{fault::file_unwritable,
                           file.string() + " holds no host key, or may not be read: remove it, and "
                                           "a new key is made."};
  }
  key = session::random_secret(socket::token_bytes);
  auto written = write_secret_file(file, key + '\n');
  if (written.has_error()) return written.error();
  return key;
}

} // namespace viche::commands
