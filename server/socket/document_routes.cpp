// From a moment of the session to a file, by way of the thread that makes documents.
#include "socket/document_routes.hpp"

#include "documents/files.hpp"
#include "report/writers.hpp"
#include "socket/answers.hpp"
#include "socket/name_routes.hpp"
#include "socket/staff_routes.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <charconv>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace viche::socket {
namespace {

namespace asio = boost::asio;
using documents::made;
using documents::problem;
using documents::problem_kind;
using model::refusal;

// ?ideas=4,3,8; browsers may write the comma as %2C. nullopt: no such list.
std::optional<std::vector<std::uint32_t>> numbers_asked(const request& r) {
  std::vector<std::uint32_t> out;
  std::string list(in_query(r, "ideas").value_or(""));
  for (auto at = list.find("%2C"); at != std::string::npos; at = list.find("%2C"))
    list.replace(at, 3, ",");
  const auto* from = list.data();
  const auto* end = list.data() + list.size();
  while (from != end) {
    std::uint32_t n = 0;
    const auto read = std::from_chars(from, end, n);
    if (read.ec != std::errc{} || (read.ptr != end && *read.ptr != ',')) return std::nullopt;
    out.push_back(n);
    from = read.ptr == end ? end : read.ptr + 1;
  }
  return out;
}

unsigned status_of(problem_kind what) {
  switch (what) {
  case problem_kind::document_queue_full:
  case problem_kind::document_late:
  case problem_kind::document_failed: return 503;
  case problem_kind::program_missing: return 501;
  case problem_kind::cards_unknown:
  case problem_kind::cards_many: return 400;
  default: return 409; // the template, or what the session holds, has to change first
  }
}

answer tell(const problem& p) {
  const boost::json::object body{{"problem", boost::describe::enum_to_string(p.what, "")},
                                 {"words", p.words}};
  return json_answer(status_of(p.what), boost::json::serialize(body));
}

boost::json::array list_of(const std::vector<std::string>& texts) {
  boost::json::array out;
  for (const auto& text : texts)
    out.push_back(boost::json::value(text));
  return out;
}

struct order {
  session::moment at;
  report::report_facts facts;
  report::author_names names;
  std::vector<std::uint32_t> numbers;
};

boost::asio::awaitable<made<std::string>> made_of(documents::maker& by, const documents::kind& what,
                                                  order o) {
  const auto r = report::make_report(*o.at.state, std::move(o.facts), o.names);
  o.at = {}; // the copy of the state is large, and what follows takes seconds
  co_return by.make(what, r, o.numbers);
}

// A place in the queue, given back however the making ends; whoever waits for it hears of that.
class place_in_queue {
public:
  place_in_queue(doors& d, std::string what)
      : q_(d.documents),
        what_(std::move(what)),
        order(std::make_shared<document_order>(d.executor)) {
    q_.orders[what_] = order;
  }
  ~place_in_queue() {
    q_.orders.erase(what_);
    order->is_over = true;
    order->done.cancel();
  }
  place_in_queue(const place_in_queue&) = delete;
  place_in_queue& operator=(const place_in_queue&) = delete;

private:
  document_queue& q_;
  std::string what_;

public:
  const std::shared_ptr<document_order> order;
};

// Two orders of the same name are for the same bytes, but for the minute that is printed in them.
std::string name_of(const order& o, const documents::kind& what) {
  const auto& f = o.facts;
  auto name = f.code + ' ' + std::string(what.name) + ' ' + std::to_string(o.at.state->seq) + ' ';
  name +=
      std::string(model::wire_name(f.edition)) + ' ' + std::string(model::wire_name(f.language));
  for (const auto n : o.numbers)
    name += ' ' + std::to_string(n);
  if (f.with_authors) name += " with";
  // They change without a seq: who took a name back in the meantime is not in the next document.
  for (const auto& [person, called] : o.names)
    name += '\n' + called;
  return name;
}

boost::json::array formats_told(documents::maker& by, model::language l) {
  boost::json::array out;
  for (const auto& f : report::formats) {
    out.push_back(boost::json::object{{"format", f.name}, {"is_ready", true}});
  }
  for (const auto& k : documents::kinds) {
    const auto packages = by.missing(k);
    boost::json::object line{{"format", k.name}, {"is_ready", packages.empty()}};
    if (!packages.empty()) {
      std::string all;
      for (const auto& p : packages)
        all += (all.empty() ? "" : " ") + p;
      line["packages"] = list_of(packages);
      line["words"] = documents::problem_of(problem_kind::program_missing, l, all).words;
    }
    out.push_back(std::move(line));
  }
  return out;
}

// What was found once is not looked for again; what was missing is, for it may be installed now.
boost::asio::awaitable<std::string> machine_told(documents::maker& by, documents::setup like,
                                                 model::language l) {
  by.settings() = std::move(like);
  boost::json::object body;
  body["formats"] = formats_told(by, l);
  body["is_network_cut"] = by.is_network_cut();
  body["own_templates"] = list_of(documents::own_templates(by.settings().templates));
  co_return boost::json::serialize(body);
}

// nullptr in it: the program ran out of something while it was made.
answer tell_document(const document_order& done, const documents::kind& what,
                     const std::string& code, model::language l) {
  if (!done.made) return tell(problem_of(problem_kind::document_failed, l));
  if (done.made->has_error()) return tell(done.made->error());
  auto a = json_answer(200, {});
  a.type = what.content_type;
  a.shared = {done.made, &**done.made};
  a.headers.emplace_back("Content-Disposition",
                         "attachment; filename=\"viche-" + code + std::string(what.ending) + '"');
  return a;
}

model::language first_language(const model::settings& set) {
  return set.languages.empty() ? model::language{} : set.languages.front();
}

} // namespace

