// One copy from order to answer.
#include "store/copier.hpp"

#include "store/copy_file.hpp"
#include "store/writer.hpp"

#include <boost/asio/post.hpp>

#include <future>

namespace viche::store {

copier::copier(writer& from, const op_log_options& options)
    : from_(from), file_(options.file), patience_ms_(options.backup_ms) {}

copier::~copier() {
  thread_.join();
}

void copier::copy(backup_order order, std::function<void(described<backup_facts>)> done) {
  post([this, order = std::move(order), done = std::move(done)] { done(make(order)); });
}

void copier::post(std::function<void()> work) {
  boost::asio::post(thread_, std::move(work));
}

described<backup_facts> copier::make(const backup_order& order) {
  if (is_stopping_) return copy_ended(fault::stopping, order.to.string() + ".part");
  auto copy = copy_file::make(file_, order);
  if (!copy) return copy.error();
  std::promise<described<void>> copied;
  from_.post(copy_job{copy->part(), order.percent, patience_ms_,
                      [&](described<void> outcome) { copied.set_value(std::move(outcome)); }});
  const auto outcome = copied.get_future().get();
  if (!outcome) return outcome.error();
  return copy->finish();
}

} // namespace viche::store
