// One spelling for each data file.
#include "commands/file_option.hpp"

#include <filesystem>
#include <system_error>

namespace viche::commands {
namespace {

// As it was typed, unless a symbolic link is on the way.
std::string followed(const std::string& typed) {
  std::error_code failed;
  const auto there = std::filesystem::weakly_canonical(typed, failed);
  if (failed || typed.empty()) return typed;
  const auto plain = std::filesystem::absolute(typed, failed).lexically_normal();
  return failed || there == plain ? typed : there.string();
}

} // namespace

CLI::Option* add_data_option(CLI::App& command, std::string& data, std::string description) {
  return command.add_option("--data", data, std::move(description))
      ->envname("VICHE_DATA")
      ->required()
      ->transform(followed, "");
}

CLI::Option* add_data_file(CLI::App& command, std::string& data, std::string description) {
  return command.add_option("FILE", data, std::move(description))
      ->required()
      ->transform(followed, "");
}

} // namespace viche::commands
