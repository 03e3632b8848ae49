// The closed lists of the subject: phases, reasons, channels. Their spelling is the wire's.
#pragma once

#include <boost/describe.hpp>

#include <cstdint>
#include <initializer_list>

namespace viche::model {

enum class phase : std::uint8_t { lobby, warmup, talk, ideas, sort, vote, results, closed };
BOOST_DESCRIBE_ENUM(phase, lobby, warmup, talk, ideas, sort, vote, results, closed)

enum class pause_reason : std::uint8_t { air_raid, no_power, rest, other };
BOOST_DESCRIBE_ENUM(pause_reason, air_raid, no_power, rest, other)

enum class hide_reason : std::uint8_t {
  off_topic,
  insult,
  advertising,
  personal_data,
  security,
  repeat,
  test
};
BOOST_DESCRIBE_ENUM(hide_reason, off_topic, insult, advertising, personal_data, security, repeat,
                    test)

// How an idea or a person came in.
enum class channel : std::uint8_t { phone, oral, paper };
BOOST_DESCRIBE_ENUM(channel, phone, oral, paper)

// What became of an idea that was handed in after its phase.
enum class late_fate : std::uint8_t { waiting, accepted, declined };
BOOST_DESCRIBE_ENUM(late_fate, waiting, accepted, declined)

enum class language : std::uint8_t { uk, en };
BOOST_DESCRIBE_ENUM(language, uk, en)

// What the board shows; `follow`: what the phase is about.
enum class board_mode : std::uint8_t {
  follow,
  welcome,
  rules,
  warmup,
  talk,
  newest,
  wall,
  cloud,
  areas,
  settlements,
  silent,
  turnout,
  countdown,
  ranking,
  thanks
};
BOOST_DESCRIBE_ENUM(board_mode, follow, welcome, rules, warmup, talk, newest, wall, cloud, areas,
                    settlements, silent, turnout, countdown, ranking, thanks)

// What the council made of a proposal; `open`: nothing yet.
enum class outcome : std::uint8_t { open, accepted, partly, declined, study, passed_on };
BOOST_DESCRIBE_ENUM(outcome, open, accepted, partly, declined, study, passed_on)

// Whether people may sign their ideas.
enum class authorship : std::uint8_t { unnamed, named };
BOOST_DESCRIBE_ENUM(authorship, unnamed, named)

// A set of phases, written where an op says when it may be used.
class phase_set {
public:
  constexpr phase_set(std::initializer_list<phase> phases) {
    for (const auto p : phases) {
      bits_ |= 1U << static_cast<unsigned>(p);
    }
  }
  constexpr bool has(phase p) const { return ((bits_ >> static_cast<unsigned>(p)) & 1U) != 0; }

  // Every phase but `closed`: what most of the desk's ops want.
  static constexpr phase_set until_closed() {
    return {phase::lobby, phase::warmup, phase::talk,   phase::ideas,
            phase::sort,  phase::vote,   phase::results};
  }

  // And `closed` too: what the council adds once the hall is empty.
  static constexpr phase_set always() {
    auto all = until_closed();
    all.bits_ |= 1U << static_cast<unsigned>(phase::closed);
    return all;
  }

private:
  unsigned bits_ = 0;
};

} // namespace viche::model
