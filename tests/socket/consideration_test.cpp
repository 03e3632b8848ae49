// The table that a council filled in, on its way back through a real socket and the real reader.
#include "limits.hpp"
#include "support/live_server.hpp"
#include "support/temp_dir.hpp"
#include "support/workbook.hpp"

#include <doctest/doctest.h>

#include <boost/json.hpp>

#include <fcntl.h>
#include <sys/resource.h>

#include <filesystem>
#include <fstream>

namespace t = viche::test;
namespace limits = viche::limits;
namespace json = boost::json;

namespace {

using rows = std::vector<std::vector<std::string>>;
const std::vector<std::string> titles{"№", "Зміст пропозиції", "Результат розгляду", "Строк"};

t::http_reply bring(const t::live_server& s, std::string body, const std::string& query = "",
                    const std::string& secret = "") {
  const auto& with = secret.empty() ? s.facilitator : secret;
  return t::http(s.port(), {.method = "POST",
                            .target = "/api/sessions/" + s.code + "/decisions" + query,
                            .body = std::move(body),
                            .headers = {{"Authorization", "Bearer " + with}}});
}

// A session of two proposals.
struct proposed {
  explicit proposed(const std::function<void(viche::socket::doors&)>& tune = {}) : s(tune) {
    s.open_phase("ideas");
    submit("Лікар щодня");
    submit("Дорога");
  }
  void submit(const std::string& text) {
    auto desk = s.desk();
    desk.send(t::op("idea-of-a-table-" + std::to_string(++n),
                    R"("kind":"submit_idea","areas":["health"],"table":0,"channel":"oral",)"
                    R"("text":")" +
                        text + '"'));
    desk.receive_with(R"("type":"ack")");
  }
  t::live_server s;
  int n = 0;
};

std::string filled_in() {
  return t::workbook_of(
      {titles, {"1", "Лікар щодня", "враховано", "2027"}, {"2", "Дорога", "", ""}});
}

// For the query: what the preview of this workbook says it is of.
std::string as_of(const t::live_server& s, const std::string& workbook) {
  const auto said = json::parse(bring(s, workbook).body);
  return "&as_of=" + std::string(said.at("as_of").as_string());
}

// The name of the one thing that is wrong.
std::string wrong_with(const t::http_reply& a) {
  const auto said = json::parse(a.body).as_object();
  const auto& problems = said.at("problems").as_array();
  REQUIRE_MESSAGE(problems.size() == 1, a.body);
  CHECK(said.at("changes").as_array().empty());
  return problems[0].at("what").as_string().c_str();
}

std::string report_of(const t::live_server& s) {
  return t::http(s.port(), {.target = "/api/sessions/" + s.code + "/report.news.txt",
                            .headers = {{"Authorization", "Bearer " + s.facilitator}}})
      .body;
}

// A program in the place of the reader: it says and needs what the script makes it.
std::string stand_in(const t::temp_dir& in, const std::string& script) {
  const auto path = in / "reader";
  std::ofstream(path) << "#!/bin/sh\ncat > /dev/null\n" << script << '\n';
  std::filesystem::permissions(path, std::filesystem::perms::owner_all);
  return path.string();
}

// While it lives this process can open so many files more.
class few_files {
public:
  explicit few_files(int more) {
    ::getrlimit(RLIMIT_NOFILE, &before_);
    rlimit few = before_;
    for (few.rlim_cur = 0; more > 0; ++few.rlim_cur) {
      if (::fcntl(static_cast<int>(few.rlim_cur), F_GETFD) == -1) --more;
    }
    ::setrlimit(RLIMIT_NOFILE, &few);
  }
  ~few_files() { ::setrlimit(RLIMIT_NOFILE, &before_); }
  few_files(const few_files&) = delete;
  few_files& operator=(const few_files&) = delete;

private:
  rlimit before_{};
};

} // namespace

TEST_CASE("a table is first told as what it would change, and changes nothing by that") {
  proposed in;
  const auto a = bring(in.s, filled_in());
  REQUIRE_MESSAGE(a.status == 200, a.body);
  const auto said = json::parse(a.body).as_object();
  CHECK(said.at("applied") == false);
  CHECK(said.at("changes").as_array().size() == 2);
  CHECK(said.at("unchanged") == 1);
  CHECK(said.at("changes").at(0).at("field") == "outcome");
  CHECK(said.at("changes").at(0).at("after") == "accepted");
  CHECK(report_of(in.s).find("Рада розглянула") == std::string::npos);
}

