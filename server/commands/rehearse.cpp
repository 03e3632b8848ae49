// viche rehearse: plays a scenario against a running server, through its doors like everybody.
#include "commands/commands.hpp"

#include "limits.hpp"
#include "rehearse/rehearsal.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>
#include <utility>

namespace viche::commands {
namespace {

struct rehearse_arguments {
  std::string url = "http://127.0.0.1:8080";
  std::string session;
  std::string links_file;
  std::string scenario_file;
  std::string report_dir;
  std::uint32_t participants = 40;
  std::uint64_t seed = 1;
  double speed = 60;
  bool votes_first = false;
  bool is_quiet = false;
};

described<std::string> read_file(const std::string& path, std::size_t bytes_max) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    return described_fault{fault::input_malformed, path + " cannot be read; is the path right?"};
  }
  std::string text;
  for (std::istreambuf_iterator<char> at(file), end; at != end && text.size() <= bytes_max; ++at) {
    text.push_back(*at);
  }
  return text;
}

template <class Read>
auto read_as(const std::string& path, Read read) -> decltype(read(std::string_view())) {
  const auto text = read_file(path, limits::scenario_bytes_max);
  if (!text) return text.error();
  auto value = read(std::string_view(*text));
  if (!value) return described_fault{value.error().what, path + ", " + value.error().words};
  return value;
}

described<rehearse::rehearsal_options> options_of(const rehearse_arguments& a) {
  rehearse::rehearsal_options o;
  auto where = rehearse::parse_url(a.url);
  if (!where) return where.error();
  o.where = std::move(*where);
  auto links = read_as(a.links_file, rehearse::read_links);
  if (!links) return links.error();
  o.links = std::move(*links);
  if (!a.session.empty() && a.session != o.links.code) {
    return described_fault{fault::input_malformed, a.links_file + " is of the session " +
                                                       o.links.code + ", not of " + a.session};
  }
  auto scenario = read_as(a.scenario_file, rehearse::read_scenario);
  if (!scenario) return scenario.error();
  o.scenario = std::move(*scenario);
  o.participants = a.participants;
  o.speed = a.speed;
  o.seed = a.seed;
  o.votes_first = a.votes_first;
  o.report_dir = a.report_dir;
  o.progress_to = a.is_quiet ? nullptr : stderr;
  return o;
}

exit_code run(const rehearse_arguments& a) {
  const auto options = options_of(a);
  if (!options) return complain(options.error());
  const auto outcome = rehearse::rehearse(*options);
  if (!outcome) return complain(outcome.error());
  std::fputs(rehearse::summary_of(*outcome).c_str(), stdout);
  return outcome->disagreements.empty() ? exit_code::ok : exit_code::finding;
}

} // namespace

void add_rehearse(CLI::App& app, exit_code& code) {
  auto a = std::make_shared<rehearse_arguments>();
  auto* command = app.add_subcommand(
      "rehearse", "Play a scenario with simulated people against a running server");
  command->add_option("--url", a->url, "the running server")->capture_default_str();
  command->add_option("--session", a->session, "six-digit code; as the links' file says if absent");
  command
      ->add_option("--desk-link-file", a->links_file,
                   "JSON file with the session's links, from `viche serve --links-file`")
      ->required();
  command
      ->add_option("--scenario", a->scenario_file,
                   "CSV file with the columns id, minute, table, tags, text, votes, note")
      ->required();
  command->add_option("--participants", a->participants, "people in the hall")
      ->check(CLI::Range(1U, limits::participants_max))
      ->capture_default_str();
  command->add_option("--speed", a->speed, "minutes of the scenario in one minute")
      ->check(CLI::Range(1.0, 1'000'000.0))
      ->capture_default_str();
  command
      ->add_option("--seed", a->seed, "another seed, other people say and choose the same things")
      ->capture_default_str();
  command->add_flag("--votes-first", a->votes_first,
                    "vote before ideas are merged; must come to the same figures");
  command->add_option("--report-dir", a->report_dir,
                      "where to put report.json, .csv, .excel.csv and .html");
  command->add_flag("--quiet", a->is_quiet, "no progress, only the summary");
  command->footer("The session must be fresh and have the areas of the scenario. Ends with 0 only "
                  "if everything came out as expected, with 1 if something did not, with 7 if the "
                  "server was away for more than a minute.");
  command->callback([a, &code] { code = run(*a); });
}

} // namespace viche::commands
