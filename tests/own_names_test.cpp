// What a file keeps to itself no other file of its folder writes again: the same little function
// belongs in one place, and two things of one name cannot be joined in a cold build (VICHE_JOIN).
#include <doctest/doctest.h>

#include <cctype>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <string_view>

namespace {

namespace fs = std::filesystem;

// What this line begins: a type by its name, anything else by all that the line says of it, so that
// overloads are different things. Empty: it begins nothing, or what may be said in every file.
std::string begun_by(const std::string& line) {
  if (line.empty() || std::isalpha(static_cast<unsigned char>(line.front())) == 0) return {};
  if (line.ends_with(':')) return {}; // public and private
  for (const auto* may_repeat : {"namespace ", "using ", "template ", "TEST_CASE("}) {
    if (line.starts_with(may_repeat)) return {};
  }
  for (const std::string_view type : {"struct ", "class ", "enum class ", "enum "}) {
    if (line.starts_with(type)) return line.substr(0, line.find_first_of(" ;", type.size()));
  }
  return line;
}

// Each of an unnamed namespace, where clang-format sets it: at the first column.
std::map<std::string, std::string> own_things(const fs::path& folder, std::string& written_again) {
  std::map<std::string, std::string> file_of;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() != ".cpp") continue;
    const auto file = entry.path().filename().string();
    std::ifstream in(entry.path());
    bool is_own = false;
    for (std::string line; std::getline(in, line);) {
      if (line == "namespace {") is_own = true;
      if (line == "} // namespace") is_own = false;
      const auto thing = is_own ? begun_by(line) : std::string();
      if (thing.empty()) continue;
      const auto at = file_of.emplace(thing, file).first;
      if (at->second != file) written_again += at->second + ", " + file + ": " + thing + '\n';
    }
  }
  return file_of;
}

TEST_CASE("what one file of a folder keeps to itself, no other writes again") {
  std::size_t seen = 0;
  for (const auto* top : {"server", "tests"}) {
    for (const auto& folder : fs::directory_iterator(fs::path(VICHE_SOURCE_DIR) / top)) {
      if (!folder.is_directory()) continue;
      std::string written_again;
      seen += own_things(folder, written_again).size();
      CHECK_MESSAGE(written_again.empty(), folder.path().string(), ":\n", written_again);
    }
  }
  CHECK(seen > 500); // a rule that looks at nothing keeps nothing
}

TEST_CASE("a type is known by its name, an overload by what it takes") {
  CHECK(begun_by("struct hall : small_session {") == begun_by("struct hall {"));
  CHECK(begun_by("bool has(const std::string& text) {") !=
        begun_by("bool has(std::string text) {"));
  CHECK(begun_by("using names = std::set<std::string>;").empty());
  CHECK(begun_by("  return 1;").empty());
  CHECK(begun_by("public:").empty());
}

} // namespace
