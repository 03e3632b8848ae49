// The public journal at the terminal: exported from a data file, verified without it.
#include "support/program.hpp"
#include "support/temp_dir.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>

namespace t = viche::test;

namespace {

std::string text_of(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// A new session, and its journal beside it.
struct exported {
  t::temp_dir folder;
  std::string data = (folder / "hall.viche").string();
  std::string journal = (folder / "hall.jsonl").string();

  exported() {
    REQUIRE(t::run({"session", "new", "--data", data, "--title", "Стратегія 2027"}).code == 0);
    const auto end =
        t::run({"export", "--data", data, "--format", "journal.jsonl", "--out", journal});
    REQUIRE(end.code == 0);
  }

  std::string head() const {
    const auto text = text_of(journal);
    return text.substr(text.find(R"("head":")") + 8, 64);
  }
};

} // namespace

TEST_CASE("a journal is verified without its data file, and the head looked for in it") {
  const exported e;
  const auto text = text_of(e.journal);
  CHECK(text.starts_with(R"({"format":"viche.journal.v1","epoch":")"));
  CHECK(text.find("Стратегія 2027") != text.npos);
  const auto whole = t::run({"verify", e.journal});
  CHECK(whole.code == 0);
  CHECK(whole.out.find("complete up to seq 1, head " + e.head()) != whole.out.npos);
  CHECK(whole.out.find("a missing end cannot be seen") != whole.out.npos);
  CHECK(t::run({"verify", e.journal, "--head", e.head()}).code == 0);
  CHECK(t::run({"verify", e.data, "--head", e.head()}).code == 0);
  const auto other = t::run({"verify", e.journal, "--head", std::string(64, '0')});
  CHECK(other.code == 1);
  CHECK(other.out.find("does not hold the published head") != other.out.npos);
}

TEST_CASE("a head is taken in capitals too, and an empty or cut one is a mistake at once") {
  const exported e;
  auto head = e.head();
  std::ranges::transform(head, head.begin(),
                         [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  CHECK(t::run({"verify", e.journal, "--head", head}).code == 0);
  CHECK(t::run({"verify", e.data, "--head", head}).code == 0);
  for (const auto& wrong : {std::string(), head.substr(1), head + ' ', "g" + head.substr(1)}) {
    const auto end = t::run({"verify", e.journal, "--head", wrong});
    CHECK(end.code == 2);
    CHECK(end.err.find("64 hexadecimal digits") != end.err.npos);
  }
}

TEST_CASE("a changed journal ends with 1 and names the line, one that is not there with 2") {
  const exported e;
  auto text = text_of(e.journal);
  text[text.find("open_session")] = 'O';
  std::ofstream(e.journal, std::ios::binary) << text;
  const auto broken = t::run({"verify", e.journal});
  CHECK(broken.code == 1);
  CHECK(broken.out.find("BROKEN, line 2:") != broken.out.npos);
  const auto none = t::run({"verify", (e.folder / "none.jsonl").string()});
  CHECK(none.code == 2);
  CHECK(none.err.find("cannot be read") != none.err.npos);
}
