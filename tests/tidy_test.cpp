// The house rules as tests: which room may include which, how long a file and a line may be, what
// an op must bring along. They read the sources, so a broken rule names its file.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;
using names = std::set<std::string>;

struct source {
  std::string path; // from the root of the repository, with '/'
  std::string text;
  std::vector<std::string> lines;
};

const fs::path& root() {
  static const fs::path at = VICHE_SOURCE_DIR;
  return at;
}

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

bool is_shell(const fs::path& path, std::string_view text) {
  return path.extension().empty() && text.starts_with("#!");
}

bool is_ours(const fs::path& path) {
  static const names kinds{".cpp", ".hpp", ".ts",    ".svelte", ".css", ".js",
                           ".mjs", ".sql", ".cmake", ".html",   ""};
  return kinds.contains(path.extension().string());
}

const std::vector<source>& sources() {
  static const auto all = [] {
    static const names skipped{"node_modules", "dist", "test-results", "data", "golden"};
    std::vector<source> found;
    for (const auto* top : {"server", "tests", "scripts", "web", ".ci", "cmake", "bench"}) {
      if (!fs::exists(root() / top)) continue;
      for (fs::recursive_directory_iterator at(root() / top), end; at != end; ++at) {
        if (at->is_directory() && skipped.contains(at->path().filename().string())) {
          at.disable_recursion_pending();
        }
        if (!at->is_regular_file() || !is_ours(at->path())) continue;
        source s{at->path().lexically_relative(root()).generic_string(), read(at->path()), {}};
        if (at->path().extension().empty() && !is_shell(at->path(), s.text)) continue;
        std::istringstream in(s.text);
        for (std::string line; std::getline(in, line);) {
          s.lines.push_back(line);
        }
        found.push_back(std::move(s));
      }
    }
    std::ranges::sort(found, {}, &source::path);
    return found;
  }();
  return all;
}

std::string kind_of(const source& s) {
  return s.path.ends_with(".gen.ts") ? "generated" : fs::path(s.path).extension().string();
}

// The words of the pages: a sentence is not broken for the sake of a column.
bool is_wording(const source& s) {
  return s.path.starts_with("web/src/text/") &&
         (s.path.ends_with("uk.ts") || s.path.ends_with("en.ts"));
}

bool is_code(const source& s) {
  static const names code{".cpp", ".hpp", ".ts", ".svelte", ".js", ".mjs", ""};
  return code.contains(kind_of(s));
}

bool is_cpp(const source& s) {
  return kind_of(s) == ".cpp" || kind_of(s) == ".hpp";
}

// Code points, which is what an editor's column is for the letters we use.
std::size_t columns_of(std::string_view line) {
  return static_cast<std::size_t>(
      std::ranges::count_if(line, [](char c) { return (c & 0xC0) != 0x80; }));
}

// The folder below `top`, or the file's own name where it lies directly in it.
std::string room_of(std::string_view path, std::string_view top) {
  path.remove_prefix(top.size());
  return std::string(path.substr(0, path.find('/')));
}

// What stands between `open` and the closing quote behind it, for every line that has it.
std::vector<std::string> quoted_after(const source& s, std::string_view open, char close) {
  std::vector<std::string> found;
  for (const auto& line : s.lines) {
    const auto at = line.find(open);
    if (at == std::string::npos) continue;
    const auto from = at + open.size();
    const auto to = line.find(close, from);
    if (to != std::string::npos) found.push_back(line.substr(from, to - from));
  }
  return found;
}

