// The sessions in every format, byte for byte as in tests/golden. After a change that is meant,
// UPDATE_GOLDEN=1 writes the files anew; look at the difference before committing it.
#include "report/sample.hpp"
#include "report/writers.hpp"
#include "support/unpacked.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>

using namespace viche;
using namespace viche::test;

namespace {

void check_formats(const report::report& r, const std::string& beginning) {
  for (const auto& f : report::formats) {
    const auto path =
        std::string(VICHE_SOURCE_DIR "/tests/golden/") + beginning + std::string(f.ending);
    const auto written = f.write(r);
    if (is_packed(written)) continue; // its bytes are the packer's too; their own tests read it
    // NOLINTNEXTLINE(concurrency-mt-unsafe): no thread is running here
    if (std::getenv("UPDATE_GOLDEN") != nullptr) {
      std::ofstream(path, std::ios::binary) << written;
    }
    std::ifstream file(path, std::ios::binary);
    const std::string golden(std::istreambuf_iterator<char>(file), {});
    CHECK_MESSAGE(written == golden, path);
  }
}

} // namespace

TEST_CASE("the formats of a small session are what they were") {
  for (const auto l : {model::language::uk, model::language::en}) {
    check_formats(
        report::make_report(small_session().state(), sample_facts(report::edition::public_, l)),
        l == model::language::uk ? "report.uk" : "report.en");
  }
}

TEST_CASE("the working formats of a hall with names are what they were") {
  auto facts = sample_facts(report::edition::working);
  facts.with_authors = true;
  check_formats(report::make_report(hall_session().state(), facts, hall_names()), "report.hall.uk");
}
