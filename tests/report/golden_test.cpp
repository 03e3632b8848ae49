// The small session in every format, byte for byte as in tests/golden. After a change that is
// meant, UPDATE_GOLDEN=1 writes the files anew; look at the difference before committing it.
#include "report/sample.hpp"
#include "report/writers.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>

using namespace viche;
using namespace viche::test;

TEST_CASE("the formats of a small session are what they were") {
  for (const auto l : {model::language::uk, model::language::en}) {
    const auto r =
        report::make_report(small_session().state(), sample_facts(report::edition::public_, l));
    for (const auto& f : report::formats) {
      const auto path = std::string(VICHE_SOURCE_DIR "/tests/golden/report.") +
                        (l == model::language::uk ? "uk" : "en") + std::string(f.ending);
      const auto written = f.write(r);
      // NOLINTNEXTLINE(concurrency-mt-unsafe): no thread is running here
      if (std::getenv("UPDATE_GOLDEN") != nullptr) {
        std::ofstream(path, std::ios::binary) << written;
      }
      std::ifstream file(path, std::ios::binary);
      const std::string golden(std::istreambuf_iterator<char>(file), {});
      CHECK_MESSAGE(written == golden, path);
    }
  }
}
