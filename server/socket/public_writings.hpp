// Reports that anybody may read, once they are published: each is written once for all who ask, and
// what was written last is kept, so that many readers cost one writing. Touched by the one thread
// of the server only.
#pragma once

#include "model/ids.hpp"

#include <boost/asio/steady_timer.hpp>

#include <cstdint>
#include <list>
#include <map>
#include <memory>
#include <string>

namespace viche::socket {

// As of the state at `seq`, begun at this moment of the steady clock.
struct public_writing {
  std::string bytes;
  std::string etag;
  std::string file; // what it is called; empty: nothing
  model::seq_t seq = 0;
  std::int64_t begun_ms = 0;
};
using public_writing_ptr = std::shared_ptr<const public_writing>;

// One that is being made just now; whoever wants the same waits for it.
struct writing_under_way {
  explicit writing_under_way(const boost::asio::any_io_executor& on)
      : done(on, boost::asio::steady_timer::time_point::max()) {}
  boost::asio::steady_timer done; // cancelled when it is over
  bool is_over = false;
  public_writing_ptr made; // nullptr: it could not be
};

class public_writings {
public:
  public_writings(std::size_t count_max, std::size_t bytes_max, std::int64_t period_ms)
      : count_max_(count_max), bytes_max_(bytes_max), period_ms_(period_ms) {}

  // nullptr: none is kept that shows this seq, or was begun within the period before `now_ms`.
  public_writing_ptr find(const std::string& name, model::seq_t seq, std::int64_t now_ms);
  // Whether what somebody else waited for will do as well.
  bool is_fresh(const public_writing& w, model::seq_t seq, std::int64_t now_ms) const {
    return w.seq >= seq || now_ms - w.begun_ms < period_ms_;
  }
  // Of this session none stays that was written before `seq`: what was taken back or blackened then
  // stands in them.
  void forget(const std::string& code, model::seq_t seq);
  // Takes the place of an older one of this name; those nobody asked for longest make room. One
  // that alone is over the bound is not kept.
  void keep(const std::string& name, public_writing_ptr w);

  std::size_t count() const { return kept_.size(); }
  std::size_t bytes() const { return bytes_; }

  std::map<std::string, std::shared_ptr<writing_under_way>> under_way; // by name

private:
  using named = std::pair<std::string, public_writing_ptr>;
  void drop(std::list<named>::iterator at);

  std::size_t count_max_;
  std::size_t bytes_max_;
  std::int64_t period_ms_;
  std::size_t bytes_ = 0;
  std::list<named> kept_; // asked for last at the front; few enough to be looked through
};

} // namespace viche::socket
