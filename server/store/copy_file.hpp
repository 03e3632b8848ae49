// The file a copy is made in: TO.part until it is whole and on the disk, then TO. Nothing is left
// of one that was not finished.
#pragma once

#include "fault.hpp"
#include "store/backup.hpp"
#include "store/file_lock.hpp"

#include <filesystem>
#include <optional>

namespace viche::store {

class copy_file {
public:
  // An empty TO.part for its owner only. Faults, in words: input_malformed if TO is there (and is
  // not to be replaced), is `of` itself or something beside it; file_not_ours, file_in_use for what
  // is not replaced; file_unwritable.
  static described<copy_file> make(const std::filesystem::path& of, const backup_order& order);

  copy_file(copy_file&& other) noexcept;
  copy_file& operator=(copy_file&&) = delete;
  ~copy_file();

  const std::filesystem::path& part() const { return part_; }

  // Once all pages are in it: every session gets an epoch of the copy's own, so that no page takes
  // it for the log it was copied from; synced, verified, renamed.
  described<backup_facts> finish();

private:
  copy_file(const backup_order& order, std::optional<file_lock> replaced);
  described<void> put_in_place();

  std::filesystem::path to_;
  std::filesystem::path part_; // empty: finished, or moved from
  bool replaces_;
  std::optional<file_lock> replaced_; // of the file that is replaced
};

} // namespace viche::store
