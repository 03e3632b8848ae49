// The worker: news first, then questions, so that a question never misses what was told before it.
#include "session/suggestions.hpp"

#include <boost/asio/async_result.hpp>
#include <boost/asio/execution/outstanding_work.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/prefer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <utility>

namespace viche::session {

namespace asio = boost::asio;

struct suggestions::topic {
  similar::changes news; // guarded: not yet in the index
  similar::index index;  // the worker's
};

suggestions::suggestions(std::size_t questions_max)
    : questions_max_(questions_max), thread_([this] { run(); }) {}

suggestions::~suggestions() {
  {
    const std::scoped_lock lock(guard_);
    is_stopping_ = true;
  }
  news_.notify_one();
  thread_.join();
}

std::shared_ptr<suggestions::topic> suggestions::open() {
  return std::make_shared<topic>();
}

void suggestions::tell(const std::shared_ptr<topic>& about, similar::changes what) {
  if (what.empty()) return;
  {
    const std::scoped_lock lock(guard_);
    if (about->news.empty()) told_.push_back(about);
    for (auto& [idea, text] : what)
      about->news.insert_or_assign(idea, std::move(text));
  }
  news_.notify_one();
}

bool suggestions::put(question& q) {
  {
    const std::scoped_lock lock(guard_);
    if (questions_.size() >= questions_max_) return false;
    questions_.push_back(std::move(q));
  }
  news_.notify_one();
  return true;
}

asio::awaitable<suggestions::found> suggestions::ask(std::shared_ptr<topic> about, std::string text,
                                                     std::size_t at_most) {
  const auto executor = co_await asio::this_coro::executor;
  auto initiate = [&](auto handler) {
    // Tracked: the context does not run out of work while the worker holds the question.
    auto tracked = asio::prefer(executor, asio::execution::outstanding_work_t::tracked);
    auto resume = std::make_shared<decltype(handler)>(std::move(handler));
    question q{std::move(about), std::move(text), at_most, {}};
    q.answer = [tracked = std::move(tracked), resume = std::move(resume)](found f) mutable {
      asio::post(tracked, [resume = std::move(resume), f = std::move(f)]() mutable {
        (*resume)(std::move(f));
      });
    };
    if (!put(q)) q.answer(std::nullopt);
  };
  co_return co_await asio::async_initiate<const asio::use_awaitable_t<>, void(found)>(
      std::move(initiate), asio::use_awaitable);
}

void suggestions::run() {
  std::unique_lock lock(guard_);
  while (true) {
    news_.wait(lock, [this] { return is_stopping_ || !told_.empty() || !questions_.empty(); });
    if (is_stopping_) return;
    if (!told_.empty()) {
      const auto about = std::move(told_.front());
      told_.pop_front();
      auto news = std::exchange(about->news, {});
      lock.unlock();
      for (auto& [idea, text] : news) {
        if (text) {
          about->index.put(idea, std::move(*text));
        } else {
          about->index.drop(idea);
        }
      }
      lock.lock();
    } else {
      auto q = std::move(questions_.front());
      questions_.pop_front();
      lock.unlock();
      q.answer(q.about->index.alike_to(q.text, q.at_most));
      q = {};
      lock.lock();
    }
  }
}

} // namespace viche::session