TEST_CASE("a table that is applied changes all it says, and once for each id") {
  proposed in;
  const std::string query = "?apply=yes&op_id=table-of-a-test-0001" + as_of(in.s, filled_in());
  const auto a = bring(in.s, filled_in(), query);
  REQUIRE_MESSAGE(a.status == 200, a.body);
  CHECK(json::parse(a.body).at("applied") == true);
  CHECK(report_of(in.s).find("Рада розглянула 1 пропозицію.") != std::string::npos);
  const auto again = json::parse(bring(in.s, filled_in(), query).body);
  CHECK(again.at("applied") == true);
  CHECK(again.at("changes").as_array().empty());
  CHECK(bring(in.s, filled_in(), "?apply=yes&op_id=short").status == 400);
}

TEST_CASE("what was decided since a preview is shown before it is overwritten") {
  proposed in;
  const auto workbook = t::workbook_of({{"№", "Обґрунтування"}, {"1", "з таблиці"}, {"2", ""}});
  const auto seen = as_of(in.s, workbook);
  const auto other = t::workbook_of({{"№", "Обґрунтування"}, {"1", ""}, {"2", "з пульта"}});
  REQUIRE(bring(in.s, other, "?apply=yes" + as_of(in.s, other)).status == 200);
  const auto a = bring(in.s, workbook, "?apply=yes" + seen);
  CHECK(a.status == 409);
  const auto said = json::parse(a.body).as_object();
  CHECK(said.at("applied") == false);
  CHECK(said.at("problems").as_array().empty());
  CHECK(said.at("changes").at(1).at("before") == "з пульта");
  CHECK(bring(in.s, workbook, "?apply=yes").status == 409);
  CHECK(json::parse(bring(in.s, workbook).body).at("changes") == said.at("changes"));
  CHECK(bring(in.s, workbook, "?apply=yes" + as_of(in.s, workbook)).status == 200);
}

TEST_CASE("our own workbook comes back as it went, in either language") {
  proposed in;
  in.submit("=2+2 & <класи>\\nз новим 'рядком'");
  REQUIRE(bring(in.s, filled_in(), "?apply=yes" + as_of(in.s, filled_in())).status == 200);
  for (const auto* language : {"uk", "en"}) {
    const auto workbook =
        t::http(in.s.port(), {.target = "/api/sessions/" + in.s.code +
                                        "/report.xlsx?language=" + std::string(language),
                              .headers = {{"Authorization", "Bearer " + in.s.facilitator}}});
    REQUIRE(workbook.status == 200);
    const auto said = json::parse(bring(in.s, workbook.body).body).as_object();
    CHECK_MESSAGE(said.at("changes").as_array().empty(), said);
    CHECK_MESSAGE(said.at("problems").as_array().empty(), said);
    CHECK_MESSAGE(said.at("warnings").as_array().empty(), said);
    CHECK(said.at("unchanged") == 3);
    CHECK(said.at("missing").as_array().empty());
  }
}

TEST_CASE("with anything wrong nothing is applied") {
  proposed in;
  const auto half = t::workbook_of({titles, {"1", "Лікар щодня", "враховано"}, {"9", "", "так"}});
  const auto a = bring(in.s, half, "?apply=yes&op_id=table-of-a-test-0002");
  CHECK(a.status == 409);
  CHECK(json::parse(a.body).at("applied") == false);
  CHECK(report_of(in.s).find("Рада розглянула") == std::string::npos);
}

TEST_CASE("a table is for facilitators, and nobody else may bring so much") {
  proposed in;
  CHECK(bring(in.s, filled_in(), "", in.s.board).status == 403);
  CHECK(bring(in.s, filled_in(), "", t::pass_of("olena")).status == 403);
  const std::string large(limits::http_body_bytes_max + 1, 'x');
  CHECK(bring(in.s, large, "", in.s.operator_).status == 413);
  CHECK(bring(in.s, large).status == 200);
  const auto over = bring(in.s, std::string(limits::table_bytes_max + 1, 'x'), "?language=en");
  CHECK(over.status == 413);
  CHECK(wrong_with(over) == "too_large");
  CHECK(over.body.find("The table is too large.") != std::string::npos);
}

