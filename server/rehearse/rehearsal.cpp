// The order of things. What is compared is in checks.cpp, what is played in play.cpp.
#include "rehearse/rehearsal.hpp"

#include "model/settings.hpp"
#include "rehearse/hall.hpp"
#include "rehearse/play.hpp"
#include "rehearse/progress.hpp"

#include <boost/describe.hpp>
#include <boost/json/array.hpp>
#include <boost/mp11/algorithm.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <optional>
#include <utility>

namespace viche::rehearse {
namespace {

namespace json = boost::json;

// Everybody has the last frame by then; it is waited for, not slept through.
constexpr std::int64_t settling_ms = 10'000;
constexpr std::array<const char*, 4> formats{"json", "csv", "excel.csv", "html"};

described_fault does_not_fit(const std::string& words) {
  return {fault::input_malformed, words + "; make a fresh session with `viche session new`"};
}

bool has_area(const json::object& session, const std::string& slug) {
  const auto* areas = session.if_contains("areas");
  if (areas == nullptr || !areas->is_array()) return false;
  return std::ranges::any_of(areas->get_array(), [&](const json::value& a) {
    return text_in(a.if_object(), "slug") == slug;
  });
}

// The fields of the op and no others: the record tells more than what a session is set up with.
json::object settings_in(const json::object& session) {
  using settings = boost::describe::describe_members<model::settings, boost::describe::mod_public>;
  json::object set;
  boost::mp11::mp_for_each<settings>([&](auto member) {
    if (const auto* value = session.if_contains(member.name)) set[member.name] = *value;
  });
  return set;
}

// A session nobody has used, with the areas of the scenario. Tables are added where they are
// missing: that harms nobody in a fresh session.
described_void make_ready(hall& h, const scenario& s) {
  const auto& held = h.desk().held();
  const auto* session = held.find("session");
  if (session == nullptr) return does_not_fit("the desk was shown no session");
  if (text_in(held.find("phase"), "phase") != "lobby" ||
      number_in(held.find("totals"), "submitted") != 0) {
    return does_not_fit("the session " + h.links().code + " is in use already");
  }
  std::uint32_t tables = 0;
  for (const auto& row : s.rows) {
    tables = std::max(tables, row.table);
    for (const auto& slug : row.areas) {
      if (!has_area(*session, slug)) return does_not_fit("the session has no area " + slug);
    }
  }
  if (number_in(session, "tables") >= tables) return {};
  auto configure = settings_in(*session);
  configure["kind"] = "configure_session";
  configure["tables"] = tables;
  if (auto done = h.tell(h.desk(), std::move(configure)); !done) return done.error();
  return {};
}

// A tablet goes round a table: the session must allow as many on one as the plan has.
described_void share_tablets(hall& h, const plan& p) {
  std::uint32_t people = 1;
  for (const auto& who : p.people)
    people = std::max(people, who.slot + 1);
  if (number_in(h.desk().held().find("session"), "people_per_phone") >= people) return {};
  auto done = h.tell(h.desk(), {{"kind", "share_phones"}, {"people", people}});
  if (!done) return done.error();
  return {};
}

// Every page but the desk's against what the desk's holds.
sentences compare_replicas(const hall& h) {
  const auto expected = seen_by_residents(h.desk().held().shared());
  sentences wrong;
  const auto add = [&](sentences more) { std::ranges::move(more, std::back_inserter(wrong)); };
  add(compare("the second desk", h.desk().held().shared(), h.second_desk().held().shared()));
  if (h.board() != nullptr) {
    const auto on_board = seen_by_board(h.desk().held().shared());
    add(compare("the board", on_board, h.board()->held().shared()));
  }
  for (const auto& [number, p] : h.people()) {
    add(compare("person " + std::to_string(number + 1), expected, p->held().shared()));
  }
  return wrong;
}

described_void fetch_reports(hall& h, const rehearsal_options& o, rehearsal_outcome& out) {
  for (const auto* format : formats) {
    const auto name = std::string("report.") + format;
    const auto answer = h.net().request({.method = "GET",
                                         .target = "/api/sessions/" + o.links.code + "/" + name,
                                         .body = {},
                                         .bearer = o.links.desk});
    if (!answer) return answer.error();
    if (answer->status != 200) {
      out.disagreements.push_back(name + ": HTTP " + std::to_string(answer->status));
      continue;
    }
    if (name == "report.json") {
      std::ranges::move(check_report(answer->body, out.expected),
                        std::back_inserter(out.disagreements));
    }
    if (o.report_dir.empty()) continue;
    const auto path = std::filesystem::path(o.report_dir) / name;
    std::error_code failed;
    std::filesystem::create_directories(o.report_dir, failed);
    std::ofstream file(path, std::ios::binary);
    file.write(answer->body.data(), static_cast<std::streamsize>(answer->body.size()));
    file.close();
    if (!file) {
      return described_fault{fault::file_unwritable, path.string() + " cannot be written"};
    }
  }
  return {};
}

void judge(const hall& h, rehearsal_outcome& out) {
  const auto say = [&](std::size_t count, const std::string& words) {
    if (count != 0) out.disagreements.push_back(std::to_string(count) + words);
  };
  out.lived = h.lived();
  for (const auto& r : out.lived.refused)
    out.disagreements.push_back("refused for good: " + r);
  say(out.lived.sent - out.lived.acked - out.lived.refused.size(), " ops were never answered");
  say(out.lived.gaps, " deltas came after a gap");
  say(out.lived.leaks, " ideas told residents or the board more than they may know");
  const auto* totals = h.desk().held().find("totals");
  out.votes = number_in(totals, "votes");
  out.ideas = number_in(totals, "submitted");
  out.first_ten = first_ten(h.desk().held().shared());
}

std::string shortened(const std::string& text) {
  constexpr std::size_t bytes_max = 100;
  auto line = text;
  std::ranges::replace(line, '\n', ' ');
  if (line.size() <= bytes_max) return line;
  auto end = bytes_max;
  while ((static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U)
    --end; // not within a character
  return line.substr(0, end) + "…";
}

} // namespace

described<rehearsal_outcome> rehearse(const rehearsal_options& o) {
  client net(o.where);
  hall h(net, o.links);
  progress line(o.progress_to);
  net.on_tick([&] { line.show(h); });
  if (o.is_over) net.give_up_when(o.is_over);

  if (auto done = h.let_staff_in(); !done) return done.error();
  if (auto done = make_ready(h, o.scenario); !done) return done.error();
  const auto per_person = number_in(h.desk().held().find("session"), "votes_per_person");
  const auto p = make_plan(o.scenario, {.participants = o.participants,
                                        .votes_per_person = static_cast<std::uint32_t>(per_person),
                                        .seed = o.seed,
                                        .votes_first = o.votes_first});
  if (!p) return p.error();
  if (auto done = share_tablets(h, *p); !done) return done.error();
  rehearsal_outcome out;
  out.expected = p->expected;

  play script(h, o.scenario, *p, o.speed, [&](std::string_view what) { line.say(what); });
  if (auto done = script.run(); !done) return done.error();

  const auto settled = net.run_until([&] { return compare_replicas(h).empty(); }, settling_ms);
  if (!settled) return settled.error();
  line.show(h);
  line.end();
  out.are_replicas_equal = *settled;
  out.disagreements = compare_replicas(h);
  std::ranges::copy(script.surprises(), std::back_inserter(out.disagreements));
  std::ranges::move(check_desk(h.desk().held().shared(), o.scenario, *p, script.idea_ids()),
                    std::back_inserter(out.disagreements));
  judge(h, out);
  if (auto done = fetch_reports(h, o, out); !done) return done.error();
  return out;
}

std::string summary_of(const rehearsal_outcome& o) {
  const auto acks = percentiles_of(o.lived.ack_times);
  std::array<char, 96> times{};
  std::snprintf(times.data(), times.size(), "p50 %.1f ms, p99 %.1f ms", acks.p50_ms, acks.p99_ms);
  std::string out;
  const auto line = [&](std::string_view what, const std::string& is) {
    out += std::string(what) + is + "\n";
  };
  line("ideas       ", std::to_string(o.ideas) + " submitted, " +
                           std::to_string(o.expected.submitted) + " expected");
  line("votes       ",
       std::to_string(o.votes) + " cast, " + std::to_string(o.expected.votes) + " expected");
  line("ops         ", std::to_string(o.lived.sent) + " sent, " + std::to_string(o.lived.acked) +
                           " acknowledged (" + times.data() + ")");
  line("refusals    ", std::to_string(o.lived.later) + " later, " +
                           std::to_string(o.lived.refused.size()) + " for good");
  line("reconnects  ", std::to_string(o.lived.reconnects));
  line("replicas    ", o.are_replicas_equal ? "equal" : "NOT equal");
  out += "\nplace  votes  №\n";
  for (const auto& r : o.first_ten) {
    std::array<char, 48> columns{};
    std::snprintf(columns.data(), columns.size(), "%5llu  %5llu  %-4llu ",
                  static_cast<unsigned long long>(r.place),
                  static_cast<unsigned long long>(r.votes),
                  static_cast<unsigned long long>(r.number));
    out += columns.data() + shortened(r.text) + "\n";
  }
  out += "\n";
  if (o.disagreements.empty()) return out + "Everything came out as expected.\n";
  out += "It did NOT come out as expected:\n";
  for (const auto& d : o.disagreements)
    out += "  - " + d + "\n";
  return out;
}

} // namespace viche::rehearse
