// Documents on order: other programs make them, so they wait for one another on a thread of their
// own and never before an op.
#pragma once

#include "documents/maker.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>

#include <cstddef>
#include <map>
#include <memory>
#include <string>

namespace viche::socket {

// One that is waiting or being made. Whoever orders the same waits for it: a page that was loaded
// anew orders again, and nobody tells us that the first one left.
struct document_order {
  explicit document_order(const boost::asio::any_io_executor& on)
      : done(on, boost::asio::steady_timer::time_point::max()) {}
  boost::asio::steady_timer done; // cancelled when it is over
  bool is_over = false;
  std::shared_ptr<const documents::made<std::string>> made; // nullptr: it never came to an end
};

struct document_queue {
  document_queue() = default;
  document_queue(const document_queue&) = delete;
  document_queue& operator=(const document_queue&) = delete;
  void stop() {
    maker.stop();
    looker.stop();
  }
  void wait_for_threads() {
    stop();
    thread.join();
    looking.join();
  }

  documents::maker maker{documents::setup{}};
  std::size_t ordered_max = limits::document_queue_max;
  std::map<std::string, std::shared_ptr<document_order>> orders; // by what was ordered
  boost::asio::thread_pool thread{1};
  // What this machine can make is found out beside what is being made: a desk asks for it before
  // it orders anything.
  documents::maker looker{documents::setup{}};
  boost::asio::thread_pool looking{1};
};

} // namespace viche::socket