TEST_CASE("what is no table of ours is told by its name") {
  proposed in;
  const auto of_sheet = [&](std::string xml) {
    return wrong_with(bring(in.s, t::zip_of(t::workbook_parts("Пропозиції", std::move(xml)))));
  };
  CHECK(wrong_with(bring(in.s, "")) == "not_a_workbook");
  CHECK(wrong_with(bring(in.s, "Прізвище;Сума\n")) == "not_a_workbook");
  CHECK(wrong_with(bring(in.s, t::zip_of({{"a.txt", "x"}}))) == "not_a_workbook");
  CHECK(wrong_with(bring(in.s, filled_in().substr(0, 700))) == "not_a_workbook");
  CHECK(wrong_with(bring(in.s, t::workbook_of({{"Прізвище", "Сума"}}))) == "not_our_table");
  CHECK(of_sheet("<worksheet") == "unreadable");
  CHECK(of_sheet("<!DOCTYPE a [<!ENTITY b \"c\">]>" + t::sheet_xml({titles})) == "unreadable");
  const auto parts = t::workbook_parts("Пропозиції", t::sheet_xml({titles}));
  CHECK(wrong_with(bring(in.s, t::zip_of(parts, 1))) == "encrypted");
}

TEST_CASE("what would unpack to too much is not opened") {
  proposed in;
  auto parts = t::workbook_parts("Пропозиції", t::sheet_xml({titles}));
  const auto said = static_cast<std::uint32_t>(limits::table_unpacked_bytes_max);
  CHECK(wrong_with(bring(in.s, t::zip_of(parts, 0, said))) == "too_large");
  while (parts.size() <= limits::table_parts_max)
    parts.emplace_back("xl/media/" + std::to_string(parts.size()), "");
  CHECK(wrong_with(bring(in.s, t::zip_of(parts))) == "too_large");
}

TEST_CASE("rows and columns over their bounds are not read") {
  proposed in;
  auto xml = t::sheet_xml({titles});
  const auto row = "<row r=\"" + std::to_string(limits::table_rows_max + 1) +
                   R"("><c t="inlineStr"><is><t>1</t></is></c></row></sheetData>)";
  xml.replace(xml.find("</sheetData>"), std::string("</sheetData>").size(), row);
  CHECK(wrong_with(bring(in.s, t::zip_of(t::workbook_parts("Пропозиції", xml)))) == "too_large");
  const auto at = [&](std::uint32_t number, const std::string& cell) {
    auto far = t::sheet_xml({titles, {"1", "Лікар щодня", "враховано"}});
    far.replace(far.find("</sheetData>"), 0,
                "<row r=\"" + std::to_string(number) + "\">" + cell + "</row>");
    return bring(in.s, t::zip_of(t::workbook_parts("Пропозиції", far)));
  };
  const auto behind_a_gap = static_cast<std::uint32_t>(limits::table_rows_max) + 5000;
  CHECK(wrong_with(at(behind_a_gap, R"(<c t="inlineStr"><is><t>2</t></is></c>)")) == "too_large");
  CHECK(wrong_with(at(behind_a_gap, "<c><f>1+1</f></c>")) == "too_large");
  // LibreOffice writes the last row of all for its height.
  CHECK(json::parse(at(1'048'576, "<c s=\"0\"/>").body).at("changes").as_array().size() == 1);
  std::vector<std::string> wide(limits::table_columns_max, "зайвий");
  wide.insert(wide.end(), {"№", "Строк"});
  CHECK(wrong_with(bring(in.s, t::workbook_of({wide}))) == "not_our_table");
}

TEST_CASE("a formula counts as the value that was saved with it, and is never run") {
  proposed in;
  const auto with = [&](const std::string& cell) {
    return bring(in.s, t::workbook_of({titles, {"1", "Лікар щодня", "враховано", cell}}));
  };
  const auto saved = json::parse(with("<c t=\"str\"><f>1+1</f><v>2028</v></c>").body);
  CHECK(saved.at("changes").at(1).at("after") == "2028");
  CHECK(json::parse(with("<c><f>1+1</f></c>").body).at("problems").at(0).at("what") ==
        "formula_uncounted");
  // A program that writes every element with a prefix means the same.
  auto prefixed = t::sheet_xml({titles, {"1", "Лікар щодня", "враховано", "<c><f>1+1</f></c>"}});
  prefixed.replace(prefixed.find("<f>"), std::string("<f>1+1</f>").size(),
                   R"(<x:f xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">)"
                   "1+1</x:f>");
  const auto same = bring(in.s, t::zip_of(t::workbook_parts("Пропозиції", prefixed)));
  CHECK(json::parse(same.body).at("problems").at(0).at("what") == "formula_uncounted");
  const auto text = json::parse(with("=1+1").body);
  CHECK(text.at("changes").at(1).at("after") == "=1+1");
}

