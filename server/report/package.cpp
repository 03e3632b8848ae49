// The files in the order in which somebody who unpacks them reads.
#include "report/package.hpp"

#include "report/csv.hpp"
#include "report/csvw.hpp"
#include "report/html.hpp"
#include "report/json.hpp"
#include "report/open_tables.hpp"
#include "report/sha256.hpp"

namespace viche::report {

std::vector<packed_file> package_files(const report& r) {
  const bool with_votings = votings_in(r) == votings::published;
  std::vector<packed_file> out{{"proposals.csv", write_csv(r)}};
  if (with_votings) out.push_back({"votings.csv", write_votings(r)});
  out.push_back({"tags.csv", write_tags(r)});
  out.push_back({"session.json", write_json(r)});
  out.push_back({"schema.json", write_csvw(with_votings)});
  out.push_back({"passport.csv", write_passport(r)});
  out.push_back({"report.html", write_html(r)});
  std::string sums; // as sha256sum -c reads it
  for (const auto& file : out)
    sums += sha256_hex(file.bytes) + "  " + file.name + "\n";
  out.push_back({"SHA256SUMS", std::move(sums)});
  return out;
}

std::string write_package(const report& r) {
  return zip_of(package_files(r), r.facts.generated_at_ms);
}

} // namespace viche::report
