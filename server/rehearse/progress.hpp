// What a person at the terminal sees while the rehearsal runs: one line that is written over, or,
// where nobody looks at a terminal, a line now and then.
#pragma once

#include "rehearse/hall.hpp"

#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

namespace viche::rehearse {

struct ack_percentiles {
  double p50_ms = 0;
  double p99_ms = 0;
};
ack_percentiles percentiles_of(std::vector<steady_us> ack_times);

// "ideas · 61 ideas · 0 votes · 40 people · acks p50 3.1 ms, p99 9.8 ms"
std::string progress_line(const replica& desk, const page::story& lived);

class progress {
public:
  // Not owned; nullptr: silent.
  explicit progress(std::FILE* out);
  ~progress() { end(); } // what is said next begins a line, also after a fault
  progress(const progress&) = delete;
  progress& operator=(const progress&) = delete;

  void show(const hall& h);                // where we are; called often
  void say(std::string_view line);         // something that happened, on a line of its own
  void end();                              // leaves the last line standing

private:
  std::FILE* out_;
  bool is_terminal_;
  bool is_line_open_ = false;
  std::string phase_;
  steady_us shown_at_ = 0;
};

} // namespace viche::rehearse
