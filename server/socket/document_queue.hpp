// Documents on order: other programs make them, so they wait for one another on a thread of their
// own and never before an op.
#pragma once

#include "documents/maker.hpp"

#include <boost/asio/thread_pool.hpp>

#include <cstddef>

namespace viche::socket {

struct document_queue {
  document_queue() = default;
  ~document_queue() { maker.stop(); } // before the thread is waited for
  document_queue(const document_queue&) = delete;
  document_queue& operator=(const document_queue&) = delete;

  documents::maker maker{documents::setup{}};
  std::size_t ordered_max = limits::document_queue_max;
  std::size_t ordered = 0; // the one being made counts
  boost::asio::thread_pool thread{1};
};

} // namespace viche::socket
