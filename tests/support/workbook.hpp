// Workbooks for tests of what reads them: the least that a spreadsheet program would take, in a zip
// that packs nothing, so that a test can break any part of it.
#pragma once

#include <boost/crc.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace viche::test {

using zip_parts = std::vector<std::pair<std::string, std::string>>; // name, bytes

inline void put_number(std::string& to, std::uint64_t n, int bytes) {
  for (int i = 0; i < bytes; ++i)
    to.push_back(static_cast<char>((n >> (8 * i)) & 0xff));
}

// What local and central header share, from the version on (APPNOTE 4.4).
inline std::string zip_fields(const std::string& name, const std::string& bytes,
                              std::uint16_t flags, std::uint32_t said_bytes) {
  boost::crc_32_type crc;
  crc.process_bytes(bytes.data(), bytes.size());
  std::string out;
  put_number(out, 20, 2);
  put_number(out, flags, 2);
  put_number(out, 0, 2); // stored
  put_number(out, 0x5821'0000, 4); // a time and a day
  put_number(out, crc.checksum(), 4);
  put_number(out, bytes.size(), 4);
  put_number(out, said_bytes == 0 ? bytes.size() : said_bytes, 4);
  put_number(out, name.size(), 2);
  put_number(out, 0, 2);
  return out;
}

// `flags` of all parts; `said_bytes`: what each part claims to be unpacked, 0: the truth.
inline std::string zip_of(const zip_parts& parts, std::uint16_t flags = 0,
                          std::uint32_t said_bytes = 0) {
  std::string out;
  std::string central;
  for (const auto& [name, bytes] : parts) {
    const auto at = out.size();
    const auto fields = zip_fields(name, bytes, flags, said_bytes);
    out += "PK\x03\x04" + fields + name + bytes;
    central += "PK\x01\x02";
    put_number(central, 20, 2);
    central += fields;
    central.append(10, '\0'); // no comment, disk or attributes
    put_number(central, at, 4);
    central += name;
  }
  const auto at = out.size();
  out += central + "PK\x05\x06";
  put_number(out, 0, 4);
  put_number(out, parts.size(), 2);
  put_number(out, parts.size(), 2);
  put_number(out, central.size(), 4);
  put_number(out, at, 4);
  put_number(out, 0, 2);
  return out;
}

// Cells are XML themselves where they begin with «<c», else texts.
inline std::string sheet_xml(const std::vector<std::vector<std::string>>& rows) {
  std::string out =
      R"(<?xml version="1.0" encoding="UTF-8"?>)"
      R"(<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">)"
      "<sheetData>";
  for (std::size_t n = 0; n < rows.size(); ++n) {
    out += "<row r=\"" + std::to_string(n + 1) + "\">";
    for (const auto& cell : rows[n]) {
      const bool is_xml = cell.starts_with("<c");
      out += is_xml ? cell : R"(<c t="inlineStr"><is><t>)" + cell + "</t></is></c>";
    }
    out += "</row>";
  }
  return out + "</sheetData></worksheet>";
}

inline zip_parts workbook_parts(const std::string& sheet_name, std::string sheet) {
  constexpr std::string_view types =
      R"(<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/)"
      R"(content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-)"
      R"(package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType=)"
      R"("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override )"
      R"(PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-)"
      R"(officedocument.spreadsheetml.worksheet+xml"/></Types>)";
  const std::string rels = R"(<?xml version="1.0"?><Relationships xmlns=)"
                           R"("http://schemas.openxmlformats.org/package/2006/relationships">)";
  const std::string type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  return {{"[Content_Types].xml", std::string(types)},
          {"_rels/.rels", rels + R"(<Relationship Id="rId1" Type=")" + type +
                              R"(officeDocument" Target="xl/workbook.xml"/></Relationships>)"},
          {"xl/workbook.xml",
           R"(<?xml version="1.0" encoding="UTF-8"?><workbook xmlns=)"
           R"("http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r=)"
           R"("http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>)"
           R"(<sheet name=")" +
               sheet_name + R"(" sheetId="1" r:id="rId1"/></sheets></workbook>)"},
          {"xl/_rels/workbook.xml.rels",
           rels + R"(<Relationship Id="rId1" Type=")" + type +
               R"(worksheet" Target="worksheets/sheet1.xml"/></Relationships>)"},
          {"xl/worksheets/sheet1.xml", std::move(sheet)}};
}

inline std::string workbook_of(const std::vector<std::vector<std::string>>& rows) {
  return zip_of(workbook_parts("Пропозиції", sheet_xml(rows)));
}

} // namespace viche::test