TEST_CASE("without the package it is said what to install") {
  proposed in([](auto& d) { d.python = "/nowhere/python3"; });
  const auto a = bring(in.s, filled_in());
  CHECK(a.status == 503);
  CHECK(wrong_with(a) == "package_missing");
  CHECK(a.body.find("потрібен пакет python3-openpyxl") != std::string::npos);
  CHECK(bring(in.s, filled_in(), "?language=en").body.find("install the package") !=
        std::string::npos);
}

TEST_CASE("a laptop that has no process to read with blames itself, and not the file") {
  proposed in([](auto& d) { d.can_cut_network = false; });
  t::http_reply a;
  {
    const few_files without_pipes(8); // five for asking; a child wants three pipes, six more
    a = bring(in.s, filled_in());
  }
  CHECK(a.status == 503);
  CHECK(a.body == R"({"refusal":"storage_unavailable","kind":"later"})");
  CHECK(bring(in.s, filled_in()).status == 200);
}

TEST_CASE("so many tables are read together, and no more") {
  static_assert(limits::tables_together_max == 2);
  proposed in([](auto& d) { d.bounds.tables_together_max = 0; });
  CHECK(bring(in.s, filled_in()).status == 429);
}

TEST_CASE("a table may come slowly, piece by piece, but not for ever") {
  static_assert(limits::table_sent_ms > limits::request_ms);
  constexpr int pause_ms = 100;
  const auto workbook = filled_in();
  const auto in_pieces = [&](const t::live_server& s, const std::string& secret) {
    std::vector<std::string> pieces{
        "POST /api/sessions/" + s.code +
        "/decisions HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
        "Authorization: Bearer " +
        secret + "\r\nContent-Length: " + std::to_string(workbook.size()) + "\r\n\r\n"};
    for (std::size_t at = 0; at < workbook.size(); at += workbook.size() / 10)
      pieces.push_back(workbook.substr(at, workbook.size() / 10));
    return t::http_in_pieces(s.port(), pieces, pause_ms);
  };
  const proposed in([](auto& d) { d.bounds.request_ms = 5 * pause_ms; });
  CHECK(in_pieces(in.s, in.s.facilitator).starts_with("HTTP/1.1 200"));
  CHECK(in_pieces(in.s, in.s.operator_).empty()); // what others bring is small
  const proposed hasty([](auto& d) { d.bounds.table_sent_ms = 5 * pause_ms; });
  CHECK(in_pieces(hasty.s, hasty.s.facilitator).empty());
}

TEST_CASE("a reader that takes too long or says too much is ended") {
  static_assert(limits::table_ms <= 60'000); // a desk waits no longer
  const t::temp_dir folder;
  proposed slow([&](auto& d) {
    d.python = stand_in(folder, "exec sleep 60");
    d.bounds.table_ms = 300;
    d.can_cut_network = false;
  });
  CHECK(wrong_with(bring(slow.s, filled_in())) == "too_large");
  const t::temp_dir other;
  proposed talkative([&](auto& d) {
    d.python = stand_in(other, "exec head -c " + std::to_string(limits::table_said_bytes_max + 1) +
                                   " /dev/zero");
    d.can_cut_network = false;
  });
  CHECK(wrong_with(bring(talkative.s, filled_in())) == "too_large");
}

TEST_CASE("a reader gets so much memory, and no more") {
  const auto with_memory = [](std::size_t bytes) {
    const t::temp_dir folder;
    proposed in([&](auto& d) {
      d.python =
          stand_in(folder, "exec /usr/bin/python3 -c \"x = bytearray(" + std::to_string(bytes) +
                               "); print('{\\\"refusal\\\":\\\"encrypted\\\"}')\"");
      d.can_cut_network = false;
    });
    return wrong_with(bring(in.s, filled_in()));
  };
  CHECK(with_memory(limits::table_memory_bytes_max / 4) == "encrypted");
  CHECK(with_memory(limits::table_memory_bytes_max) == "unreadable");
}
