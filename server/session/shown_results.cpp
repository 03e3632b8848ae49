// Whether everybody may read the results of a session, and as of when.
#include "session/corridor.hpp"

namespace viche::session {

namespace asio = boost::asio;

asio::awaitable<std::optional<shown_results>> session::shown_results_now() {
  std::optional<shown_results> is;
  co_await corridor_->ask([&](const corridor& c) {
    const auto& set = c.state.set;
    const auto first = set.languages.empty() ? model::language{} : set.languages.front();
    is = shown_results{c.state.publication.is_published, c.state.seq, first, set.title.value,
                       c.state.taken_back};
  });
  co_return is;
}

} // namespace viche::session
