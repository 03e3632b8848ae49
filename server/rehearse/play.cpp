// Written to be read from top to bottom: what happens in the hall.
#include "rehearse/play.hpp"

#include "limits.hpp"
#include "model/wire_name.hpp"

#include <boost/json/array.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace viche::rehearse {
namespace {

namespace json = boost::json;
using model::phase;

json::array array_of(const std::vector<std::string>& items) {
  json::array a;
  for (const auto& i : items)
    a.emplace_back(i);
  return a;
}

} // namespace

play::play(hall& h, const scenario& s, const plan& p, double speed,
           std::function<void(std::string_view)> told)
    : hall_(h),
      scenario_(s),
      plan_(p),
      speed_(speed),
      told_(std::move(told)),
      idea_ids_(s.rows.size()) {}

described_void play::run() {
  for (const auto& phase : plan_.phases) {
    if (phase.what != phase::lobby) {
      const json::object open{{"kind", "open_phase"},
                              {"phase", model::wire_name(phase.what)},
                              {"minutes", phase.clock_minutes}};
      if (auto done = hall_.tell(hall_.desk(), open); !done) return done.error();
    }
    phase_began_ = client::now();
    if (auto done = play_phase(phase); !done) return done;
    if (auto done = wait_until(phase.lasts); !done) return done;
    if (auto done = hall_.everybody_answered(); !done) return done;
  }
  return {};
}

described_void play::play_phase(const planned_phase& phase) {
  switch (phase.what) {
  case phase::lobby: return gather(phase);
  case phase::ideas: return collect_ideas();
  case phase::sort: return sort();
  case phase::vote: return vote();
  case phase::results: return reveal();
  default: return {}; // people talk
  }
}

// People come in over the first two thirds of the lobby.
described_void play::gather(const planned_phase& phase) {
  const auto* session = hall_.desk().held().find("session");
  const auto* settlements = session == nullptr ? nullptr : session->if_contains("settlements");
  const auto count = static_cast<std::uint32_t>(plan_.people.size());
  for (std::uint32_t i = 0; i < count; ++i) {
    if (auto done = wait_until(phase.lasts * 2 / 3 * i / count); !done) return done;
    const auto& who = plan_.people[i];
    json::object join{
        {"kind", "join"}, {"table", who.table}, {"settlement", ""}, {"channel", "phone"}};
    if (const auto* list = settlements == nullptr ? nullptr : settlements->if_array();
        list != nullptr && !list->empty()) {
      join["settlement"] = (*list)[i % list->size()];
    }
    if (auto done = hall_.let_in(who, i, std::move(join)); !done) return done;
  }
  return hall_.everybody_answered();
}

// Idea by idea in the order of the file: the next one is sent when the one before is acknowledged,
// so that numbers are those of the rows. The moderators work beside them.
described_void play::collect_ideas() {
  bool is_alarm_over = plan_.alarm_at == 0;
  for (std::size_t next = 0; next < plan_.ideas.size();) {
    if (!is_alarm_over && plan_.ideas[next].at >= plan_.alarm_at) {
      is_alarm_over = true;
      if (auto done = moderate_until(plan_.alarm_at); !done) return done;
      if (auto done = alarm(next); !done) return done;
      continue;
    }
    if (auto done = moderate_until(plan_.ideas[next].at); !done) return done;
    if (auto done = submit(next); !done) return done;
    ++next;
  }
  constexpr scenario_ms a_moment_later = 2 * minute_ms;
  if (auto done = moderate_until(plan_.ideas.back().at + a_moment_later); !done) return done;
  if (next_spotlight_ > 0) hall_.send(hall_.desk(), {{"kind", "clear_spotlight"}});
  for (std::uint32_t i = 0; i < plan_.people.size(); ++i) {
    if (plan_.people[i].leaves_early) hall_.send_home(i);
  }
  return {};
}

// An air-raid alarm. Operators go on; the next resident who sends is told to wait, keeps the idea,
// and it goes out by itself when the alarm is over.
described_void play::alarm(std::size_t& next_idea) {
  const auto began = client::now();
  told_("pause: air-raid alarm");
  const json::object pause{{"kind", "pause"}, {"reason", "air_raid"}};
  if (auto done = hall_.tell(hall_.desk(), pause); !done) return done.error();
  while (next_idea < plan_.ideas.size() && plan_.ideas[next_idea].author == by_operator) {
    if (auto done = submit(next_idea++); !done) return done;
  }
  const bool has_waiting = next_idea < plan_.ideas.size();
  page::ticket waiting = 0;
  if (has_waiting) {
    auto& author = author_of(next_idea);
    const auto later = author.lived().later;
    waiting = hall_.send(author, submission_of(next_idea));
    if (auto done = hall_.wait_for(
            [&] { return author.lived().later > later || author.answer_to(waiting) != nullptr; },
            "an idea sent during the pause was not answered");
        !done) {
      return done;
    }
    if (author.answer_to(waiting) != nullptr) {
      surprises_.emplace_back("an idea was taken from a resident during the pause");
    }
  }
  const auto lasts = static_cast<steady_us>(static_cast<double>(plan_.alarm_lasts) * 1000 / speed_);
  if (auto done = hall_.pass(began + lasts); !done) return done;
  if (auto done = hall_.tell(hall_.desk(), {{"kind", "resume"}}); !done) return done.error();
  phase_began_ += client::now() - began;
  told_("the alarm is over");
  if (!has_waiting) return {};
  auto& author = author_of(next_idea);
  if (auto done = hall_.wait_for([&] { return author.answer_to(waiting) != nullptr; },
                                 "an idea kept during the pause was not taken afterwards");
      !done) {
    return done;
  }
  idea_ids_[next_idea++] = author.answer_to(waiting)->seq.value_or(0);
  return {};
}

