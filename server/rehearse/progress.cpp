// On a terminal ten times a second over the same line; otherwise at each phase and every five
// seconds.
#include "rehearse/progress.hpp"

#include <algorithm>
#include <array>
#include <unistd.h>

namespace viche::rehearse {
namespace {

constexpr steady_us plain_period = 5'000'000;
constexpr const char* clear_line = "\r\x1b[K";

} // namespace

ack_percentiles percentiles_of(std::vector<steady_us> ack_times) {
  if (ack_times.empty()) return {};
  std::ranges::sort(ack_times);
  const auto at = [&](std::size_t percent) {
    const auto rank = (ack_times.size() * percent + 99) / 100; // nearest rank, from 1
    return static_cast<double>(ack_times[std::max<std::size_t>(rank, 1) - 1]) / 1000;
  };
  return {.p50_ms = at(50), .p99_ms = at(99)};
}

std::string progress_line(const replica& desk, const page::story& lived) {
  const auto* totals = desk.find("totals");
  const auto acks = percentiles_of(lived.ack_times);
  const auto* pause = is_null_in(desk.find("phase"), "pause") ? "" : " (pause)";
  std::array<char, 64> times{};
  std::snprintf(times.data(), times.size(), "acks p50 %.1f ms, p99 %.1f ms", acks.p50_ms,
                acks.p99_ms);
  return std::string(text_in(desk.find("phase"), "phase")) + pause + " · " +
         std::to_string(number_in(totals, "submitted")) + " ideas · " +
         std::to_string(number_in(totals, "votes")) + " votes · " +
         std::to_string(number_in(totals, "people")) + " people · " + times.data();
}

progress::progress(std::FILE* out)
    : out_(out), is_terminal_(out != nullptr && isatty(fileno(out)) == 1) {}

void progress::show(const hall& h) {
  if (out_ == nullptr || !h.has_staff()) return;
  const auto& desk = h.desk().held();
  const std::string phase(text_in(desk.find("phase"), "phase"));
  if (phase.empty()) return; // the desk is not let in yet
  const auto now = client::now();
  if (!is_terminal_ && phase == phase_ && now - shown_at_ < plain_period) return;
  phase_ = phase;
  shown_at_ = now;
  const auto line = progress_line(desk, h.lived());
  if (is_terminal_) {
    std::fprintf(out_, "%s%s", clear_line, line.c_str());
    is_line_open_ = true;
  } else {
    std::fprintf(out_, "%s\n", line.c_str());
  }
  std::fflush(out_);
}

void progress::say(std::string_view line) {
  if (out_ == nullptr) return;
  std::fprintf(out_, "%s%.*s\n", is_line_open_ ? clear_line : "", static_cast<int>(line.size()),
               line.data());
  std::fflush(out_);
  is_line_open_ = false;
}

void progress::end() {
  if (is_line_open_) std::fputc('\n', out_);
  is_line_open_ = false;
}

} // namespace viche::rehearse
