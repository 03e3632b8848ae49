// Names: the state says who may sign, the data file holds what they signed with.
#include "session/corridor.hpp"

namespace viche::session {

namespace asio = boost::asio;

namespace {

using model::refusal;
using model::refused;

model::verdict may_sign(const model::state& s, const model::identity& is) {
  if (model::phase_now(s) == model::phase::closed) return refused{refusal::session_closed};
  if (s.authors != model::authorship::named) return refused{refusal::names_not_asked};
  if (!s.people.contains(is.writer)) return refused{refusal::not_joined};
  return model::may;
}

} // namespace

asio::awaitable<model::verdict> session::sign(model::identity is, std::string name) {
  model::verdict no = refused{refusal::storage_unavailable}; // nobody answered
  std::int64_t id = 0;
  co_await corridor_->ask([&](const corridor& c) {
    no = may_sign(c.state, is);
    id = c.record.id;
  });
  if (no) co_return no;
  store::name_change change{id, is.writer, std::move(name), corridor_->now()};
  const auto done = co_await corridor_->log.change_name(std::move(change));
  if (done.has_error()) co_return refused{refusal::storage_unavailable};
  if (done->is_full)
    co_return refused{refusal::value_out_of_range, "name", limits::names_per_person_max};
  // It was written beside the corridor: a close may have come between, behind which no name does.
  no = refused{refusal::storage_unavailable};
  co_await corridor_->ask([&](const corridor& c) { no = may_sign(c.state, is); });
  if (!no) co_return model::may;
  const auto undone = co_await unsign(is);
  co_return undone ? undone : no;
}

asio::awaitable<model::verdict> session::unsign(model::identity is) {
  store::name_change change{corridor_->record.id, is.writer, std::nullopt, corridor_->now()};
  const auto done = co_await corridor_->log.change_name(std::move(change));
  if (done.has_error()) co_return refused{refusal::storage_unavailable};
  co_return model::may;
}

asio::awaitable<model::verdict> session::erase_name(std::int64_t row) {
  store::name_change change{corridor_->record.id, row, std::nullopt, corridor_->now()};
  const auto done = co_await corridor_->log.change_name(std::move(change));
  if (done.has_error()) co_return refused{refusal::storage_unavailable};
  co_return model::may;
}

asio::awaitable<std::optional<name_of_person>> session::name_of(model::identity is) {
  std::optional<name_of_person> out;
  co_await corridor_->ask(
      [&](const corridor& c) { out = name_of_person{!may_sign(c.state, is), {}}; });
  if (!out) co_return std::nullopt;
  const auto own = co_await corridor_->log.names(corridor_->record.id, is.writer);
  if (own.has_error()) co_return std::nullopt;
  if (!own->empty()) out->name = own->front().name;
  co_return out;
}

asio::awaitable<std::optional<std::vector<store::signature>>> session::names() {
  auto all = co_await corridor_->log.names(corridor_->record.id);
  if (all.has_error()) co_return std::nullopt;
  co_return std::move(*all);
}

} // namespace viche::session