boost::asio::awaitable<answer> session_document(doors& d, session::session& s, const request& r,
                                                const documents::kind& what) {
  const auto by = co_await facilitator_of(s, r);
  if (by.has_error()) co_return refuse_staff(by.error());
  auto numbers = numbers_asked(r);
  if (!numbers) co_return refuse(refusal::request_malformed);

  auto now = co_await s.moment_now();
  if (!now) co_return refuse(refusal::storage_unavailable);
  order o;
  o.facts.code = s.code();
  o.facts.head = now->head;
  o.facts.edition = asked(r, "edition", report::edition::working);
  o.facts.generated_at_ms = d.now();
  o.facts.language = asked(r, "language", first_language(now->state->set));
  o.facts.version = VICHE_VERSION;
  o.facts.with_authors = in_query(r, "authors") == "yes";
  if (o.facts.with_authors) {
    auto names = co_await authors_of(s);
    if (!names) co_return refuse(refusal::storage_unavailable);
    o.names = std::move(*names);
  }
  o.at = std::move(*now);
  o.numbers = std::move(*numbers);
  const auto l = o.facts.language;
  auto name = name_of(o, what);
  auto& q = d.documents;
  const auto same = q.orders.find(name);
  std::shared_ptr<document_order> done;
  if (same != q.orders.end()) {
    done = same->second;
    o = {};
    if (!done->is_over) co_await done->done.async_wait(asio::as_tuple(asio::use_awaitable));
  } else {
    if (q.orders.size() >= q.ordered_max) {
      co_return tell(problem_of(problem_kind::document_queue_full, l));
    }
    const place_in_queue kept(d, std::move(name));
    auto bytes = co_await asio::co_spawn(q.thread, made_of(q.maker, what, std::move(o)),
                                         asio::use_awaitable);
    kept.order->made = std::make_shared<const made<std::string>>(std::move(bytes));
    done = kept.order;
  }
  co_return tell_document(*done, what, s.code(), l);
}

boost::asio::awaitable<answer> session_formats(doors& d, session::session& s, const request& r) {
  const auto by = co_await facilitator_of(s, r);
  if (by.has_error()) co_return refuse_staff(by.error());
  const auto now = co_await s.moment_now();
  if (!now) co_return refuse(refusal::storage_unavailable);
  const auto l = asked(r, "language", first_language(now->state->set));
  auto& q = d.documents;
  auto body = co_await asio::co_spawn(q.looking, machine_told(q.looker, q.maker.settings(), l),
                                      asio::use_awaitable);
  co_return json_answer(200, std::move(body));
}

} // namespace viche::socket
