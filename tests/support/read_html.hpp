// A reader of HTML that is well-formed as XML: every tag closed in order, every attribute quoted,
// no bare `&` or `<`, ids once. Whatever is not fails the test.
#pragma once

#include <doctest/doctest.h>

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace viche::test {

struct element {
  std::string tag; // empty: text
  std::string text;
  std::map<std::string, std::string> attributes;
  std::vector<std::unique_ptr<element>> children;
  element* parent = nullptr;

  // All text below it, as a reader would hear it.
  std::string said() const {
    std::string out = text;
    for (const auto& c : children)
      out += c->said();
    return out;
  }

  void find_all(std::string_view wanted, std::vector<const element*>& out) const {
    if (tag == wanted) out.push_back(this);
    for (const auto& c : children)
      c->find_all(wanted, out);
  }
  std::vector<const element*> all(std::string_view wanted) const {
    std::vector<const element*> out;
    find_all(wanted, out);
    return out;
  }

  // nullptr: no element has this id.
  const element* by_id(std::string_view id) const {
    const auto at = attributes.find("id");
    if (at != attributes.end() && at->second == id) return this;
    for (const auto& c : children) {
      if (const auto* found = c->by_id(id)) return found;
    }
    return nullptr;
  }

  // The cells of every row below, as said.
  std::vector<std::vector<std::string>> rows() const {
    std::vector<std::vector<std::string>> out;
    for (const auto* row : all("tr")) {
      auto& cells = out.emplace_back();
      for (const auto& c : row->children) {
        if (c->tag == "th" || c->tag == "td") cells.push_back(c->said());
      }
    }
    return out;
  }
};

class html_reader {
public:
  explicit html_reader(std::string_view html) : html_(html) {}

  std::unique_ptr<element> read() {
    auto root = std::make_unique<element>();
    open_ = root.get();
    REQUIRE(take("<!DOCTYPE html>"));
    while (at_ < html_.size()) {
      if (html_[at_] == '<') {
        read_tag();
      } else {
        add_text(until('<'));
      }
    }
    REQUIRE_MESSAGE(open_ == root.get(), "not closed: ", open_->tag);
    return root;
  }

private:
  bool take(std::string_view what) {
    if (!html_.substr(at_).starts_with(what)) return false;
    at_ += what.size();
    return true;
  }

  std::string until(char end) {
    const auto stop = std::min(html_.find(end, at_), html_.size());
    const auto found = html_.substr(at_, stop - at_);
    at_ = stop;
    return std::string(found);
  }

  static std::string decoded(std::string_view raw) {
    static const std::map<std::string_view, char> known{
        {"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}};
    std::string out;
    for (std::size_t i = 0; i < raw.size(); ++i) {
      if (raw[i] != '&') {
        out.push_back(raw[i]);
        continue;
      }
      const auto end = raw.find(';', i);
      REQUIRE_MESSAGE(end != std::string::npos, "a bare & in: ", raw);
      const auto found = known.find(raw.substr(i + 1, end - i - 1));
      REQUIRE_MESSAGE(found != known.end(), "an unknown entity in: ", raw);
      out.push_back(found->second);
      i = end;
    }
    return out;
  }

  void add_text(const std::string& raw) {
    auto child = std::make_unique<element>();
    child->text = open_->tag == "style" ? raw : decoded(raw);
    child->parent = open_;
    open_->children.push_back(std::move(child));
  }

  void read_tag() {
    ++at_;
    const bool is_end = take("/");
    std::string inside;
    while (html_[at_] != '>') {
      REQUIRE(html_[at_] != '<');
      if (html_[at_] == '"') {
        inside.push_back(html_[at_++]);
        inside += until('"');
      }
      REQUIRE(at_ < html_.size());
      inside.push_back(html_[at_++]);
    }
    ++at_;
    if (is_end) {
      REQUIRE_MESSAGE(open_->tag == inside, open_->tag, " is closed by ", inside);
      open_ = open_->parent;
      return;
    }
    const bool is_closed = inside.ends_with('/');
    if (is_closed) inside.pop_back();
    auto child = std::make_unique<element>();
    child->parent = open_;
    read_attributes(inside, *child);
    auto* added = child.get();
    open_->children.push_back(std::move(child));
    if (!is_closed) open_ = added;
  }

  void read_attributes(std::string_view inside, element& into) {
    auto end = std::min(inside.find(' '), inside.size());
    into.tag = inside.substr(0, end);
    while (end < inside.size()) {
      const auto start = inside.find_first_not_of(' ', end);
      if (start == std::string::npos) break;
      const auto equals = inside.find("=\"", start);
      REQUIRE_MESSAGE(equals != std::string::npos, "an attribute without quotes: ", inside);
      end = inside.find('"', equals + 2);
      REQUIRE(end != std::string::npos);
      const std::string name(inside.substr(start, equals - start));
      const auto value = decoded(inside.substr(equals + 2, end - equals - 2));
      REQUIRE_MESSAGE(into.attributes.emplace(name, value).second, "twice: ", name);
      if (name == "id") REQUIRE_MESSAGE(ids_.insert(value).second, "an id twice: ", value);
      ++end;
    }
  }

  std::string_view html_;
  std::size_t at_ = 0;
  element* open_ = nullptr;
  std::set<std::string> ids_;
};

inline std::unique_ptr<element> read_html(std::string_view html) {
  return html_reader(html).read();
}

} // namespace viche::test
