// What a document's folder is given before the programs run, and what is read from it behind them.
#pragma once

#include "fault.hpp"
#include "model/words.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace viche::documents {

// A template's file name, and what is wrong with it in the words of render.py, if anything is.
struct put_file {
  std::string name;
  std::string problem;
};

// The council's own template where its folder has one, else the shipped one, put at `to`.
put_file put_template(const std::filesystem::path& own, std::string_view stem, model::language l,
                      const std::filesystem::path& to, std::size_t bytes_max);

// Which of its templates a council has made its own.
std::vector<std::string> own_templates(const std::filesystem::path& own);

bool put_scripts(const std::filesystem::path& folder);

// The profile of LibreOffice, in which no macro runs and nothing is asked for elsewhere.
bool put_profile(const std::filesystem::path& folder);

// Fault input_malformed: it is larger than that, or cannot be read.
result<std::string> read_whole(const std::filesystem::path& file, std::size_t bytes_max);

} // namespace viche::documents