// What the moderators have to do up to this time, and the wait for it.
described_void play::moderate_until(scenario_ms at) {
  for (;;) {
    const auto* m =
        next_moderation_ < plan_.moderation.size() ? &plan_.moderation[next_moderation_] : nullptr;
    const auto* s =
        next_spotlight_ < plan_.spotlights.size() ? &plan_.spotlights[next_spotlight_] : nullptr;
    if (m != nullptr && m->at <= at && (s == nullptr || m->at <= s->at)) {
      if (auto done = wait_until(m->at); !done) return done;
      const auto idea = idea_ids_[m->id - 1];
      hall_.send(
          hall_.second_desk(),
          m->remaining.empty()
              ? json::object{{"kind", "hide_idea"},
                             {"idea", idea},
                             {"reason", model::wire_name(m->reason)}}
              : json::object{{"kind", "redact_idea"}, {"idea", idea}, {"text", m->remaining}});
      ++next_moderation_;
    } else if (s != nullptr && s->at <= at) {
      if (auto done = wait_until(s->at); !done) return done;
      hall_.send(hall_.desk(), {{"kind", "spotlight_idea"}, {"idea", idea_ids_[s->id - 1]}});
      ++next_spotlight_;
    } else {
      return wait_until(at);
    }
  }
}

described_void play::submit(std::size_t index) {
  const auto seq = hall_.tell(author_of(index), submission_of(index));
  if (!seq) return seq.error();
  idea_ids_[index] = *seq;
  return {};
}

json::object play::submission_of(std::size_t index) const {
  const auto& row = scenario_.rows[index];
  const auto author = plan_.ideas[index].author;
  const bool is_on_paper = author == by_operator;
  const bool is_as_joined = !is_on_paper && plan_.people[author].table == row.table;
  return {{"kind", "submit_idea"},
          {"text", row.text},
          {"areas", array_of(row.areas)},
          {"table", is_as_joined ? 0 : row.table},
          {"channel", is_on_paper ? "paper" : "phone"}};
}

page& play::author_of(std::size_t index) {
  const auto author = plan_.ideas[index].author;
  return author == by_operator ? hall_.operator_or_desk() : hall_.person(author);
}

// Two moderators merge at once: every second merge is the other's.
described_void play::sort() {
  bool is_second = false;
  for (const auto& m : plan_.merges) {
    hall_.send(is_second ? hall_.second_desk() : hall_.desk(),
               {{"kind", "merge_ideas"},
                {"main", idea_ids_[m.main - 1]},
                {"others", json::array{idea_ids_[m.other - 1]}}});
    is_second = !is_second;
  }
  return hall_.everybody_answered();
}

described_void play::vote() {
  for (const auto& v : plan_.votes) {
    if (auto done = wait_until(v.at); !done) return done;
    hall_.send(hall_.person(v.voter), {{"kind", "cast_vote"}, {"idea", idea_ids_[v.idea - 1]}});
  }
  if (auto done = hall_.everybody_answered(); !done) return done;
  return compare_own_votes();
}

// What everybody's own page says of their votes, against what they did.
described_void play::compare_own_votes() {
  constexpr std::int64_t settling_ms = 10'000;
  std::map<std::uint32_t, std::size_t> cast;
  for (const auto& v : plan_.votes)
    ++cast[v.voter];
  const auto is_right = [&](std::uint32_t voter, std::size_t count) {
    const auto* votes = hall_.person(voter).held().find_own("votes");
    const auto* standing = votes == nullptr ? nullptr : votes->if_contains("standing");
    return standing != nullptr && standing->is_array() && standing->get_array().size() == count;
  };
  const auto ran = hall_.net().run_until(
      [&] {
        return std::ranges::all_of(cast,
                                   [&](const auto& c) { return is_right(c.first, c.second); });
      },
      settling_ms);
  if (!ran) return ran.error();
  for (const auto& [voter, count] : cast) {
    if (is_right(voter, count)) continue;
    surprises_.push_back("person " + std::to_string(voter + 1) +
                         " is not shown the votes they cast");
  }
  return {};
}

// From the tenth place to the first, one place at a time.
described_void play::reveal() {
  const auto step = minute_ms / 2;
  for (std::uint32_t i = 0; i < limits::reveal_place_max; ++i) {
    if (auto done = wait_until(step * (i + 1)); !done) return done;
    const json::object reveal{{"kind", "reveal_place"}, {"place", limits::reveal_place_max - i}};
    if (auto done = hall_.tell(hall_.desk(), reveal); !done) return done.error();
  }
  return {};
}

described_void play::wait_until(scenario_ms at) {
  return hall_.pass(phase_began_ + static_cast<steady_us>(static_cast<double>(at) * 1000 / speed_));
}

} // namespace viche::rehearse
