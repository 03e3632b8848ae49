// The same two doors that HTTP uses, decode and the directory, with refusals put in words.
#include "commands/new_session.hpp"

#include "decode/message.hpp"

namespace viche::commands {
namespace {

described_fault in_words(const model::refused& no) {
  return refused_settings(model::name_of(no.why), no.field == nullptr ? "" : no.field, no.limit);
}

} // namespace

boost::asio::awaitable<described<session_links>> make_session(session::directory& sessions,
                                                              std::string settings_json) {
  auto set = decode::decode_settings(settings_json);
  if (const auto* no = std::get_if<model::refused>(&set)) co_return in_words(*no);
  const auto made = co_await sessions.create(std::get<model::settings>(std::move(set)));
  if (made.has_error()) {
    co_return described_fault{fault::storage_unavailable, "The session could not be stored (" +
                                                              made.error().message() +
                                                              "): is the disk full?"};
  }
  const auto& [refused, links] = made.value();
  if (refused) co_return in_words(*refused);
  co_return session_links{links.code, links.facilitator, links.operator_, links.board};
}

} // namespace viche::commands
