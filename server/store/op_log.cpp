// The door for coroutines: a job goes to the writer thread, its answer comes back to the executor
// of whoever waits.
#include "store/op_log.hpp"

#include "store/copier.hpp"
#include "store/kept_copies.hpp"
#include "store/writer.hpp"

#include <boost/asio/async_result.hpp>
#include <boost/asio/execution/outstanding_work.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/prefer.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace viche::store {
namespace {

namespace asio = boost::asio;

// `post_job` gets the answer to put into its job.
template <class Answer, class PostJob>
asio::awaitable<Answer> ask(PostJob post_job) {
  const auto executor = co_await asio::this_coro::executor;
  auto initiate = [&](auto handler) {
    // Tracked: the context does not run out of work while the writer thread holds the answer.
    auto tracked = asio::prefer(executor, asio::execution::outstanding_work_t::tracked);
    auto resume = std::make_shared<decltype(handler)>(std::move(handler));
    post_job([tracked = std::move(tracked), resume = std::move(resume)](Answer r) mutable {
      asio::post(tracked, [resume = std::move(resume), r = std::move(r)]() mutable {
        (*resume)(std::move(r));
      });
    });
  };
  co_return co_await asio::async_initiate<const asio::use_awaitable_t<>, void(Answer)>(
      std::move(initiate), asio::use_awaitable);
}

} // namespace

described<std::unique_ptr<op_log>> op_log::open(const op_log_options& options) {
  auto lock = file_lock::take(options.file);
  if (!lock) return lock.error();
  auto file = data_file::open_to_write(options.file, options.is_durable);
  if (!file) return file.error();
  return std::unique_ptr<op_log>(
      new op_log(std::make_unique<writer>(options, std::move(*lock), std::move(*file)), options));
}

op_log::op_log(std::unique_ptr<writer> w, const op_log_options& options)
    : writer_(std::move(w)), copier_(std::make_unique<copier>(*writer_, options)) {}

// The copier may be waiting for the writer, which answers it before it ends.
op_log::~op_log() {
  copier_->stop();
  writer_->stop();
}

asio::awaitable<result<bool>> op_log::create(model::session_record& record, model::log_row first) {
  return create(record, std::vector{std::move(first)});
}

asio::awaitable<result<bool>> op_log::create(model::session_record& record,
                                             std::vector<model::log_row> rows) {
  auto id = co_await ask<result<std::int64_t>>([&](answer<std::int64_t> done) {
    writer_->post(create_job{record, std::move(rows), std::move(done)});
  });
  // Spelled out: a bool could be made of an error_code as well.
  if (!id) co_return result<bool>(boost::system::in_place_error, id.error());
  if (*id != 0) record.id = *id;
  co_return *id != 0;
}

asio::awaitable<result<std::string>> op_log::append(std::int64_t session_id,
                                                    model::append_batch batch) {
  co_return co_await ask<result<std::string>>([&](answer<std::string> done) {
    writer_->post(append_job{session_id, std::move(batch), std::move(done)});
  });
}

asio::awaitable<result<stored_session>> op_log::load(std::string code) {
  co_return co_await ask<result<stored_session>>([&](answer<stored_session> done) {
    writer_->post(load_job{std::move(code), std::move(done)});
  });
}

asio::awaitable<result<name_outcome>> op_log::change_name(name_change change) {
  co_return co_await ask<result<name_outcome>>([&](answer<name_outcome> done) {
    writer_->post(name_job{std::move(change), std::move(done)});
  });
}

asio::awaitable<result<std::vector<signature>>> op_log::names(std::int64_t session_id,
                                                              std::optional<model::id128> of) {
  co_return co_await ask<result<std::vector<signature>>>([&](answer<std::vector<signature>> done) {
    writer_->post(names_job{session_id, of, std::move(done)});
  });
}

const std::filesystem::path& op_log::file() const {
  return writer_->file();
}

asio::awaitable<result<std::vector<std::string>>> op_log::codes() {
  co_return co_await ask<result<std::vector<std::string>>>(
      [&](answer<std::vector<std::string>> done) { writer_->post(codes_job{std::move(done)}); });
}

asio::awaitable<described<backup_facts>> op_log::backup(backup_order order) {
  co_return co_await ask<described<backup_facts>>(
      [&](auto done) { copier_->copy(std::move(order), std::move(done)); });
}

asio::awaitable<described<void>> op_log::thin_out(std::filesystem::path newest,
                                                  std::string beginning, std::size_t kept) {
  co_return co_await ask<described<void>>([&](std::function<void(described<void>)> done) {
    copier_->post([newest = std::move(newest), beginning = std::move(beginning), kept,
                   done = std::move(done)] { done(store::thin_out(newest, beginning, kept)); });
  });
}

std::uint64_t op_log::erasures() const {
  return writer_->erasures();
}

bool op_log::erasure_is_pending() const {
  return writer_->erasure_is_pending();
}

} // namespace viche::store
