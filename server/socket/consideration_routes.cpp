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
#include <optional>
#include <utility>
#include <variant>

namespace viche::socket {
namespace {

namespace asio = boost::asio;
using consideration::table_refusal;
using model::refusal;
// What the reader said of the sheet, not yet understood, or why there is none.
using said_of_table = std::variant<std::string, table_refusal>;

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

// A fault is the laptop's, not the file's: it has no process to read it with.
asio::awaitable<result<said_of_table>> read_workbook(doors& d, std::string workbook) {
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
  if (said.has_error()) co_return said.error();
  const bool is_ended_by_us = said->how != child::job_end::ended || said->status >= 128;
  if (is_ended_by_us) co_return table_refusal::too_large;
  co_return std::move(said->output);
}

struct comparison {
  ops::decide_table op; // what is to be changed now; without lines: nothing
  unsigned status = 200;
  std::string json;
};

struct wish {
  bool is_to_apply = false;
  std::string as_of; // of the preview that is to be applied
  std::optional<model::language> language; // of what is told; else the session's first
};

// Only what was previewed. Where nothing is left to change there is nothing to be shown: a resend
// of what was applied finds it so.
bool is_applied(const consideration::preview& p, const wish& w) {
  if (!w.is_to_apply || !p.problems.empty()) return false;
  return p.op.lines.empty() || p.as_of == w.as_of;
}

unsigned status_of(const consideration::preview& p, const wish& w) {
  const bool is_read = p.problems.empty();
  if (!is_read && p.problems.front().what == consideration::wrong::package_missing) return 503;
  return w.is_to_apply && !is_applied(p, w) ? 409 : 200;
}

// On another thread, from the first cell to the last byte of the answer: a table of a city has some
// hundred thousand cells, and phones wait for the thread of the server.
asio::awaitable<comparison> compared(session::moment at, said_of_table said, wish w) {
  const auto* text = std::get_if<std::string>(&said);
  auto seen = text == nullptr
                  ? consideration::preview_of(std::get<table_refusal>(said), *at.state)
                  : consideration::preview_of(consideration::decode_table(*text), *at.state);
  const auto& languages = at.state->set.languages;
  const auto first = languages.empty() ? model::language::uk : languages.front();
  comparison out;
  const bool is_changed = is_applied(seen, w);
  out.status = status_of(seen, w);
  out.json = consideration::preview_json(seen, is_changed, w.language.value_or(first));
  if (is_changed) out.op = std::move(seen.op);
  co_return out;
}

// nullopt: the session is not there to be compared with.
asio::awaitable<std::optional<comparison>> compared_now(doors& d, session::session& s,
                                                        said_of_table said, wish w) {
  auto now = co_await s.moment_now();
  if (!now) co_return std::nullopt;
  co_return co_await asio::co_spawn(
      d.workers, compared(std::move(*now), std::move(said), std::move(w)), asio::use_awaitable);
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
  auto said = co_await read_workbook(*d, r.body);
  if (said.has_error()) co_return refuse(refusal::storage_unavailable);
  wish asked;
  asked.is_to_apply = in_query(r, "apply") == "yes";
  asked.as_of = in_query(r, "as_of").value_or("");
  asked.language = language_in_query(r);
  auto seen = co_await compared_now(*d, s, *said, asked);
  if (!seen) co_return refuse(refusal::storage_unavailable);
  if (!seen->op.lines.empty()) {
    const auto no = co_await s.act(*by, std::move(seen->op), op_id);
    if (no && no->why != refusal::decision_changed) co_return refuse(*no);
    if (no) { // another desk was quicker: what it decided is shown before it is overwritten
      asked.as_of.clear();
      seen = co_await compared_now(*d, s, std::move(*said), asked);
      if (!seen) co_return refuse(refusal::storage_unavailable);
    }
  }
  co_return json_answer(seen->status, std::move(seen->json));
}

answer table_too_large(const request& r) {
  const auto seen = consideration::preview_of(table_refusal::too_large, model::state{});
  return json_answer(413, consideration::preview_json(seen, false, language_wanted(r)));
}

} // namespace viche::socket
