// Each of the words below replaces itself by what follows, so all is one process.
#include "child/confinement.hpp"

namespace viche::child {
namespace {

const std::vector<std::string> without_network{"/usr/bin/unshare", "--user", "--map-current-user",
                                               "--net", "--"};

void add(std::vector<std::string>& to, const std::vector<std::string>& words) {
  to.insert(to.end(), words.begin(), words.end());
}

} // namespace

std::vector<std::string> confined(const std::vector<std::string>& words, const confinement& by) {
  std::vector<std::string> out{"/usr/bin/prlimit",
                               "--as=" + std::to_string(by.memory_bytes_max),
                               "--cpu=" + std::to_string(by.cpu_s_max),
                               "--fsize=" + std::to_string(by.file_bytes_max),
                               "--core=0",
                               "--"};
  if (by.is_network_cut) add(out, without_network);
  // Behind unshare, which would undo it.
  add(out, {"/usr/bin/setpriv", "--pdeathsig", "KILL", "--", "/usr/bin/nice", "-n", "10", "--"});
  add(out, words);
  return out;
}

std::vector<std::string> network_question() {
  auto out = without_network;
  out.emplace_back("/bin/true");
  return out;
}

} // namespace viche::child
