// An op with every field filled, by Boost.Describe: no field is forgotten by a test that goes over
// all ops. The same values every time.
#pragma once

#include "decode/fields.hpp"
#include "ops/list.hpp"

#include <string>
#include <vector>

namespace viche::support {

class filler {
public:
  template <decode::described_struct T>
  void fill(T& out) {
    boost::mp11::mp_for_each<decode::members_of<T>>([&](auto d) { fill(out.*d.pointer); });
  }

  void fill(bool& out) { out = true; }

  template <std::unsigned_integral T>
  void fill(T& out) {
    out = static_cast<T>(++count_);
  }

  template <class T>
    requires std::is_enum_v<T>
  void fill(T& out) {
    using all = boost::describe::describe_enumerators<T>;
    out = boost::mp11::mp_back<all>::value; // the last one, so that it is not the default
  }

  template <std::size_t Max, std::size_t Min>
  void fill(model::text_of<Max, Min>& out) {
    out.value = "Текст «№ " + std::to_string(++count_) + "»\n\"\\ 👩‍👩‍👧";
  }

  void fill(model::slug& out) { out.value = "area-" + std::to_string(++count_); }

  // A PNG as far as its ends say: between them stands a number of two digits.
  void fill(model::picture& out) {
    out.base64 = "iVBORw0KGgoAAAANSUhEUg" + std::to_string(10 + ++count_ % 90) + "AAAAAElFTkSuQmCC";
  }

  void fill(model::id128& out) {
    ++count_;
    for (auto& b : out.bytes)
      b = static_cast<std::uint8_t>(count_);
  }

  template <class T>
  void fill(std::vector<T>& out) {
    out.resize(2);
    for (auto& one : out)
      fill(one);
  }

private:
  unsigned count_ = 0;
};

template <class Op>
Op filled() {
  Op op;
  filler().fill(op);
  return op;
}

// Calls `f` with one filled op of every kind, in the order of the list.
template <class F>
void for_each_filled_op(F f) {
  boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, ops::any_op>>(
      [&]<class Op>(boost::mp11::mp_identity<Op>) { f(filled<Op>()); });
}

// Of those that pages send: what the server alone makes is left out.
template <class F>
void for_each_filled_op_of_pages(F f) {
  for_each_filled_op([&]<class Op>(const Op& op) {
    if constexpr (!ops::made_by_server<Op>) f(op);
  });
}

} // namespace viche::support
