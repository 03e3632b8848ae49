// Ukrainian collation through ICU.
#include "report/collation.hpp"

#include <unicode/coll.h>
#include <unicode/stringpiece.h>

#include <memory>
#include <string>

namespace viche::report {
namespace {

// Opening one reads locale tables; comparing through a const one is safe from any thread.
const icu::Collator* ukrainian() {
  static const std::unique_ptr<icu::Collator> collator = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Collator> made(icu::Collator::createInstance(icu::Locale("uk"), status));
    if (U_SUCCESS(status)) {
      made->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status); // «Хутір 2» before «Хутір 12»
    }
    return U_SUCCESS(status) ? std::move(made) : nullptr;
  }();
  return collator.get();
}

// As in dictionaries an apostrophe does not count, whichever was typed; so on the pages too.
std::string letters_of(std::string_view name) {
  std::string out(name);
  for (const std::string_view apostrophe : {"'", "`", "’", "ʼ"}) {
    for (auto at = out.find(apostrophe); at != std::string::npos; at = out.find(apostrophe, at))
      out.erase(at, apostrophe.size());
  }
  return out;
}

} // namespace

bool is_before_by_alphabet(std::string_view a, std::string_view b) {
  if (const auto* collator = ukrainian()) {
    UErrorCode status = U_ZERO_ERROR;
    const auto order = collator->compareUTF8(letters_of(a), letters_of(b), status);
    if (U_SUCCESS(status) && order != UCOL_EQUAL) return order == UCOL_LESS;
  }
  return a < b; // equal by the alphabet, or an ICU without its data: still one fixed order
}

} // namespace viche::report
