// Which ideas are alike to a text that is being typed: an incremental index over the pieces of
// their words. It suggests and never decides: in the acceptance file a pair that must stay apart
// («Освітлення на вулиці Садовій», «…Лісовій») is more alike by letters than any true duplicate.
//
// Alikeness of texts A and B, as sets of pieces: Dice's coefficient (L. R. Dice, "Measures of the
// amount of ecologic association between species", Ecology 26, 1945) with weights,
//   alike = 2 Σ w(g in both) / (Σ w(g in A) + Σ w(g in B)),   w(g) = ln(1 + n / (1 + n_g)),
// where n ideas are in the index and n_g of them hold g: rare pieces say more than common ones
// (inverse document frequency, K. Spärck Jones, Journal of Documentation 28, 1972).
#pragma once

#include "limits.hpp"
#include "model/ids.hpp"
#include "similar/grams.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace viche::similar {

struct match {
  model::seq_t idea = 0;
  std::uint32_t alike = 0; // 0–100

  bool operator==(const match&) const = default;
};

// Lives on one thread. What is dropped or put anew leaves no piece of its old text behind.
class index {
public:
  void put(model::seq_t idea, std::string text); // its text so far, if any, is replaced
  void drop(model::seq_t idea);                  // of one that is not here: nothing

  // The most alike first and of equals the older; none that is less alike than similar_alike_min.
  std::vector<match> alike_to(std::string_view text,
                              std::size_t at_most = limits::similar_shown_max) const;

  std::size_t size() const { return place_of_.size(); }
  std::size_t grams() const { return number_of_.size(); } // distinct ones of all ideas

private:
  using number = std::uint32_t; // of a gram: its place in holders_
  using place = std::uint32_t; // of an idea: its place in ideas_

  struct entry {
    model::seq_t idea = 0; // 0: free
    std::string text;
    std::vector<number> grams;
  };

  number number_for(gram g);
  void forget(place at);
  // What a gram weighs by how many ideas hold it; the last is of all of them.
  std::vector<double> weights() const;

  std::vector<entry> ideas_;
  std::vector<place> free_ideas_;
  std::unordered_map<model::seq_t, place> place_of_;
  std::unordered_map<gram, number> number_of_;
  std::vector<gram> grams_; // by number
  std::vector<std::vector<place>> holders_; // by number; the posting lists
  std::vector<number> free_numbers_;
};

} // namespace viche::similar
