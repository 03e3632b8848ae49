// Ukrainian collation through ICU.
#include "report/collation.hpp"

#include <unicode/coll.h>
#include <unicode/stringpiece.h>

#include <memory>

namespace viche::report {
namespace {

// Opening one reads locale tables; comparing through a const one is safe from any thread.
const icu::Collator* ukrainian() {
  static const std::unique_ptr<icu::Collator> collator = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Collator> made(icu::Collator::createInstance(icu::Locale("uk"), status));
    return U_SUCCESS(status) ? std::move(made) : nullptr;
  }();
  return collator.get();
}

icu::StringPiece piece(std::string_view text) {
  return {text.data(), static_cast<std::int32_t>(text.size())};
}

} // namespace

bool is_before_by_alphabet(std::string_view a, std::string_view b) {
  if (const auto* collator = ukrainian()) {
    UErrorCode status = U_ZERO_ERROR;
    const auto order = collator->compareUTF8(piece(a), piece(b), status);
    if (U_SUCCESS(status) && order != UCOL_EQUAL) return order == UCOL_LESS;
  }
  return a < b; // equal by the alphabet, or an ICU without its data: still one fixed order
}

} // namespace viche::report
