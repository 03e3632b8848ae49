// Which entries are a person's own. Writer and voter meet here for the length of one answer to the
// bearer of the pass, who is both; nothing keeps it.
#include "session/corridor.hpp"

#include <algorithm>

namespace viche::session {

namespace asio = boost::asio;

namespace {

// In order, behind `after`, as many as one answer holds.
std::vector<model::seq_t> places_of(const model::state& s, const std::vector<std::string>& actors,
                                    model::seq_t after) {
  std::vector<model::seq_t> out;
  for (const auto& [key, seq] : s.answered) {
    if (seq <= after) continue;
    const bool is_own =
        std::ranges::any_of(actors, [&key = key](const auto& by) { return key.starts_with(by); });
    if (is_own) out.push_back(seq);
  }
  std::ranges::sort(out);
  if (out.size() > limits::receipts_together_max) out.resize(limits::receipts_together_max);
  return out;
}

} // namespace

asio::awaitable<std::optional<std::vector<model::seq_t>>> session::own_entries(model::identity of,
                                                                               model::seq_t after) {
  std::optional<std::vector<model::seq_t>> out;
  co_await corridor_->ask([&](const corridor& c) {
    std::vector<std::string> actors{model::answered_key({of.as, of.writer}, {})};
    if (of.voter) actors.push_back(model::answered_key({of.as, *of.voter}, {}));
    const auto voter = model::voter_of(c.state, of); // of a card, at level 2
    if (voter && voter != of.voter) actors.push_back(model::answered_key({of.as, *voter}, {}));
    out = places_of(c.state, actors, after);
  });
  co_return out;
}

const std::filesystem::path& session::data_file() const {
  return corridor_->log.file();
}

} // namespace viche::session
