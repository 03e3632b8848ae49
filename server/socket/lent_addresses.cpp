// The question to the kernel, which answers at once, and the reading of its answer.
#include "socket/lent_addresses.hpp"

#include <arpa/inet.h>
#include <linux/if_addr.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <array>
#include <cstddef>
#include <cstring>
#include <vector>

namespace viche::socket {
namespace {

class open_socket {
public:
  open_socket() : fd_(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE)) {}
  open_socket(const open_socket&) = delete;
  open_socket& operator=(const open_socket&) = delete;
  ~open_socket() {
    if (fd_ >= 0) ::close(fd_);
  }
  int fd() const { return fd_; }

private:
  int fd_;
};

// False: shorter than what should be there.
template <class T>
bool read_at(std::span<const char> bytes, std::size_t at, T& into) {
  if (at > bytes.size() || bytes.size() - at < sizeof(T)) return false;
  std::memcpy(&into, bytes.data() + at, sizeof(T));
  return true;
}

constexpr std::size_t aligned(std::size_t length) {
  return (length + 3U) & ~std::size_t{3};
}

// The payload of one RTM_NEWADDR.
void read_address(std::span<const char> bytes, std::set<std::string>& into) {
  ifaddrmsg about{};
  if (!read_at(bytes, 0, about)) return;
  std::uint32_t flags = about.ifa_flags;
  std::string address;
  rtattr one{};
  for (auto at = aligned(sizeof about); read_at(bytes, at, one) && one.rta_len >= sizeof one;
       at += aligned(one.rta_len)) {
    const auto value = bytes.subspan(at + sizeof one);
    if (one.rta_type == IFA_FLAGS) read_at(value, 0, flags);
    // On a line between two machines IFA_ADDRESS is the other one's, and IFA_LOCAL is ours.
    const bool is_ours =
        one.rta_type == IFA_LOCAL || (one.rta_type == IFA_ADDRESS && address.empty());
    if (!is_ours) continue;
    std::array<char, INET6_ADDRSTRLEN> text{};
    const std::size_t length = about.ifa_family == AF_INET ? sizeof(in_addr) : sizeof(in6_addr);
    if (value.size() < length) return;
    ::inet_ntop(about.ifa_family, value.data(), text.data(), text.size());
    address = text.data();
  }
  if (!address.empty() && (flags & IFA_F_PERMANENT) == 0) into.insert(address);
}

bool ask(int fd) {
  struct {
    nlmsghdr head;
    ifaddrmsg about;
  } question{};
  question.head.nlmsg_len = sizeof question;
  question.head.nlmsg_type = RTM_GETADDR;
  question.head.nlmsg_flags = NLM_F_REQUEST | NLM_F_DUMP;
  const timeval patience{.tv_sec = 1, .tv_usec = 0};
  ::setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  return ::send(fd, &question, sizeof question, 0) == sizeof question;
}

} // namespace

lent_answer read_lent(std::span<const char> answer, std::set<std::string>& into) {
  nlmsghdr head{};
  for (std::size_t at = 0; read_at(answer, at, head) && head.nlmsg_len >= sizeof head &&
                           head.nlmsg_len <= answer.size() - at;
       at += aligned(head.nlmsg_len)) {
    if (head.nlmsg_type == NLMSG_DONE) return lent_answer::last;
    if (head.nlmsg_type == NLMSG_ERROR) return lent_answer::refused;
    if (head.nlmsg_type != RTM_NEWADDR) continue;
    read_address(answer.subspan(at + sizeof head, head.nlmsg_len - sizeof head), into);
  }
  return lent_answer::more;
}

std::optional<std::set<std::string>> lent_addresses() {
  const open_socket kernel;
  if (kernel.fd() < 0 || !ask(kernel.fd())) return std::nullopt;
  std::set<std::string> lent;
  std::vector<char> answer(std::size_t{64} * 1024);
  for (auto told = lent_answer::more; told != lent_answer::last;) {
    const auto count = ::recv(kernel.fd(), answer.data(), answer.size(), 0);
    if (count <= 0) return std::nullopt;
    told = read_lent({answer.data(), static_cast<std::size_t>(count)}, lent);
    if (told == lent_answer::refused) return std::nullopt;
  }
  return lent;
}

} // namespace viche::socket
