// Which entries are a person's own. Writer and voter meet here for the length of one answer to the
// bearer of the pass, who is both; nothing keeps it.
#include "session/corridor.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace viche::session {

namespace asio = boost::asio;

namespace {

// In order, behind `after`, as many as one answer holds.
std::vector<model::seq_t> places_of(const model::state& s, const std::set<model::id128>& actors,
                                    model::seq_t after) {
  std::vector<model::seq_t> out;
  for (const auto& actor : actors) {
    const auto own = s.entries_of.find(actor);
    if (own == s.entries_of.end()) continue;
    std::ranges::copy(std::ranges::upper_bound(own->second, after), own->second.end(),
                      std::back_inserter(out));
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
    std::set<model::id128> actors{of.writer};
    if (of.voter) actors.insert(*of.voter);
    // Of a card, at level 2.
    if (const auto voter = model::voter_of(c.state, of)) actors.insert(*voter);
    out = places_of(c.state, actors, after);
  });
  co_return out;
}

const std::filesystem::path& session::data_file() const {
  return corridor_->log.file();
}

} // namespace viche::session
