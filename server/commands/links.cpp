// Links, their file, and the QR code by libqrencode.
#include "commands/links.hpp"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <fcntl.h>
#include <qrencode.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <iterator>
#include <memory>
#include <system_error>

namespace viche::commands {
namespace {

std::string page_link(const std::string& url, const session_links& s, std::string_view page,
                      const std::string& secret) {
  return phone_link(url, s.code) + '/' + std::string(page) + '#' + secret;
}

// Of this machine the pages speak as localhost, and a browser keeps what it knows by that name: a
// session set up under another one would be strange to its own desk.
std::string called_localhost(const std::string& url) {
  return "http://localhost" + url.substr(url.rfind(':'));
}

// Of a role: how the terminal calls its page, and the page's path.
struct page_of_role {
  std::string_view called;
  std::string_view path;
};

page_of_role page_of(model::role as) {
  if (as == model::role::facilitator) return {"desk       ", "desk"};
  if (as == model::role::operator_) return {"operator   ", "operator"};
  return {"projector  ", "board"};
}

} // namespace

std::string phone_link(const std::string& url, const std::string& code) {
  return url + "/s/" + code;
}

std::string links_text(const session_links& s, const std::vector<std::string>& urls,
                       const std::string& kept_in) {
  std::string out = "Session " + s.code + " is ready.\n";
  for (const auto& url : urls) {
    out += "\n  phones     " + phone_link(url, s.code);
    out += "\n  desk       " + page_link(url, s, "desk", s.facilitator);
    out += "\n  operator   " + page_link(url, s, "operator", s.operator_);
    out += "\n  projector  " + page_link(url, s, "board", s.board) + '\n';
  }
  out += kept_in.empty()
             ? "\nThe links of desk, operator and projector are shown this once: keep them. "
             : "\nThe links are kept in " + kept_in + ". ";
  return out + "Whoever has the desk's link runs the session.\n";
}

std::string link_text(const std::string& code, model::role as, const std::string& secret,
                      const std::vector<std::string>& urls) {
  const auto page = page_of(as);
  std::string out = "A new link of session " + code + ", shown this once: keep it.\n";
  for (const auto& url : urls) {
    out.append("\n  ").append(page.called).append(phone_link(url, code));
    out.append("/").append(page.path).append("#").append(secret);
  }
  out += "\n\nThe links there were open the session as before: withdraw a lost one on the desk.\n";
  return as == model::role::facilitator ? out + "Whoever has the desk's link runs the session.\n"
                                        : out;
}

std::string setup_text(const std::vector<std::string>& urls, const std::string& host_key,
                       bool is_remote_setup_allowed) {
  std::string out;
  for (const auto& url : urls) {
    const bool is_own = url.starts_with("http://127.") || url.starts_with("http://[::1]");
    if (!is_own && !is_remote_setup_allowed) continue;
    out.append("\n  new session  ").append(is_own ? called_localhost(url) : url);
    out.append("/new#").append(host_key);
  }
  if (out.empty()) return out;
  return "\nA session is set up in a browser" +
         std::string(is_remote_setup_allowed ? ":" : " of this machine:") + out +
         "\n\nBehind the # is the host key: whoever has it makes sessions.\n";
}

std::string links_json(const session_links& s, const std::vector<std::string>& urls) {
  const auto& url = urls.front();
  boost::json::object o;
  o["code"] = s.code;
  o["url"] = url;
  o["phone"] = phone_link(url, s.code);
  o["desk"] = page_link(url, s, "desk", s.facilitator);
  o["operator"] = page_link(url, s, "operator", s.operator_);
  o["board"] = page_link(url, s, "board", s.board);
  return boost::json::serialize(o) + '\n';
}

std::optional<session_links> read_links(const std::filesystem::path& file) {
  std::ifstream in(file);
  const std::string text(std::istreambuf_iterator<char>(in), {});
  boost::system::error_code failed;
  const auto value = boost::json::parse(text, failed);
  if (failed || !value.is_object()) return std::nullopt;
  const auto field = [&](std::string_view name) -> std::string {
    const auto* found = value.get_object().if_contains(name);
    return found != nullptr && found->is_string() ? std::string(found->get_string()) : "";
  };
  const auto secret = [&](std::string_view page) -> std::string {
    const auto link = field(page);
    const auto at = link.find('#');
    return at == std::string::npos ? "" : link.substr(at + 1);
  };
  session_links s{field("code"), secret("desk"), secret("operator"), secret("board")};
  const bool is_whole = !s.code.empty() && !s.facilitator.empty() && !s.operator_.empty();
  return is_whole && !s.board.empty() ? std::optional(std::move(s)) : std::nullopt;
}

std::string qr_text(const std::string& link) {
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
      QRcode_encodeString8bit(link.c_str(), 0, QR_ECLEVEL_M), &QRcode_free);
  if (!code) return {};
  constexpr int quiet = 4; // modules of white around it, as the standard asks
  const auto is_black = [&](int x, int y) {
    const int w = code->width;
    return x >= 0 && y >= 0 && x < w && y < w && (code->data[y * w + x] & 1U) != 0;
  };
  std::string out;
  for (int y = -quiet; y < code->width + quiet; y += 2) {
    out += "\x1b[38;5;16;48;5;231m"; // black on white, of the palette that themes do not change
    for (int x = -quiet; x < code->width + quiet; ++x) {
      const bool upper = is_black(x, y);
      const bool lower = is_black(x, y + 1);
      out += upper ? (lower ? "█" : "▀") : (lower ? "▄" : " ");
    }
    out += "\x1b[0m\n";
  }
  return out;
}

described<void> write_secret_file(const std::filesystem::path& file, std::string_view text) {
  const int to = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  bool is_written = to >= 0 && ::fchmod(to, 0600) == 0;
  while (is_written && !text.empty()) {
    const auto count = ::write(to, text.data(), text.size());
    is_written = count > 0;
    if (is_written) text.remove_prefix(static_cast<std::size_t>(count));
  }
  const int why = errno;
  if (to >= 0) ::close(to);
  if (is_written) return {};
  return described_fault{fault::file_unwritable, file.string() + " cannot be written (" +
                                                     std::generic_category().message(why) +
                                                     "): choose a folder you may write to."};
}

} // namespace viche::commands
