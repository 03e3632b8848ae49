// The index: it finds what says the same in other forms, and forgets what it is told to forget.
#include "similar/index.hpp"

#include "limits.hpp"

#include <doctest/doctest.h>

namespace viche::similar {
namespace {

// Ideas of one village, numbered from 1.
struct village {
  index all;
  explicit village(std::initializer_list<const char*> texts) {
    model::seq_t id = 0;
    for (const auto* text : texts)
      all.put(++id, text);
  }
  model::seq_t best(std::string_view text) const {
    const auto found = all.alike_to(text);
    return found.empty() ? 0 : found[0].idea;
  }
};

village some_ideas() {
  return village{"Зробити нарешті дорогу до Вербівки, яма на ямі", "Лікар в амбулаторії щодня",
                 "Молодіжний центр", "Відновити хор і дати їм костюми",
                 "Камери на в'їздах у село і біля магазину"};
}

TEST_CASE("the same text is wholly alike") {
  const auto v = some_ideas();
  const auto found = v.all.alike_to("лікар в АМБУЛАТОРІЇ, щодня!");
  REQUIRE_FALSE(found.empty());
  CHECK(found[0] == match{2, 100});
}

TEST_CASE("inflected words are found") {
  const auto v = some_ideas();
  CHECK(v.best("дорога на вербівку це жах") == 1);
  CHECK(v.best("щоденний прийом лікаря в амбулаторіях") == 2);
  CHECK(v.best("центр для молоді, молодіжні гуртки") == 3);
}

TEST_CASE("look-alike letters, apostrophes and case do not hide an idea") {
  const auto v = some_ideas();
  CHECK(v.best("КАМЕРИ НА ВЇЗДАХ") == 5);
  CHECK(v.best("вiднoвити xop") == 4);
}

TEST_CASE("what is alike to nothing finds nothing") {
  const auto v = some_ideas();
  CHECK(v.all.alike_to("телемедицина та кардіограми").empty());
  CHECK(v.all.alike_to("").empty());
  CHECK(v.all.alike_to("🌳").empty());
  CHECK(index().alike_to("Лікар").empty());
}

TEST_CASE("at most three are suggested, the most alike first and of equals the older") {
  const village v{"Лікар щодня", "Лікар щодня у селі", "Лікар щодня", "Лікар щодня зранку",
                  "Дорога"};
  const auto found = v.all.alike_to("лікар щодня");
  static_assert(limits::similar_shown_max == 3, "the protocol page says: at most three");
  REQUIRE(found.size() == limits::similar_shown_max);
  CHECK(found[0].idea == 1);
  CHECK(found[1].idea == 3);
  CHECK(found[1].alike == 100);
  CHECK(found[2].alike < 100);
}

TEST_CASE("what is less alike than the bound is not suggested") {
  const auto v = some_ideas();
  for (const auto* text : {"дорога", "на ямі яма біля магазину", "щодня", "і на в у до"}) {
    for (const auto& m : v.all.alike_to(text)) {
      CHECK(m.alike >= limits::similar_alike_min);
      CHECK(m.alike <= 100);
    }
  }
  // One common word of many is not enough.
  CHECK(v.all.alike_to("село, яке має гарні краєвиди та привітних людей звідусіль").empty());
}

TEST_CASE("an idea that left is not found and leaves nothing behind") {
  auto v = some_ideas();
  for (model::seq_t id = 1; id <= 5; ++id)
    v.all.drop(id);
  CHECK(v.all.size() == 0);
  CHECK(v.all.grams() == 0);
  CHECK(v.all.alike_to("Лікар в амбулаторії щодня").empty());
  v.all.drop(99);
}

TEST_CASE("a text that was replaced is not found by its old words") {
  index all;
  all.put(7, "Допоможіть сусідці Ганні Петрівні");
  all.put(7, "Допоможіть сусідці ▮▮▮");
  CHECK(all.size() == 1);
  CHECK(all.alike_to("Ганні Петрівні").empty());
  CHECK(all.alike_to("Допоможіть сусідці")[0].idea == 7);
  index fresh;
  fresh.put(7, "Допоможіть сусідці ▮▮▮");
  CHECK(all.grams() == fresh.grams());
}

TEST_CASE("an index that lived through changes answers like a new one") {
  auto v = some_ideas();
  v.all.drop(2);
  v.all.put(6, "Стоматолог раз на тиждень");
  v.all.put(2, "Лікар в амбулаторії щодня");
  v.all.drop(6);
  for (const auto* text : {"лікар", "дорогу зробити", "костюми для хору", "молодіжний"}) {
    CHECK(v.all.alike_to(text) == some_ideas().all.alike_to(text));
  }
}

TEST_CASE("the longest idea anybody may send is indexed and asked for") {
  std::string longest;
  for (std::size_t n = 0; n < limits::idea_graphemes_max; ++n)
    longest += "👨‍👩‍👧‍👦";
  index all;
  all.put(1, longest);
  CHECK(all.alike_to(longest).empty()); // there is no word in it
}

} // namespace
} // namespace viche::similar
