// A preview is all or nothing, and so is what is applied.
#include "socket/consideration_routes.hpp"

#include "child/confinement.hpp"
#include "child/job.hpp"
#include "consideration/preview_json.hpp"
#include "socket/answers.hpp"
#include "socket/secrets.hpp"
#include "socket/staff_routes.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <filesystem>
#include <utility>
#include <variant>

namespace viche::socket {
namespace {

namespace asio = boost::asio;
using consideration::table_refusal;
using model::refusal;
using read_result = std::variant<consideration::edited_table, table_refusal>;

// A place among those that are read at once, given back however the reading ends.
class reading_place {
public:
  explicit reading_place(std::shared_ptr<doors> d) : doors_(std::move(d)) {
    ++doors_->tables_under_way;
  }
  reading_place(const reading_place&) = delete;
  reading_place& operator=(const reading_place&) = delete;
  ~reading_place() { --doors_->tables_under_way; }

private:
  std::shared_ptr<doors> doors_;
};

// Where the system lets nobody take the network away, the reader itself opens no socket.
asio::awaitable<bool> can_cut_network(doors& d) {
  if (!d.can_cut_network) {
    child::job trial;
    trial.words = child::network_question();
    trial.folder = "/";
    trial.deadline_ms = limits::table_ms;
    const auto said = co_await child::run(std::move(trial));
    d.can_cut_network = said && said->how == child::job_end::ended && said->status == 0;
  }
  co_return *d.can_cut_network;
}

asio::awaitable<read_result> read_workbook(doors& d, std::string workbook) {
  if (!std::filesystem::exists(d.python)) co_return table_refusal::package_missing;
  // -I: nothing of its environment or folder counts as a module.
  std::vector<std::string> words{d.python, "-I", "-B", "-c",
                                 std::string(consideration::read_table_script)};
  for (auto& word : consideration::read_table_arguments())
    words.push_back(std::move(word));
  child::confinement bounds;
  bounds.memory_bytes_max = limits::table_memory_bytes_max;
  bounds.cpu_s_max = limits::table_ms / 1000;
  bounds.is_network_cut = co_await can_cut_network(d);
  child::job reading;
  reading.words = child::confined(words, bounds);
  reading.input = std::move(workbook);
  reading.folder = "/";
  reading.deadline_ms = d.bounds.table_ms;
  reading.output_bytes_max = limits::table_said_bytes_max;
  auto said = co_await child::run(std::move(reading));
  if (!said) co_return table_refusal::unreadable;
  const bool is_ended_by_us = said->how != child::job_end::ended || said->status >= 128;
  if (is_ended_by_us) co_return table_refusal::too_large;
  co_return consideration::decode_table(said->output);
}

asio::awaitable<consideration::preview> compared(session::moment at, read_result read) {
  co_return consideration::preview_of(read, *at.state);
}

unsigned status_of(const consideration::preview& p, bool is_asked_to_apply) {
  if (p.problems.empty()) return 200;
  if (p.problems.front().what == consideration::wrong::package_missing) return 503;
  return is_asked_to_apply ? 409 : 200;
}

} // namespace

asio::awaitable<answer> decide_by_table(std::shared_ptr<doors> d, session::session& s,
                                        const request& r) {
  const auto by = co_await facilitator_of(s, r);
  if (by.has_error()) co_return refuse_staff(by.error());
  const std::string op_id(in_query(r, "op_id").value_or(""));
  if (!op_id.empty() && !is_op_id(op_id)) {
    co_return refuse(model::refused{refusal::op_id_malformed, "op_id"});
  }
  if (d->tables_under_way >= d->bounds.tables_together_max) co_return refuse(refusal::rate_limited);
  const reading_place one_of_few(d);
  auto read = co_await read_workbook(*d, r.body);
  auto now = co_await s.moment_now();
  if (!now) co_return refuse(refusal::storage_unavailable);
  const auto& languages = now->state->set.languages;
  const auto l =
      language_in_query(r).value_or(languages.empty() ? model::language::uk : languages.front());
  auto seen = co_await asio::co_spawn(d->workers, compared(std::move(*now), std::move(read)),
                                      asio::use_awaitable);
  const bool is_asked_to_apply = in_query(r, "apply") == "yes";
  const bool is_applied = is_asked_to_apply && seen.problems.empty();
  if (is_applied && !seen.op.lines.empty()) {
    const auto no = co_await s.act(*by, std::move(seen.op), op_id);
    if (no) co_return refuse(*no);
  }
  co_return json_answer(status_of(seen, is_asked_to_apply),
                        consideration::preview_json(seen, is_applied, l));
}

} // namespace viche::socket