bool is_word_char(char c) {
  return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool has_word(std::string_view text, std::string_view word) {
  for (auto at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
    const auto end = at + word.size();
    const bool is_start = at == 0 || !is_word_char(text[at - 1]);
    if (is_start && (end == text.size() || !is_word_char(text[end]))) return true;
  }
  return false;
}

void check_all(const std::function<bool(const source&)>& which,
               const std::function<std::string(const source&)>& complaint) {
  std::size_t seen = 0;
  for (const auto& s : sources()) {
    if (!which(s)) continue;
    ++seen;
    const auto words = complaint(s);
    CHECK_MESSAGE(words.empty(), s.path, ": ", words);
  }
  CHECK(seen > 0); // a rule that looks at nothing keeps nothing
}

const names every_room{"authorise", "broadcast", "child",   "commands", "consideration", "decode",
                       "documents", "fold",      "model",   "ops",      "rehearse",      "report",
                       "sequence",  "session",   "similar", "socket",   "store"};

// The arrows of the rooms. Everybody may use limits, fault and what lies in the own room.
const std::map<std::string, names>& arrows() {
  static const std::map<std::string, names> table{
      {"model", {}},
      {"ops", {"model"}},
      {"decode", {"ops", "model"}},
      {"authorise", {"ops", "model"}},
      {"fold", {"ops", "model"}},
      {"report", {"ops", "model"}},
      {"similar", {"ops", "model"}},
      // What a council typed elsewhere is normalised as what is typed here.
      {"consideration", {"decode", "report", "ops", "model"}},
      {"sequence", {"model"}},
      {"store", {"model"}},
      {"broadcast", {"model"}},
      {"child", {}},
      {"documents", {"child", "report", "model"}},
      {"session",
       {"decode", "authorise", "sequence", "fold", "store", "broadcast", "report", "similar", "ops",
        "model"}},
      // A connection is a subscriber of the hub; a report is written where it is asked for.
      {"socket",
       {"session", "broadcast", "child", "documents", "report", "consideration", "decode", "ops",
        "model"}},
      {"rehearse", {"model"}},
      {"commands", every_room},
      {"main.cpp", {"commands"}},
      {"typescript.cpp", {"broadcast", "ops", "model"}},
      {"boost.cpp", {}},
      {"limits.hpp", {}},
      {"fault.hpp", {}},
      {"fault.cpp", {}},
  };
  return table;
}

TEST_CASE("a room includes only the rooms its arrows point to") {
  check_all([](const source& s) { return s.path.starts_with("server/") && is_cpp(s); },
            [](const source& s) -> std::string {
              const auto room = room_of(s.path, "server/");
              const auto allowed = arrows().find(room);
              if (allowed == arrows().end()) return "no arrows are written down for " + room;
              for (const auto& include : quoted_after(s, "#include \"", '"')) {
                const auto to = room_of(include, "");
                const bool is_own = to == room || to == "limits.hpp" || to == "fault.hpp";
                if (!is_own && !allowed->second.contains(to)) return "may not include " + include;
              }
              return {};
            });
}

TEST_CASE("only the rooms that touch the world include Asio") {
  static const names may{"child",    "documents", "socket",   "session",  "store",
                         "sequence", "rehearse",  "commands", "boost.cpp"};
  check_all(
      [](const source& s) {
        return s.path.starts_with("server/") && is_cpp(s) &&
               !may.contains(room_of(s.path, "server/"));
      },
      [](const source& s) -> std::string {
        const bool is_used = s.text.find("#include <boost/asio") != std::string::npos ||
                             s.text.find("#include <boost/beast") != std::string::npos;
        return is_used ? "includes Asio or Beast" : "";
      });
}

// All headers of ours that a file takes in, itself included.
void collect(const std::string& path, const std::map<std::string, const source*>& by_path,
             names& into) {
  const auto at = by_path.find(path);
  if (at == by_path.end() || !into.insert(path).second) return;
  for (const auto& include : quoted_after(*at->second, "#include \"", '"')) {
    collect("server/" + include, by_path, into);
  }
}

TEST_CASE("at most four translation units pay for Beast") {
  std::map<std::string, const source*> by_path;
  for (const auto& s : sources()) {
    if (s.path.starts_with("server/") && is_cpp(s)) by_path.emplace(s.path, &s);
  }
  names paying;
  for (const auto& [path, s] : by_path) {
    if (!path.ends_with(".cpp") || path == "server/boost.cpp") continue;
    names taken;
    collect(path, by_path, taken);
    for (const auto& file : taken) {
      if (by_path.at(file)->text.find("#include <boost/beast") != std::string::npos) {
        paying.insert(path);
      }
    }
  }
  std::string list;
  for (const auto& path : paying) {
    list += path + " ";
  }
  CHECK_MESSAGE(paying.size() <= 4, list);
}

TEST_CASE("no file is longer than 400 lines and no line than 100 columns") {
  check_all(is_code, [](const source& s) -> std::string {
    if (s.lines.size() > 400) return std::to_string(s.lines.size()) + " lines";
    for (std::size_t i = 0; i < s.lines.size(); ++i) {
      const auto columns = columns_of(s.lines[i]);
      if (columns > 100 && !is_wording(s)) {
        return "line " + std::to_string(i + 1) + " has " + std::to_string(columns) + " columns";
      }
    }
    return {};
  });
}

TEST_CASE("a component is at most 150 lines") {
  check_all([](const source& s) { return kind_of(s) == ".svelte"; },
            [](const source& s) -> std::string {
              return s.lines.size() > 150 ? std::to_string(s.lines.size()) + " lines" : "";
            });
}

TEST_CASE("every file opens by saying what it is") {
  static const std::map<std::string, std::string> opening{
      {".cpp", "//"}, {".hpp", "//"},  {".ts", "//"},  {"generated", "//"},
      {".js", "//"},  {".mjs", "//"},  {".css", "/*"}, {".svelte", "<!--"},
      {".sql", "--"}, {".cmake", "#"}, {"", "#"}};
  check_all([](const source& s) { return opening.contains(kind_of(s)); },
            [](const source& s) -> std::string {
              // The names of the tests say what a web test is about. A script's first line is
              // for the kernel, a component may open with its code.
              if (s.path.ends_with(".test.ts")) return {};
              std::size_t first = kind_of(s).empty() ? 1 : 0;
              auto sign = opening.at(kind_of(s));
              if (kind_of(s) == ".svelte" && s.text.starts_with("<script")) {
                first = 1;
                sign = "//";
              }
              if (first == 1 && s.text.starts_with("#!/usr/bin/env node")) sign = "//";
              if (s.lines.size() <= first) return "is empty";
              const auto line = std::string_view(s.lines[first]);
              const auto text = line.substr(std::min(line.find_first_not_of(' '), line.size()));
              return text.starts_with(sign) ? "" : "does not open with a comment";
            });
}

TEST_CASE("nothing is left for later without an issue") {
  static const std::string marks[]{std::string("TO") + "DO", std::string("FIX") + "ME"};
  check_all([](const source&) { return true; },
            [](const source& s) -> std::string {
              for (const auto& mark : marks) {
                if (has_word(s.text, mark)) return "has a " + mark;
              }
              return {};
            });
}

TEST_CASE("a file is named after its subject") {
  static const names empty_words{"manager", "helper",  "helpers",  "util",     "utils",   "common",
                                 "handler", "misc",    "base",     "impl",     "data",    "info",
                                 "process", "service", "handlers", "services", "managers"};
  check_all([](const source&) { return true; },
            [](const source& s) -> std::string {
              auto name = fs::path(s.path).filename().string();
              // Their subjects' own names.
              if (name.starts_with("personal_data.") || name.starts_with("data_file.")) return {};
              for (auto& c : name) {
                if (!is_word_char(c) || c == '_') c = ' ';
              }
              std::istringstream words(name);
              for (std::string word; words >> word;) {
                if (empty_words.contains(word)) return "is named " + word;
              }
              return {};
            });
}

std::string all_tests() {
  std::string text;
  for (const auto& s : sources()) {
    if (s.path.starts_with("tests/") && is_cpp(s)) text += s.text;
  }
  return text;
}

TEST_CASE("every bound of limits.hpp is bitten in a test") {
  const auto tests = all_tests();
  const source limits{"server/limits.hpp", read(root() / "server/limits.hpp"), {}};
  std::istringstream in(limits.text);
  std::size_t seen = 0;
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with("inline constexpr ")) continue;
    const auto name_end = line.find(" =");
    const auto name_at = line.rfind(' ', name_end - 1) + 1;
    const auto name = line.substr(name_at, name_end - name_at);
    CHECK_MESSAGE(has_word(tests, name), name, " is named in no test");
    ++seen;
  }
  CHECK(seen > 0);
}

