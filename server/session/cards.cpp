// Voting cards as the doors that print and take them ask: hashes of secrets, and whose is whose.
#include "session/corridor.hpp"
#include "session/passes.hpp"

namespace viche::session {

namespace asio = boost::asio;

std::optional<model::card_codes> session::hash_of_card(std::string_view code,
                                                       std::string_view digits) const {
  const auto by_code = hash_of_card_code(corridor_->record.keys, code);
  const auto by_digits = hash_of_card_digits(corridor_->record.keys, digits);
  if (!by_code || !by_digits) return std::nullopt;
  return model::card_codes{*by_code, *by_digits};
}

asio::awaitable<std::optional<std::uint32_t>> session::cards_issued() {
  std::optional<std::uint32_t> count;
  co_await corridor_->ask(
      [&](const corridor& c) { count = static_cast<std::uint32_t>(c.state.cards.size()); });
  co_return count;
}

asio::awaitable<std::optional<std::uint32_t>> session::number_of_card(model::id128 code) {
  std::optional<std::uint32_t> number;
  co_await corridor_->ask([&](const corridor& c) { number = model::card_of_code(c.state, code); });
  co_return number;
}

asio::awaitable<std::uint32_t> session::card_of(model::identity of) {
  std::uint32_t card = 0;
  co_await corridor_->ask([&](const corridor& c) {
    const auto held =
        of.voter ? c.state.card_of_device.find(*of.voter) : c.state.card_of_device.end();
    if (held != c.state.card_of_device.end()) card = held->second;
  });
  co_return card;
}

void session::note_wrong_card() {
  corridor_->talk.note_wrong_card();
  corridor_->ring();
}

} // namespace viche::session
