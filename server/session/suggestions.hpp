// Similar ideas, found on a worker thread of its own, so that typing in the hall never delays an
// op. The worker owns the index of every session; corridors tell it what became visible and what
// did not, once that is durable, and pages ask it. Called from the thread of the sessions.
#pragma once

#include "similar/changes.hpp"
#include "similar/index.hpp"

#include <boost/asio/awaitable.hpp>

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace viche::session {

class suggestions {
public:
  using found = std::optional<std::vector<similar::match>>;

  explicit suggestions(std::size_t questions_max = limits::similar_questions_max);
  ~suggestions(); // what waits is left unanswered: its contexts end as well
  suggestions(const suggestions&) = delete;
  suggestions& operator=(const suggestions&) = delete;

  // One session's ideas. Whoever holds it keeps its index alive.
  struct topic;
  std::shared_ptr<topic> open();

  // The text of an idea that was hidden or redacted is gone from here with the next change.
  void tell(const std::shared_ptr<topic>& about, similar::changes what);

  // Sees everything that was told before. nullopt, at once: too many are waiting already. The text
  // is forgotten with the answer.
  boost::asio::awaitable<found> ask(std::shared_ptr<topic> about, std::string text,
                                    std::size_t at_most = limits::similar_shown_max);

private:
  struct question {
    std::shared_ptr<topic> about;
    std::string text;
    std::size_t at_most = 0;
    std::function<void(found)> answer; // once, on any thread
  };

  void run();
  bool put(question& q); // false: full, and the question is still the caller's

  const std::size_t questions_max_;
  std::mutex guard_; // of what follows and of what topics were told; never held while searching
  std::deque<std::shared_ptr<topic>> told_; // topics with news, each once
  std::deque<question> questions_;
  bool is_stopping_ = false;
  std::condition_variable news_;
  std::thread thread_; // last: starts when everything is there
};

} // namespace viche::session
