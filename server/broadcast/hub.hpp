// Tells everybody what changed, once it is durable: one frame per audience, built once and
// shared; what is one person's own travels in `mine`. Lives on the session's executor; no I/O.
#pragma once

#include "broadcast/subscriber.hpp"
#include "broadcast/view.hpp"
#include "model/state.hpp"
#include "model/touched.hpp"

#include <array>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace viche::broadcast {

class hub {
public:
  // Sees `s` as what every audience knows from now on.
  hub(std::string epoch, std::string boot, const model::state& s);

  // welcome; then a snapshot, or what changed after `held`, or nothing; the person's own things,
  // apart, so that the snapshot is shared by all of an audience; turnout. `s` is durable.
  void enter(std::shared_ptr<subscriber> who, const model::identity& is,
             const std::optional<model::held>& held, const model::state& s, model::time_ms_t now);
  void leave(const std::shared_ptr<subscriber>& who);

  // Sends the differences that `t` made. `s` is durable.
  void publish(const model::state& s, const model::touched& t);

  // Compares every record with what was told and sends what differs, and ends pages whose link is
  // gone: after a replay.
  void publish_all(const model::state& s);

  // Turnout and presence, each at most once in turnout_period_ms. Returns when to ask again;
  // nullopt: nothing waits to be told.
  std::optional<model::time_ms_t> tell_counts(const model::state& s, model::time_ms_t now);

  // The session was closed: everybody is told the end of its chain, and whoever comes from now on.
  void close_with(std::string_view head, model::seq_t seq);

  // The key of voters is gone: nobody here is told from now on, or remembered by, which voter they
  // were. Whoever was one is told so.
  void forget_voters(const model::state& s);

  // One more card that there is not was tried; told with presence.
  void note_wrong_card() { ++wrong_cards_; }

  // Whether the disk still holds what was erased; told with presence.
  void note_erasing(bool is_erasing) { is_erasing_ = is_erasing; }

  void end_all(model::close_code why);
  std::size_t size() const { return people_.size(); }

private:
  struct channel { // of one audience
    std::map<model::record_key, std::string> told;
    model::seq_t seq = 0; // of the last frame
    // What a frame was about, never its words: those may have been hidden or redacted since.
    struct kept_frame {
      model::seq_t after;
      model::seq_t seq;
      std::vector<model::record_key> keys;
      std::size_t bytes;
    };
    std::deque<kept_frame> kept;
    std::size_t kept_bytes = 0;
    frame snapshot; // null: must be made again
    model::seq_t snapshot_seq = 0;
  };

  struct listener {
    std::shared_ptr<subscriber> who;
    model::identity is;
    model::audience in{};
  };

  struct count { // told at most once a period
    std::string told; // the whole message
    model::time_ms_t told_at = 0;
  };

  frame difference(const model::state& s, const std::vector<model::record_key>& keys,
                   model::audience in, const places& p);
  const frame& snapshot_of(const model::state& s, model::audience in);
  void keep(channel& c, channel::kept_frame f);
  bool resume(model::audience in, const model::held& held, std::vector<frame>& first) const;
  void deliver(const model::state& s, const std::array<frame, model::audience_count>& frames,
               const model::touched& t);

  std::string presence_now(const model::state& s) const;
  std::set<model::id128> links_gone(const model::state& s) const;
  void end_links(const std::set<model::id128>& withdrawn);

  std::string epoch_;
  std::string boot_;
  std::array<channel, model::audience_count> channels_;
  std::unordered_map<const subscriber*, listener> people_;
  std::map<model::id128, std::size_t> pages_of_; // residents connected now
  count turnout_;
  count presence_;
  std::uint64_t wrong_cards_ = 0;
  bool is_erasing_ = false;
  frame head_; // null: the session is open
};

} // namespace viche::broadcast
