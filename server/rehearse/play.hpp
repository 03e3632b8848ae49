// The script: phase by phase, everybody does what the plan says, at the speed wanted.
#pragma once

#include "rehearse/hall.hpp"
#include "rehearse/plan.hpp"
#include "rehearse/scenario.hpp"

#include <functional>
#include <string>
#include <vector>

namespace viche::rehearse {

class play {
public:
  // `told` hears of things that are worth a line: "pause: air_raid".
  play(hall& h, const scenario& s, const plan& p, double speed,
       std::function<void(std::string_view)> told);

  // From the lobby to the closed session. A fault: the server is gone or refused what must work.
  described_void run();

  // The id (seq) of each row's idea, by row number − 1; 0: not submitted.
  const std::vector<std::uint64_t>& idea_ids() const { return idea_ids_; }
  // Things that went otherwise than the rules of the session say.
  const std::vector<std::string>& surprises() const { return surprises_; }

private:
  described_void play_phase(const planned_phase& phase);
  described_void gather(const planned_phase& phase);
  described_void collect_ideas();
  described_void sort();
  described_void vote();
  described_void compare_own_votes();
  described_void reveal();

  described_void moderate_until(scenario_ms at);
  described_void submit(std::size_t index);
  described_void alarm(std::size_t& next_idea);
  boost::json::object submission_of(std::size_t index) const;
  page& author_of(std::size_t index);
  described_void wait_until(scenario_ms at);

  hall& hall_;
  const scenario& scenario_;
  const plan& plan_;
  double speed_;
  std::function<void(std::string_view)> told_;
  std::vector<std::uint64_t> idea_ids_;
  std::vector<std::string> surprises_;
  steady_us phase_began_ = 0; // moved on by pauses
  std::size_t next_moderation_ = 0;
  std::size_t next_spotlight_ = 0;
};

} // namespace viche::rehearse
