// The rehearsal as a whole: make ready, play, compare, fetch the reports.
#pragma once

#include "fault.hpp"
#include "rehearse/checks.hpp"
#include "rehearse/client.hpp"
#include "rehearse/links.hpp"
#include "rehearse/page.hpp"
#include "rehearse/plan.hpp"
#include "rehearse/scenario.hpp"

#include <cstdint>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

namespace viche::rehearse {

struct rehearsal_options {
  server_address where;
  session_links links;
  struct scenario scenario;
  std::uint32_t participants = 40;
  double speed = 60; // minutes of the scenario in one real minute
  std::uint64_t seed = 1;
  bool votes_first = false;
  std::string report_dir; // empty: reports are checked, but not kept
  std::FILE* progress_to = nullptr;
  std::function<bool()> is_over{}; // asked often: true ends it with the fault stopping
};

struct rehearsal_outcome {
  figures expected;
  page::story lived;
  std::uint64_t votes = 0; // as the desk counts them
  std::uint64_t ideas = 0;
  bool are_replicas_equal = false;
  std::vector<result_line> first_ten;
  sentences disagreements; // empty: everything came out as it should
};

// Faults: the server is unreachable or refuses what must work, the session is not fresh or does
// not fit the scenario, the scenario does not fit the people, a report cannot be written.
described<rehearsal_outcome> rehearse(const rehearsal_options& o);

// What the person at the terminal reads at the end.
std::string summary_of(const rehearsal_outcome& o);

} // namespace viche::rehearse
