// JSON ↔ described structs, strictly: every field present, none unknown, every value in range.
// A `Texts` says where texts are: in the JSON itself (wire) or by ordinal in a list (row); and how
// whole a picture has to be, since a row is a fact for ever.
#pragma once

#include "limits.hpp"
#include "model/refusal.hpp"
#include "model/settings.hpp"
#include "model/wire_name.hpp"

#include <boost/describe.hpp>
#include <boost/json.hpp>
#include <boost/mp11.hpp>

#include <concepts>
#include <limits>
#include <type_traits>
#include <vector>

namespace viche::decode {

namespace json = boost::json;

template <class T>
using members_of = boost::describe::describe_members<T, boost::describe::mod_any_access |
                                                            boost::describe::mod_inherited>;

template <class T>
concept described_struct = std::is_class_v<T> && boost::describe::has_describe_members<T>::value;

bool is_slug(std::string_view s);
// Empty, or begins as a PNG: what was ever taken for one.
bool is_like_picture(std::string_view base64);
// Empty, or a PNG from its header to its end; how large, the op asks.
bool is_picture(std::string_view base64);

inline model::refused malformed(const char* field) {
  return {model::refusal::op_malformed, field};
}

template <class Texts>
class field_reader {
public:
  explicit field_reader(Texts texts) : texts_(texts) {}

  // Reads an object whose keys are exactly the members of `out`, and perhaps `beside`.
  template <described_struct T>
  model::verdict read_object(const json::object& in, T& out, std::string_view beside = {}) {
    model::verdict no;
    std::size_t known = beside.empty() || !in.contains(beside) ? 0 : 1;
    boost::mp11::mp_for_each<members_of<T>>([&](auto d) {
      if (no) return;
      const auto* value = in.if_contains(d.name);
      if (value == nullptr) {
        no = malformed(d.name);
      } else {
        ++known;
        no = read(*value, out.*d.pointer, d.name);
      }
    });
    if (!no && known != in.size()) no = malformed(nullptr);
    return no;
  }

private:
  template <std::size_t Max, std::size_t Min>
  model::verdict read(const json::value& in, model::text_of<Max, Min>& out, const char* field) {
    return texts_.read(in, out, field);
  }

  template <std::unsigned_integral T>
    requires(!std::same_as<T, bool>)
  model::verdict read(const json::value& in, T& out, const char* field) {
    boost::system::error_code wrong;
    const auto n = in.to_number<T>(wrong);
    if (wrong || in.is_double()) return malformed(field);
    out = n;
    return model::may;
  }

  model::verdict read(const json::value& in, bool& out, const char* field) {
    const auto* is = in.if_bool();
    if (is == nullptr) return malformed(field);
    out = *is;
    return model::may;
  }

  template <class T>
    requires std::is_enum_v<T>
  model::verdict read(const json::value& in, T& out, const char* field) {
    const auto* name = in.if_string();
    const auto found = name == nullptr ? std::nullopt : model::from_wire_name<T>(*name);
    if (!found) return malformed(field);
    out = *found;
    return model::may;
  }

  model::verdict read(const json::value& in, model::slug& out, const char* field) {
    const auto* s = in.if_string();
    if (s == nullptr || !is_slug(*s)) return malformed(field);
    out.value = *s;
    return model::may;
  }

  model::verdict read(const json::value& in, model::id128& out, const char* field) {
    const auto* s = in.if_string();
    const auto id = s == nullptr ? std::nullopt : model::id128_from_hex(*s);
    if (!id) return malformed(field);
    out = *id;
    return model::may;
  }

  model::verdict read(const json::value& in, model::picture& out, const char* field) {
    const auto* s = in.if_string();
    if (s == nullptr || !texts_.is_picture(*s)) return malformed(field);
    out.base64 = *s;
    return model::may;
  }

  template <class T>
  model::verdict read(const json::value& in, std::vector<T>& out, const char* field) {
    const auto* array = in.if_array();
    if (array == nullptr) return malformed(field);
    out.resize(array->size());
    for (std::size_t i = 0; i < out.size(); ++i) {
      if (auto no = read((*array)[i], out[i], field)) return no;
    }
    return model::may;
  }

  template <described_struct T>
  model::verdict read(const json::value& in, T& out, const char* field) {
    const auto* object = in.if_object();
    if (object == nullptr) return malformed(field);
    return read_object(*object, out);
  }

  Texts texts_;
};

// --- the way back, for rows ---

// Texts go to a list; the JSON holds their ordinals.
class row_writer {
public:
  explicit row_writer(std::vector<std::optional<std::string>>& texts) : texts_(texts) {}

  template <described_struct T>
  json::object write_object(const T& in) {
    json::object out;
    boost::mp11::mp_for_each<members_of<T>>(
        [&](auto d) { out.emplace(d.name, write(in.*d.pointer)); });
    return out;
  }

private:
  template <std::size_t Max, std::size_t Min>
  json::value write(const model::text_of<Max, Min>& in) {
    texts_.emplace_back(in.value);
    return texts_.size() - 1;
  }

  json::value write(bool in) { return in; }

  template <std::unsigned_integral T>
    requires(!std::same_as<T, bool>)
  json::value write(T in) {
    return in;
  }

  template <class T>
    requires std::is_enum_v<T>
  json::value write(T in) {
    return json::string(model::wire_name(in));
  }

  json::value write(const model::picture& in) { return json::string(in.base64); }
  json::value write(const model::slug& in) { return json::string(in.value); }
  json::value write(const model::id128& in) { return json::string(model::to_hex(in)); }

  template <class T>
  json::value write(const std::vector<T>& in) {
    json::array out;
    for (const auto& one : in)
      out.push_back(write(one));
    return out;
  }

  template <described_struct T>
  json::value write(const T& in) {
    return write_object(in);
  }

  std::vector<std::optional<std::string>>& texts_;
};

} // namespace viche::decode
