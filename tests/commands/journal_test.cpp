// The public journal at the terminal: exported from a data file, verified without it.
#include "store/chain.hpp"
#include "store/journal.hpp"
#include "support/program.hpp"
#include "support/temp_dir.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>

namespace t = viche::test;
namespace store = viche::store;

namespace {

// A new session, and its journal beside it.
struct exported_journal {
  t::temp_dir folder;
  std::string data = (folder / "hall.viche").string();
  std::string journal = (folder / "hall.jsonl").string();

  exported_journal() {
    REQUIRE(t::run({"session", "new", "--data", data, "--title", "Стратегія 2027"}).code == 0);
    const auto end =
        t::run({"export", "--data", data, "--format", "journal.jsonl", "--out", journal});
    REQUIRE(end.code == 0);
  }

  std::string head() const {
    const auto text = t::text_of(journal);
    return text.substr(text.find(R"("head":")") + 8, 64);
  }
};

// A journal that follows, of entries that nobody made.
struct written_journal {
  store::journal_header header{"00000000482913ab", "482913", "Стратегія", 0, {}};
  std::string entries;
  std::string hash{store::bytes_of(store::hash_before_first("00000000482913ab"))};

  void add(const std::string& kind) {
    constexpr std::int64_t minute = 29'396'520;
    const auto seq = ++header.count;
    const auto next =
        store::hash_entry(hash, store::public_part(seq, kind, minute), std::string(32, '\0'));
    hash = store::bytes_of(next);
    header.head = store::to_hex(hash);
    const store::journal_entry e{seq, kind, minute, std::string(64, '0'), header.head};
    entries += store::journal_line(e) + '\n';
  }
  std::string text() const { return store::journal_line(header) + '\n' + entries; }
};

} // namespace

TEST_CASE("a journal is verified without its data file, and the head looked for in it") {
  const exported_journal e;
  const auto text = t::text_of(e.journal);
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

TEST_CASE("votes behind the head of a close end with 1, the council's part does not") {
  const t::temp_dir folder;
  const auto file = (folder / "forged.jsonl").string();
  const auto verified = [&](const std::string& added) {
    written_journal j;
    j.add("open_session");
    j.add("open_phase");
    const auto closing = j.header.head;
    j.add("publish_results");
    j.add(added);
    std::ofstream(file, std::ios::binary) << j.text();
    return t::run({"verify", file, "--head", closing});
  };
  const auto good = verified("decide_proposals");
  CHECK(good.code == 0);
  CHECK(good.out.find("behind it: 1 decide_proposals, 1 publish_results") != good.out.npos);
  for (const auto* kind : {"cast_vote", "import_proposal", "unheard_of"}) {
    const auto forged = verified(kind);
    CHECK(forged.code == 1);
    CHECK(forged.out.find("STRANGE behind a close: 1 " + std::string(kind) + '.') !=
          forged.out.npos);
  }
}

TEST_CASE("a head is taken in capitals too, and an empty or cut one is a mistake at once") {
  const exported_journal e;
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
  const exported_journal e;
  auto text = t::text_of(e.journal);
  text[text.find("open_session")] = 'O';
  std::ofstream(e.journal, std::ios::binary) << text;
  const auto broken = t::run({"verify", e.journal});
  CHECK(broken.code == 1);
  CHECK(broken.out.find("BROKEN, line 2:") != broken.out.npos);
  const auto none = t::run({"verify", (e.folder / "none.jsonl").string()});
  CHECK(none.code == 2);
  CHECK(none.err.find("cannot be read") != none.err.npos);
}
