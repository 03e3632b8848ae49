// A value of a report's JSON and where it stands. Reading goes on after the first wrong value,
// which is the one that is told; what is read behind it means nothing, and no list is gone on with.
#pragma once

#include "decode/text.hpp"
#include "model/ids.hpp"
#include "model/text.hpp"
#include "model/wire_name.hpp"

#include <boost/json/value.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace viche::decode {

// nullopt: not as `iso_time` and `iso_time_ms` of report/ write it, 2025-11-12T10:05:00.250+02:00.
std::optional<model::time_ms_t> time_of_iso(std::string_view text);

class report_value {
public:
  report_value(const boost::json::value& whole, std::string& wrong) : at_(&whole), wrong_(&wrong) {}

  report_value operator[](std::string_view key) const;
  bool is_null() const { return at_ != nullptr && at_->is_null(); }

  std::uint32_t count() const;
  std::uint64_t ms() const; // a length, not negative
  std::int64_t tenths() const; // a number with at most one decimal, times ten; null: 0
  bool flag() const;
  std::string text() const;
  std::uint64_t time() const; // ISO 8601, since 1970
  std::uint64_t time_or_null() const; // null: 0

  template <class Enum>
  Enum word() const {
    const auto found = model::from_wire_name<Enum>(text());
    if (!found) fail("is not a word that is known here");
    return found.value_or(Enum{});
  }

  template <std::size_t Max, std::size_t Min>
  void into(model::text_of<Max, Min>& out) const {
    auto normal = normalise_text(text(), Max, Min);
    if (auto* good = std::get_if<std::string>(&normal)) {
      out.value = std::move(*good);
    } else {
      fail("is not a text that may stand there");
    }
  }

  // Calls `each` with every value of a list that has no more than `most`, or with every member's
  // name and value.
  template <class Each>
  void for_all(std::size_t most, Each each) const {
    const auto* list = at_ == nullptr ? nullptr : at_->if_array();
    if (list == nullptr) return fail("is not a list");
    if (list->size() > most) return fail("has more than " + std::to_string(most) + " entries");
    for (std::size_t i = 0; i < list->size() && wrong_->empty(); ++i)
      each(report_value(&(*list)[i], path_ + '[' + std::to_string(i) + ']', wrong_));
  }
  template <class Each>
  void for_members(Each each) const {
    const auto* object = at_ == nullptr ? nullptr : at_->if_object();
    if (object == nullptr) return fail("is not an object");
    for (const auto& member : *object) {
      if (!wrong_->empty()) return;
      each(std::string_view(member.key()), (*this)[member.key()]);
    }
  }

  void fail(std::string_view what) const;

private:
  report_value(const boost::json::value* at, std::string path, std::string* wrong)
      : at_(at), path_(std::move(path)), wrong_(wrong) {}

  const boost::json::value* at_; // nullptr: it is not there
  std::string path_;
  std::string* wrong_;
};

} // namespace viche::decode
