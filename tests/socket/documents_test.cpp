// The doors to documents: who may, what is missing, what waits.
#include "limits.hpp"
#include "support/live_server.hpp"
#include "support/temp_dir.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <doctest/doctest.h>

#include <chrono>
#include <exception>
#include <filesystem>
#include <fstream>
#include <functional>
#include <set>
#include <string>
#include <thread>
#include <vector>

namespace s = viche::socket;
namespace t = viche::test;

namespace {

struct office {
  explicit office(const std::function<void(s::doors&)>& tune = {})
      : server([&](s::doors& d) {
          d.documents.maker.settings().folder = folder / "documents";
          if (tune) tune(d);
        }) {}
  t::http_reply ask(const std::string& door, const std::string& secret) const {
    return t::http(server.port(), {.target = "/api/sessions/" + server.code + "/" + door,
                                   .headers = {{"Authorization", "Bearer " + secret}}});
  }
  t::http_reply ask(const std::string& door) const { return ask(door, server.facilitator); }

  t::temp_dir folder;
  t::live_server server;
};

// In Python's place a program that leaves a file and then says nothing until its time is up.
void hang(s::doors& d, std::int64_t until_ms) {
  auto& settings = d.documents.maker.settings();
  const auto program = settings.folder.parent_path() / "hanging";
  std::ofstream(program) << "#!/bin/sh\n: > '" << (program.parent_path() / "begun").string()
                         << "'\nexec sleep 600\n";
  std::filesystem::permissions(program, std::filesystem::perms::owner_all);
  settings.python = program;
  settings.bounds.fill_ms = until_ms;
}

std::string problem_in(const t::http_reply& reply) {
  return boost::json::parse(reply.body).at("problem").as_string().c_str();
}

} // namespace

TEST_CASE("a facilitator gets the Word file of the session, others are refused") {
  const office of;
  const auto docx = of.ask("report.docx");
  CHECK(docx.status == 200);
  CHECK(docx.body.starts_with("PK"));
  CHECK(of.ask("report.docx", of.server.operator_).status == 403);
  CHECK(of.ask("report.docx", "").status == 403);
  CHECK(of.ask("formats", of.server.operator_).status == 403);
  CHECK(of.ask("report.cards.docx?ideas=1,x").status == 400);
  CHECK(problem_in(of.ask("report.cards.docx?ideas=1%2C7")) == "cards_unknown");
}

TEST_CASE("formats says what this machine makes, and what to install for the rest") {
  const office of([](s::doors& d) { d.documents.maker.settings().office = "/nowhere/soffice"; });
  const auto told = boost::json::parse(of.ask("formats?language=en").body);
  std::size_t ready = 0;
  for (const auto& f : told.at("formats").as_array()) {
    if (f.at("is_ready").as_bool()) {
      ++ready;
      continue;
    }
    CHECK((f.at("format") == "odt" || f.at("format") == "pdf"));
    CHECK(f.at("packages").as_array().front() == "libreoffice-writer-nogui");
    CHECK(std::string(f.at("words").as_string()).find("sudo apt install") != std::string::npos);
  }
  CHECK(ready >= 7);
  const auto pdf = of.ask("report.pdf");
  CHECK(pdf.status == 501);
  CHECK(problem_in(pdf) == "program_missing");
}

TEST_CASE("over document_queue_max ordered ones, whoever asks is told to come back") {
  CHECK(s::document_queue{}.ordered_max == viche::limits::document_queue_max);
  const office of([](s::doors& d) {
    d.documents.ordered_max = 1;
    hang(d, 1500);
  });
  std::string docx;
  std::thread other([&] { docx = problem_in(of.ask("report.docx")); });
  const auto odt = problem_in(of.ask("report.odt"));
  other.join();
  // Whichever came first was tried, by a program that hangs.
  CHECK(std::set{docx, odt} == std::set<std::string>{"document_queue_full", "program_missing"});
}

TEST_CASE("whoever orders what is being made already waits for that, and takes no place") {
  const office of([](s::doors& d) {
    d.documents.ordered_max = 1;
    hang(d, 1000);
  });
  std::vector<std::string> told(4);
  std::vector<std::thread> people;
  for (auto& problem : told)
    people.emplace_back([&] { problem = problem_in(of.ask("report.docx")); });
  for (auto& one : people)
    one.join();
  for (const auto& problem : told)
    CHECK(problem == "program_missing");
}

TEST_CASE("formats are told while a document is being made, though no place is left") {
  const office of([](s::doors& d) { d.documents.ordered_max = 0; });
  CHECK(problem_in(of.ask("report.docx")) == "document_queue_full");
  CHECK(of.ask("formats").status == 200);
}

TEST_CASE("the server ends while a document is being made, and nothing of it outlives the server") {
  office of([](s::doors& d) {
    hang(d, 60'000);
    d.bounds.closing_ms = 0; // it does not even wait for whoever asked
  });
  const auto is_begun = of.folder / "begun";
  std::thread asks([&] {
    try {
      of.ask("report.docx");
    } catch (const std::exception&) { // nobody is left to answer
    }
  });
  while (!std::filesystem::exists(is_begun)) // the program's own time limit bounds it
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  of.server.restart();
  asks.join();
  CHECK(std::filesystem::is_empty(of.folder / "documents"));
}