TEST_CASE("every op has its test file and its line on the protocol page") {
  const auto page = read(root() / "docs/protocol.md");
  const auto list = std::ranges::find(sources(), "server/ops/list.hpp", &source::path);
  REQUIRE(list != sources().end());
  const auto headers = quoted_after(*list, "#include \"ops/", '.');
  CHECK(headers.size() > 10);
  for (const auto& op : headers) {
    const auto test = root() / "tests" / "ops" / (op + "_test.cpp");
    CHECK_MESSAGE(fs::exists(test), op, " has no test file in tests/ops");
    CHECK_MESSAGE(page.find("\n| `" + op + "` |") != std::string::npos, op,
                  " is not in docs/protocol.md");
  }
}

TEST_CASE("the pages import only along their arrows") {
  static const std::map<std::string, names> web{
      {"wire", {}},
      {"text", {}},
      {"ui", {"text"}},
      {"session", {"wire"}},
      {"phone", {"session", "wire", "ui", "text"}},
      // The check of the journal for whoever took no part looks as on a phone.
      {"check", {"phone", "session", "wire", "ui", "text"}},
      // The desk shows the board in small, as the hall sees it.
      {"desk", {"board", "session", "wire", "ui", "text"}},
      {"board", {"session", "wire", "ui", "text"}},
  };
  check_all(
      [](const source& s) {
        return s.path.starts_with("web/src/") && s.path.find('/', 8) != std::string::npos;
      },
      [](const source& s) -> std::string {
        const auto room = room_of(s.path, "web/src/");
        const auto allowed = web.find(room);
        if (allowed == web.end()) return "no arrows are written down for " + room;
        auto imports = quoted_after(s, " from '", '\'');
        for (const auto* open : {"import '", "import('", "@import '"}) {
          std::ranges::copy(quoted_after(s, open, '\''), std::back_inserter(imports));
        }
        for (const auto& import : imports) {
          if (!import.starts_with('.')) continue;
          const auto target = (fs::path(s.path).parent_path() / import).lexically_normal();
          const auto to = room_of(target.generic_string(), "web/src/");
          if (to != room && !allowed->second.contains(to)) return "may not import " + import;
        }
        return {};
      });
}

} // namespace
