// From a moment of the session to a file, by way of the thread that makes documents.
#include "socket/document_routes.hpp"

#include "documents/files.hpp"
#include "model/wire_name.hpp"
#include "report/writers.hpp"
#include "socket/answers.hpp"
#include "socket/name_routes.hpp"
#include "socket/staff_routes.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <charconv>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace viche::socket {
namespace {

using documents::made;
using documents::problem;
using documents::problem_kind;
using model::refusal;

template <class Enum>
Enum asked(const request& r, std::string_view name, Enum otherwise) {
  return model::from_wire_name<Enum>(in_query(r, name).value_or("")).value_or(otherwise);
}

// ?ideas=4,3,8; browsers may write the comma as %2C. nullopt: no such list.
std::optional<std::vector<std::uint32_t>> numbers_asked(const request& r) {
  std::vector<std::uint32_t> out;
  std::string list(in_query(r, "ideas").value_or(""));
  for (auto at = list.find("%2C"); at != list.npos; at = list.find("%2C"))
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

// A place in the queue, given back however the making ends.
class place_in_queue {
public:
  explicit place_in_queue(document_queue& q) : q_(q) { ++q_.ordered; }
  ~place_in_queue() { --q_.ordered; }
  place_in_queue(const place_in_queue&) = delete;
  place_in_queue& operator=(const place_in_queue&) = delete;

private:
  document_queue& q_;
};

boost::asio::awaitable<boost::json::array> formats_told(documents::maker& by, model::language l) {
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
  co_return out;
}

boost::asio::awaitable<bool> network_told(documents::maker& by) {
  co_return by.is_network_cut();
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
  if (d.documents.ordered >= d.documents.ordered_max) {
    co_return tell(problem_of(problem_kind::document_queue_full, o.facts.language));
  }
  const place_in_queue kept(d.documents);
  auto bytes = co_await boost::asio::co_spawn(d.documents.thread,
                                              made_of(d.documents.maker, what, std::move(o)),
                                              boost::asio::use_awaitable);
  if (bytes.has_error()) co_return tell(bytes.error());
  auto a = json_answer(200, std::move(*bytes));
  a.type = what.content_type;
  a.headers.emplace_back("Content-Disposition", "attachment; filename=\"viche-" + s.code() +
                                                    std::string(what.ending) + '"');
  co_return a;
}

boost::asio::awaitable<answer> session_formats(doors& d, session::session& s, const request& r) {
  const auto by = co_await facilitator_of(s, r);
  if (by.has_error()) co_return refuse_staff(by.error());
  const auto now = co_await s.moment_now();
  if (!now) co_return refuse(refusal::storage_unavailable);
  const auto l = asked(r, "language", first_language(now->state->set));
  if (d.documents.ordered >= d.documents.ordered_max) {
    co_return tell(problem_of(problem_kind::document_queue_full, l));
  }
  const place_in_queue kept(d.documents); // behind what is being made
  auto& maker = d.documents.maker;
  boost::json::object body;
  body["formats"] = co_await boost::asio::co_spawn(d.documents.thread, formats_told(maker, l),
                                                   boost::asio::use_awaitable);
  body["is_network_cut"] = co_await boost::asio::co_spawn(d.documents.thread, network_told(maker),
                                                          boost::asio::use_awaitable);
  body["own_templates"] = list_of(documents::own_templates(maker.settings().templates));
  co_return json_answer(200, boost::json::serialize(body));
}

} // namespace viche::socket
