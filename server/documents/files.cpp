// Small files, read and written whole.
#include "documents/files.hpp"

#include "documents/shipped.hpp"

#include <algorithm>
#include <fstream>
#include <system_error>

namespace viche::documents {
namespace {

namespace fs = std::filesystem;

// 3 is «very high»: macros only from trusted places, and there are none.
constexpr std::string_view profile = R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
  <prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
</item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
  <prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
</item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
  <prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
</item>
<item oor:path="/org.openoffice.Office.Common/Misc">
  <prop oor:name="FirstRun" oor:op="fuse"><value>false</value></prop>
</item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
  <prop oor:name="Link" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>
)";

bool write(const fs::path& file, std::string_view bytes) {
  std::ofstream out(file, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  return !out.fail();
}

std::string_view shipped(std::string_view name) {
  const auto at = std::ranges::find(shipped_files, name, &shipped_file::name);
  return at == shipped_files.end() ? std::string_view{} : at->bytes;
}

// report.docx is Ukrainian, as the language of the council; others name theirs.
std::string template_name(std::string_view stem, model::language l) {
  return std::string(stem) + (l == model::language::en ? ".en.docx" : ".docx");
}

} // namespace

put_file put_template(const fs::path& own, std::string_view stem, model::language l,
                      const fs::path& to, std::size_t bytes_max) {
  const auto name = template_name(stem, l);
  std::error_code absent;
  if (own.empty() || !fs::exists(own / name, absent)) {
    return {name, write(to, shipped(name)) ? "" : "document_failed"};
  }
  const auto size = fs::file_size(own / name, absent);
  if (absent) return {name, "template_no_document"}; // a folder, or not ours to read
  if (size > bytes_max) return {name, "template_large"};
  const auto bytes = read_whole(own / name, bytes_max);
  if (bytes.has_error()) return {name, "template_no_document"};
  return {name, write(to, *bytes) ? "" : "document_failed"};
}

std::vector<std::string> own_templates(const fs::path& own) {
  std::vector<std::string> out;
  if (own.empty()) return out;
  for (const auto& file : shipped_files) {
    std::error_code absent;
    const auto name = std::string(file.name);
    if (name.ends_with(".docx") && fs::exists(own / name, absent)) out.push_back(name);
  }
  return out;
}

bool put_scripts(const fs::path& folder) {
  return std::ranges::all_of(shipped_files, [&](const shipped_file& file) {
    return !file.name.ends_with(".py") || write(folder / std::string(file.name), file.bytes);
  });
}

bool put_profile(const fs::path& folder) {
  std::error_code failed;
  fs::create_directories(folder / "profile" / "user", failed);
  return write(folder / "profile" / "user" / "registrymodifications.xcu", profile);
}

result<std::string> read_whole(const fs::path& file, std::size_t bytes_max) {
  std::ifstream in(file, std::ios::binary | std::ios::ate);
  if (!in) return fault::input_malformed;
  const auto size = static_cast<std::size_t>(in.tellg());
  if (size > bytes_max) return fault::input_malformed;
  std::string bytes(size, '\0');
  in.seekg(0);
  if (!in.read(bytes.data(), static_cast<std::streamsize>(size))) return fault::input_malformed;
  return bytes;
}

} // namespace viche::documents
