// Read from the data file beside the writer, on the thread of long work: no op waits for it.
#include "socket/proof_routes.hpp"

#include "session/proof.hpp"
#include "socket/answers.hpp"
#include "socket/person_routes.hpp"
#include "socket/results_routes.hpp"
#include "socket/staff_routes.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <optional>
#include <utility>

namespace viche::socket {
namespace {

namespace asio = boost::asio;

using model::refusal;

constexpr std::string_view journal_type = "application/jsonl";

asio::awaitable<std::string> journal_for_staff(std::filesystem::path file, std::string code,
                                               std::string title) {
  co_return session::journal_text(file, code, title);
}

std::string journal_name(const std::string& code) {
  return "viche-" + code + ".journal.jsonl";
}

// One reading of a long log for a whole hall that is told to look now.
public_work journal_for_all(const session::session& s) {
  return {"journal.jsonl", journal_type,
          [file = s.data_file(), code = s.code()](const model::state& state,
                                                  const report::report_facts&) {
            return session::journal_text(file, code, state.set.title.value);
          },
          [code = s.code()](const model::state&, const report::report_facts&) {
            return journal_name(code);
          }};
}

asio::awaitable<described<std::string>> receipts_of(std::filesystem::path file, std::string code,
                                                    std::vector<model::seq_t> seqs) {
  co_return session::receipts_text(file, code, seqs);
}

} // namespace

asio::awaitable<answer> session_journal(doors& d, session::session& s, const request& r) {
  const auto is = co_await shown_now(d, s);
  if (!is) co_return refuse(refusal::storage_unavailable);
  if (is->is_published) {
    auto journal = journal_for_all(s);
    co_return co_await tell_all(d, s, r, std::move(journal), *is);
  }
  const auto by = co_await facilitator_of(s, r);
  if (by.has_error()) co_return refuse_staff(by.error());
  auto text = co_await asio::co_spawn(
      d.workers, journal_for_staff(s.data_file(), s.code(), is->title), asio::use_awaitable);
  if (text.empty()) co_return refuse(refusal::storage_unavailable);
  auto a = json_answer(200, std::move(text));
  a.type = journal_type;
  name_file(a, journal_type, journal_name(s.code()));
  co_return a;
}

asio::awaitable<answer> own_receipts(doors& d, session::session& s, const request& r) {
  const auto slot = number_in_query(r, "slot", 0);
  const auto after = number_in_query(r, "after", 0);
  if (!slot || *slot >= limits::slots_max || !after) co_return refuse(refusal::request_malformed);
  const auto pass = pass_of(s, r);
  if (pass.empty()) co_return refuse(refusal::pass_missing);
  const auto is = s.identity_of_pass(pass, *slot);
  // Passes that anybody can invent reach no data file.
  const auto has_joined = co_await s.has_joined(pass);
  if (!has_joined) co_return refuse(refusal::storage_unavailable);
  if (!*has_joined) co_return refuse(refusal::not_joined);
  if (!d.rates.of(is.writer, false, d.bounds)->ops.take(steady_ms())) {
    co_return refuse(refusal::rate_limited);
  }
  auto seqs = co_await s.own_entries(is, *after);
  if (!seqs) co_return refuse(refusal::storage_unavailable);
  auto text = co_await asio::co_spawn(
      d.workers, receipts_of(s.data_file(), s.code(), std::move(*seqs)), asio::use_awaitable);
  if (text.has_error()) co_return refuse(refusal::storage_unavailable);
  co_return json_answer(200, std::move(*text));
}

} // namespace viche::socket
