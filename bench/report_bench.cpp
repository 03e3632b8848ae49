// How long a report and each of its formats take on this machine, and how much memory: `cmake
// --build BUILD --target bench_report` in a release build, then BUILD/bench_report. Prints figures,
// judges nothing. Bounds of docs/report.md: 500 proposals with 5,000 votes in 0.5 s each; 10,000
// proposals under 1 GB.
#include "fold/fold.hpp"
#include "report/report.hpp"
#include "report/writers.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>
#include <sys/resource.h>
#include <vector>

namespace {

using namespace viche; // a program of one file

constexpr std::size_t votes_each = 10;
constexpr int times = 5;

double ms_since(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
      .count();
}

double peak_mb() {
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  return static_cast<double>(used.ru_maxrss) / 1024;
}

// Texts of the 109 ideas: the fifth column, in quotes where it holds a comma; of one that goes on
// in another line, its first.
std::vector<std::string> texts_of_the_109() {
  std::ifstream in(VICHE_SOURCE_DIR "/tests/data/serhiivka-109-illustrative.csv");
  std::vector<std::string> texts;
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) {
    if (line.find_first_of("0123456789") != 0) continue;
    std::size_t from = 0;
    for (int column = 1; column < 5; ++column)
      from = line.find(',', from) + 1;
    const bool is_quoted = line[from] == '"';
    if (is_quoted) ++from;
    texts.push_back(line.substr(from, line.find(is_quoted ? '"' : ',', from) - from));
  }
  return texts;
}

model::actor person(std::size_t n, std::uint8_t kind) {
  model::id128 id;
  for (std::size_t i = 0; i < 4; ++i)
    id.bytes[i] = static_cast<std::uint8_t>(n >> (8 * i));
  id.bytes[15] = kind;
  return {kind == 3 ? model::role::facilitator : model::role::resident, id};
}

// A session as its log is folded.
class played {
public:
  void put(ops::any_op op, const model::actor& by) {
    now_ += 250;
    model::touched touched;
    const auto seq = s_.seq + 1;
    fold::fold(s_, {{seq, now_, by}, "op-" + std::to_string(seq), std::move(op)}, touched);
  }

  const model::state& state() const { return s_; }

private:
  model::state s_;
  model::time_ms_t now_ = 1'763'791'200'000;
};

model::settings city() {
  model::settings set;
  set.title.value = "Стратегія розвитку громади до 2034 року";
  set.community.value = "Вербівська сільська рада";
  set.languages = {model::language::uk};
  for (const char* slug : {"infrastructure", "medicine", "education", "culture", "safety"})
    set.areas.push_back({{slug}, {slug}, {std::string("Напрям ") + slug}, {slug}});
  return set;
}

model::state session_of(std::size_t proposals, std::size_t votes) {
  const auto texts = texts_of_the_109();
  const auto set = city();
  const auto desk = person(0, 3);
  played session;
  ops::open_session open;
  static_cast<model::settings&>(open) = set;
  session.put(open, {model::role::host, {}});
  session.put(ops::open_phase{model::phase::ideas, 45}, desk);
  std::vector<model::seq_t> ids;
  for (std::size_t n = 0; n < proposals; ++n) {
    ops::submit_idea op;
    op.text.value = texts[n % texts.size()] + " (" + std::to_string(n) + ")";
    op.areas = {set.areas[n % set.areas.size()].slug};
    ids.push_back(session.state().seq + 1);
    session.put(op, person(n % (proposals / 2), 1));
  }
  session.put(ops::open_phase{model::phase::vote, 12}, desk);
  for (std::size_t n = 0; n < votes; ++n) {
    const auto voter = n / votes_each;
    // The earlier ideas have more votes, and no voter gives one idea two.
    const auto liked = n % votes_each * 50 + voter * 37 % 50;
    const auto idea = liked * liked * ids.size() / (500 * 500);
    session.put(ops::cast_vote{ids[idea]}, person(voter, 2));
  }
  session.put(ops::open_phase{model::phase::results, 0}, desk);
  session.put(ops::reveal_place{1}, desk);
  session.put(ops::open_phase{model::phase::closed, 0}, desk);
  return session.state();
}

void measure(std::size_t proposals, std::size_t votes) {
  const auto s = session_of(proposals, votes);
  report::report_facts facts;
  facts.code = "482913";
  facts.head = std::string(64, '0');
  facts.generated_at_ms = 1'763'802'000'000;
  facts.version = "0.1.0";
  const auto begin = std::chrono::steady_clock::now();
  const auto r = report::make_report(s, facts);
  std::printf("\n%zu proposals, %zu votes: the model %.0f ms, %.0f MB so far\n", r.proposals.size(),
              r.voting.value_or(report::voting{}).counted.votes(), ms_since(begin), peak_mb());
  for (const auto& f : report::formats) {
    std::vector<double> took;
    std::size_t bytes = 0;
    for (int n = 0; n < times; ++n) {
      const auto from = std::chrono::steady_clock::now();
      bytes = f.write(r).size();
      took.push_back(ms_since(from));
    }
    std::ranges::sort(took);
    std::printf("  %-12s %8.0f ms median, %.0f ms worst of %d, %8zu KB, peak %.0f MB\n",
                std::string(f.name).c_str(), took[took.size() / 2], took.back(), times,
                bytes / 1024, peak_mb());
  }
}

} // namespace

int main() {
  measure(500, 5000);
  measure(10'000, 50'000);
  return 0;
}
