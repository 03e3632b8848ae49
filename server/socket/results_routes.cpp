// Whether it is published is asked first and costs nothing; the report is written on another
// thread, once for all who want it.
#include "socket/results_routes.hpp"

#include "model/wire_name.hpp"
#include "report/feed.hpp"
#include "report/results_page.hpp"
#include "session/passes.hpp"
#include "socket/answers.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <utility>

namespace viche::socket {
namespace {

namespace asio = boost::asio;
using model::refusal;

struct writing {
  std::string bytes; // empty: this machine had no room to write it
  std::string etag;
  std::string file;
};

// On another thread, the fingerprint of some megabytes too.
asio::awaitable<writing> written(session::moment at, report::report_facts facts, public_work what) {
  writing out;
  if (what.file) out.file = what.file(*at.state, facts);
  out.bytes = what.write(*at.state, std::move(facts));
  out.etag = etag_of(out.bytes);
  co_return out;
}

// nullptr also where the results were withdrawn since they were asked for.
asio::awaitable<public_writing_ptr> write_now(doors& d, session::session& s,
                                              const public_work& what, model::language l) {
  auto now = co_await s.moment_now();
  if (!now || !now->state->publication.is_published) co_return nullptr;
  auto made = std::make_shared<public_writing>();
  made->begun_ms = steady_ms();
  made->seq = now->state->seq;
  report::report_facts facts;
  facts.code = s.code();
  facts.head = now->head;
  facts.edition = report::edition::public_;
  facts.generated_at_ms = d.now();
  facts.language = l;
  facts.version = VICHE_VERSION;
  facts.seed = session::random_seed();
  facts.is_served = what.type.starts_with("text/html");
  auto done = co_await asio::co_spawn(d.workers, written(std::move(*now), std::move(facts), what),
                                      asio::use_awaitable);
  if (done.bytes.empty()) co_return nullptr;
  made->bytes = std::move(done.bytes);
  made->etag = std::move(done.etag);
  made->file = std::move(done.file);
  co_return made;
}

// Whoever waits for what we make hears of its end, however it ends.
struct our_turn {
  our_turn(doors& d, std::string of)
      : name(std::move(of)),
        all(d.public_writings),
        under_way(std::make_shared<writing_under_way>(d.executor)) {
    all.under_way[name] = under_way;
  }
  our_turn(const our_turn&) = delete;
  our_turn& operator=(const our_turn&) = delete;
  ~our_turn() {
    all.under_way.erase(name);
    under_way->is_over = true;
    under_way->done.cancel();
  }

  std::string name;
  class public_writings& all;
  std::shared_ptr<writing_under_way> under_way;
};

// nullptr: the session cannot say what it holds.
asio::awaitable<public_writing_ptr> written_for_all(doors& d, session::session& s,
                                                    const public_work& what, model::language l,
                                                    const session::shown_results& is) {
  const auto seq = is.seq;
  auto name = s.code() + ' ' + std::string(model::wire_name(l)) + ' ';
  name += what.name;
  auto& all = d.public_writings;
  const auto asked_at = steady_ms();
  while (true) {
    all.forget(s.code(), is.taken_back); // what was under way when it was taken back, too
    if (auto kept = all.find(name, seq, asked_at)) co_return kept;
    const auto other = all.under_way.find(name);
    if (other == all.under_way.end()) break;
    const auto waited_for = other->second;
    if (!waited_for->is_over) {
      co_await waited_for->done.async_wait(asio::as_tuple(asio::use_awaitable));
    }
    if (!waited_for->made) co_return nullptr;
    const bool is_whole = waited_for->made->seq >= is.taken_back;
    if (is_whole && all.is_fresh(*waited_for->made, seq, asked_at)) co_return waited_for->made;
  }
  const our_turn ours(d, name);
  ours.under_way->made = co_await write_now(d, s, what, l);
  if (ours.under_way->made) all.keep(name, ours.under_way->made);
  co_return ours.under_way->made;
}

answer page(unsigned status, std::string text) {
  answer a;
  a.status = status;
  a.type = "text/html; charset=utf-8";
  a.text = std::move(text);
  a.headers.emplace_back("Cache-Control", "no-store");
  a.headers.emplace_back("Content-Security-Policy", report::html_security_policy());
  return a;
}

auto of_report(std::string (*write)(const report::report&)) {
  return [write](const model::state& s, report::report_facts facts) {
    return write(report::make_report(s, std::move(facts)));
  };
}

public_work work_of(const report::format& as) {
  return {as.name, as.content_type, of_report(as.write),
          [&as](const model::state& s, const report::report_facts& facts) {
            return report::file_name(as, facts, s.details);
          }};
}

} // namespace

asio::awaitable<std::optional<session::shown_results>> shown_now(doors& d, session::session& s) {
  auto is = co_await s.shown_results_now();
  if (is) d.public_writings.forget(s.code(), is->taken_back);
  co_return is;
}

void name_file(answer& a, std::string_view type, const std::string& file) {
  const bool is_page = type.starts_with("text/html");
  if (is_page) a.headers.emplace_back("Content-Security-Policy", report::html_security_policy());
  a.headers.emplace_back("Content-Disposition", std::string(is_page ? "inline" : "attachment") +
                                                    "; filename=\"" + file + '"');
}

asio::awaitable<answer> tell_all(doors& d, session::session& s, const request& r, public_work what,
                                 const session::shown_results& is) {
  const auto l = language_in_query(r).value_or(is.language);
  const auto made = co_await written_for_all(d, s, what, l, is);
  if (!made) {
    const auto still = co_await s.shown_results_now();
    const bool is_withdrawn = still && !still->is_published;
    co_return refuse(is_withdrawn ? refusal::link_unknown : refusal::storage_unavailable);
  }
  answer a;
  a.type = what.type;
  a.headers.emplace_back("Cache-Control", "no-cache"); // it may be withdrawn
  a.headers.emplace_back("ETag", made->etag);
  if (!made->file.empty()) name_file(a, what.type, made->file);
  if (r.header("if-none-match") == made->etag) {
    a.status = 304;
  } else {
    a.shared = {made, &made->bytes};
  }
  co_return a;
}

asio::awaitable<answer> public_report(doors& d, session::session& s, const request& r,
                                      const report::format& as) {
  const auto is = co_await shown_now(d, s);
  if (!is) co_return refuse(refusal::storage_unavailable);
  if (!is->is_published) co_return refuse(refusal::link_unknown);
  auto what = work_of(as);
  co_return co_await tell_all(d, s, r, std::move(what), *is);
}

asio::awaitable<answer> results(doors& d, session::session& s, const request& r,
                                std::string_view door) {
  const auto is = co_await shown_now(d, s);
  if (!is) co_return refuse(refusal::storage_unavailable);
  if (door == "/feed.atom") {
    if (!is->is_published) co_return refuse(refusal::not_allowed);
    public_work feed{"feed.atom", report::feed_content_type, of_report(report::write_feed), {}};
    co_return co_await tell_all(d, s, r, std::move(feed), *is);
  }
  if (!is->is_published) {
    co_return page(200, report::unpublished_page(s.code(), is->title, language_wanted(r)));
  }
  auto page_of_all = work_of(*report::find_format("html"));
  co_return co_await tell_all(d, s, r, std::move(page_of_all), *is);
}

answer unknown_results(const request& r) {
  return page(404, report::unknown_page(language_wanted(r)));
}

} // namespace viche::socket
