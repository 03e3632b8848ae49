// A session that a council decides about, and its table on the way back over HTTP.
#pragma once

#include "support/live_server.hpp"
#include "support/workbook.hpp"

#include <boost/json.hpp>

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace viche::test {

inline const std::vector<std::string> table_titles{"№", "Зміст пропозиції", "Результат розгляду",
                                                   "Строк"};

inline http_reply post_table(const live_server& s, std::string body, const std::string& query = "",
                             const std::string& secret = "") {
  const auto& with = secret.empty() ? s.facilitator : secret;
  return http(s.port(), {.method = "POST",
                         .target = "/api/sessions/" + s.code + "/decisions" + query,
                         .body = std::move(body),
                         .headers = {{"Authorization", "Bearer " + with}}});
}

// A session of two proposals.
struct proposed {
  explicit proposed(const std::function<void(socket::doors&)>& tune = {}) : s(tune) {
    s.open_phase("ideas");
    submit("Лікар щодня");
    submit("Дорога");
  }
  void submit(const std::string& text) {
    auto desk = s.desk();
    desk.send(op("idea-of-a-table-" + std::to_string(++n),
                 R"("kind":"submit_idea","areas":["health"],"table":0,"channel":"oral",)"
                 R"("text":")" +
                     text + '"'));
    const auto ack = boost::json::parse(desk.receive_with(R"("type":"ack")"));
    ideas.push_back(std::to_string(ack.at("seq").as_int64()));
  }
  live_server s;
  std::vector<std::string> ideas; // their ids
  int n = 0;
};

inline std::string filled_table() {
  return workbook_of(
      {table_titles, {"1", "Лікар щодня", "враховано", "2027"}, {"2", "Дорога", "", ""}});
}

// For the query: what the preview of this workbook says it is of.
inline std::string table_as_of(const live_server& s, const std::string& workbook) {
  const auto said = boost::json::parse(post_table(s, workbook).body);
  return "&as_of=" + std::string(said.at("as_of").as_string());
}

// What is told of it, with what the council decided.
inline std::string news_of(const live_server& s) {
  return http(s.port(), {.target = "/api/sessions/" + s.code + "/report.news.txt",
                         .headers = {{"Authorization", "Bearer " + s.facilitator}}})
      .body;
}

} // namespace viche::test
