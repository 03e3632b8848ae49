// Rebuilt in memory first, and reported of again.
#include "session/import.hpp"

#include "authorise/authorise.hpp"
#include "decode/report_file.hpp"
#include "decode/row.hpp"
#include "fold/fold.hpp"
#include "report/json.hpp"
#include "report/report.hpp"
#include "session/passes.hpp"

#include <boost/json/parse.hpp>

#include <optional>
#include <set>

namespace viche::session {
namespace {

namespace json = boost::json;

constexpr model::actor host{model::role::host, {}};

// Ids are those of the log: what opens the session is its first entry, import_session its second.
std::vector<ops::any_op> ops_of(const decode::report_file& file) {
  std::vector<ops::any_op> out{file.session};
  const auto next = [&] { return model::seq_t{out.size()} + 2; };
  for (const auto& p : file.proposals) {
    const auto main = next();
    out.emplace_back(p.main);
    for (auto m : p.merged) {
      m.into = main;
      out.emplace_back(std::move(m));
    }
  }
  return out;
}

// What the first refused op says; the state otherwise.
described<model::state> rebuilt(const decode::report_file& file,
                                const std::vector<ops::any_op>& after) {
  model::state state;
  state.code = file.own.code.value;
  model::touched touched;
  const auto add = [&](const ops::any_op& op) {
    auto no = authorise::authorise(state, host, op);
    if (!no) fold::fold(state, {{state.seq + 1, 0, host}, {}, op}, touched);
    return no;
  };
  ops::open_session first;
  static_cast<model::settings&>(first) = file.set;
  auto no = add(first);
  for (auto op = after.begin(); !no && op != after.end(); ++op)
    no = add(*op);
  if (!no) return state;
  std::string words = "The report cannot be taken over: " + std::string(model::name_of(no->why));
  if (no->field != nullptr) words += " (" + std::string(no->field) + ')';
  return described_fault{fault::report_malformed, words + ". Export it anew."};
}

json::value told_again(const decode::report_file& file, const model::state& state) {
  const auto& own = file.own;
  report::report_facts facts;
  facts.code = own.code.value;
  facts.head = own.head.value;
  facts.generated_at_ms = static_cast<model::time_ms_t>(own.reported_at);
  facts.language = file.language;
  facts.version = own.version.value;
  return json::parse(report::write_json(report::make_report(state, std::move(facts))));
}

// Sentences of this program, what only the rebuilt session says, and names, which are left out.
bool is_left_out(std::string_view key) {
  static const std::set<std::string_view> keys{"caveats", "imported", "authors_shown", "author"};
  return keys.contains(key);
}

bool is_same_scalar(const json::value& a, const json::value& b) {
  if (a.is_number() && b.is_number()) return a.to_number<double>() == b.to_number<double>();
  return a == b;
}

// Where the two differ first; nullopt: nowhere.
std::optional<std::string> difference(const json::value& said, const json::value& again,
                                      const std::string& path) {
  if (said.is_object() && again.is_object()) {
    const auto at = [&](const auto& key) {
      return path.empty() ? std::string(key) : path + '.' + std::string(key);
    };
    for (const auto& [key, value] : again.get_object()) {
      if (is_left_out(key)) continue;
      const auto* mine = said.get_object().if_contains(key);
      if (mine == nullptr) return at(key);
      if (auto where = difference(*mine, value, at(key))) return where;
    }
    for (const auto& [key, value] : said.get_object()) {
      if (!is_left_out(key) && !again.get_object().contains(key)) return at(key);
    }
    return std::nullopt;
  }
  if (said.is_array() && again.is_array()) {
    const auto& a = said.get_array();
    const auto& b = again.get_array();
    for (std::size_t i = 0; i < a.size() && i < b.size(); ++i) {
      auto where = difference(a[i], b[i], path + '[' + std::to_string(i) + ']');
      if (where) return where;
    }
    return a.size() == b.size() ? std::nullopt : std::optional(path);
  }
  return is_same_scalar(said, again) ? std::nullopt : std::optional(path);
}

} // namespace

described<prepared_import> prepare_import(std::string_view text, model::time_ms_t now) {
  auto file = decode::decode_report(text);
  if (file.has_error()) return file.error();
  auto after = ops_of(*file);
  const auto state = rebuilt(*file, after);
  if (state.has_error()) return state.error();
  if (const auto where = difference(file->whole, told_again(*file, *state), {})) {
    return described_fault{fault::report_contradictory,
                           "The report contradicts itself: " + *where +
                               " does not follow from the rest of it."};
  }
  prepared_import out{std::move(file->set), now, {}, file->proposals.size(), file->has_authors};
  for (auto& op : after) {
    const model::place at{out.rows.size() + 2, now, host};
    auto id = random_secret(limits::op_id_bytes_min);
    out.rows.push_back(decode::encode_row({at, std::move(id), std::move(op)}));
  }
  return out;
}

} // namespace viche::session
