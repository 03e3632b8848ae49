// The fields of a report, in its order.
#include "decode/report_file.hpp"

#include "decode/fields.hpp"
#include "decode/report_sums.hpp"
#include "decode/report_value.hpp"

#include <boost/json/parse.hpp>

#include <algorithm>
#include <utility>

namespace viche::decode {
namespace {

constexpr std::string_view format = "viche.report.v2";

model::slug slug_in(const report_value& in) {
  model::slug out{in.text()};
  if (!is_slug(out.value)) in.fail("is not the code of an area");
  return out;
}

model::settings settings_in(const report_value& in) {
  model::settings out;
  in["title"].into(out.title);
  in["community"].into(out.community);
  in["question"].into(out.question);
  in["areas"].for_all(limits::areas_max, [&](const report_value& one) {
    auto& a = out.areas.emplace_back();
    a.slug = slug_in(one["slug"]);
    one["name"].into(a.name);
    one["full_name"].into(a.full_name);
    one["english"].into(a.english);
  });
  out.votes_per_person = in["votes_per_person"].count();
  in["languages"].for_all(limits::languages_max, [&](const report_value& one) {
    out.languages.push_back(one.word<model::language>());
  });
  out.level = in["level"].count();
  out.tables = in["tables"].count();
  in["settlements"].for_all(limits::settlements_max, [&](const report_value& one) {
    one.into(out.settlements.emplace_back());
  });
  return out;
}

void read_council(const report_value& in, ops::import_session& out) {
  boost::mp11::mp_for_each<members_of<model::report_details>>(
      [&](auto d) { in["council"][d.name].into(out.details.*d.pointer); });
  const auto publication = in["publication"];
  if (publication.is_null()) return;
  out.is_published = publication["published"].flag();
  out.published_since = publication["since"].time();
}

void read_moderation(const report_value& in, model::imported_session& out) {
  constexpr auto acts = std::size_t{static_cast<std::uint8_t>(model::imported_act::accepted_late)};
  constexpr auto most = (acts + 1) * limits::ideas_per_session_max; // each once for every idea
  in["moderation"].for_all(most, [&](const report_value& one) {
    auto& line = out.moderation.emplace_back();
    line.number = one["number"].count();
    line.what = one["what"].word<model::imported_act>();
    if (!one["reason"].is_null()) line.reason = one["reason"].word<model::hide_reason>();
    if (!one["into"].is_null()) line.into = one["into"].count();
  });
}

void read_spans(const report_value& in, ops::import_session& out) {
  in["programme"].for_all(limits::import_spans_max, [&](const report_value& one) {
    out.programme.push_back({one["phase"].word<model::phase>(), one["minutes"].count()});
  });
  in["phases"].for_all(limits::import_spans_max, [&](const report_value& one) {
    out.phases.push_back({one["phase"].word<model::phase>(), one["opened_at"].time(),
                          one["closed_at"].time_or_null(), one["planned_ms"].ms(),
                          one["extended_ms"].ms(), one["paused_ms"].ms()});
  });
  in["pauses"].for_all(limits::import_spans_max, [&](const report_value& one) {
    out.pauses.push_back({one["reason"].word<model::pause_reason>(),
                          one["phase"].word<model::phase>(), one["since"].time(),
                          one["until"].time_or_null()});
  });
}

std::vector<model::imported_cell> cells_in(const report_value& in, std::string_view label) {
  std::vector<model::imported_cell> out;
  in.for_all(limits::import_cells_max, [&](const report_value& one) {
    auto& cell = out.emplace_back();
    one[label].into(cell.label);
    cell.is_said = !one["people"].is_null();
    if (cell.is_said) cell.people = one["people"].count();
    one.for_members([&](std::string_view name, const report_value&) {
      cell.is_few = cell.is_few || name == "fewer_than";
    });
  });
  return out;
}

std::vector<model::imported_channel> channels_in(const report_value& in) {
  std::vector<model::imported_channel> out;
  in.for_members([&](std::string_view name, const report_value& n) {
    const auto which = model::from_wire_name<model::channel>(name);
    if (!which) n.fail("is of no channel that is known here");
    out.push_back({which.value_or(model::channel{}), n.count()});
  });
  return out;
}

void read_people(const report_value& in, model::imported_session& out) {
  const auto people = in["participants"];
  out.people = {people["joined"].count(), people["guests"].count(),
                cells_in(people["by_table"], "table"),
                cells_in(people["by_settlement"], "settlement"), channels_in(people["by_channel"])};
  if (in["warmup"].is_null()) return;
  out.warmup.is_there = true;
  in["warmup"]["question"].into(out.warmup.question);
  out.warmup.answers = cells_in(in["warmup"]["answers"], "answer");
}

model::imported_totals totals_in(const report_value& in) {
  model::imported_totals out;
  out.submitted = in["submitted"].count();
  out.waiting = in["waiting"].count();
  out.merged = in["merged"].count();
  out.merged_unpublished = in["merged_unpublished"].count();
  out.hidden = in["hidden"].count();
  out.withdrawn = in["withdrawn"].count();
  out.redacted = in["redacted"].count();
  out.corrected = in["corrected"].count();
  out.late_accepted = in["late"]["accepted"].count();
  out.late_declined = in["late"]["declined"].count();
  out.late_waiting = in["late"]["waiting"].count();
  in["hidden_by_reason"].for_members([&](std::string_view name, const report_value& n) {
    const auto reason = model::from_wire_name<model::hide_reason>(name);
    if (!reason) n.fail("is of no reason that is known here");
    out.hidden_by_reason.push_back({reason.value_or(model::hide_reason{}), n.count()});
  });
  out.by_channel = channels_in(in["submitted_by_channel"]);
  return out;
}

void read_votes(const report_value& in, model::imported_session& out) {
  const auto voting = in["voting"];
  out.has_votes = !voting.is_null();
  if (out.has_votes) {
    const bool is_withheld = voting["voters_online"].is_null();
    out.voting = {is_withheld ? voting["voters"].count() : voting["voters_online"].count(),
                  is_withheld ? 0 : voting["voters_paper"].count(), voting["votes_given"].count(),
                  is_withheld};
  }
  const auto cards = in["cards"];
  if (cards.is_null()) return;
  out.cards.issued = cards["issued"].count();
  out.cards.voided = cards["void"].count();
  if (cards["used"].is_null()) return;
  out.cards.used = cards["used"].count();
  out.cards.unused = cards["unused"].count();
}

// What nothing else in the report says: the parts of the indicators.
model::imported_authors authors_in(const report_value& in) {
  model::imported_authors out;
  in["indicators"].for_all(limits::import_cells_max, [&](const report_value& one) {
    const auto name = one["name"].text();
    const auto part = [&] { return one["numerator"].is_null() ? 0 : one["numerator"].count(); };
    if (name == "authors") out.authors = static_cast<std::uint32_t>(one["value"].tenths() / 10);
    if (name == "tables") out.tables = static_cast<std::uint32_t>(one["value"].tenths() / 10);
    if (name == "proposals_per_author") out.by_authors = part();
    if (name == "by_operator_share") out.by_operator = part();
  });
  return out;
}

ops::import_proposal text_in(const report_value& in) {
  ops::import_proposal out;
  out.number = in["number"].count();
  out.submitted_at = in["at"].time();
  in["text"].into(out.text);
  in["areas"].for_all(limits::idea_areas_max,
                      [&](const report_value& one) { out.areas.push_back(slug_in(one)); });
  out.channel = in["channel"].word<model::channel>();
  out.is_redacted = in["redacted"].flag();
  out.is_corrected = in["corrected"].flag();
  return out;
}

// `room`: how many merged texts a session still holds.
reported_proposal proposal_in(const report_value& in, std::size_t room) {
  reported_proposal out{text_in(in), {}};
  auto& behind = out.main.support;
  behind.supports = in["supports"].count();
  if (!in["votes"].is_null()) {
    const bool is_withheld = in["votes_online"].is_null();
    behind.online = is_withheld ? in["votes"].count() : in["votes_online"].count();
    behind.paper = is_withheld ? 0 : in["votes_paper"].count();
    behind.hands = in["raised_hands"].count();
  }
  const auto decided = in["decision"];
  if (!decided.is_null()) {
    auto& d = out.main.decision;
    d.outcome = decided["outcome"].word<model::outcome>();
    decided["reason"].into(d.reason);
    decided["goal"].into(d.goal);
    decided["responsible"].into(d.responsible);
    decided["deadline"].into(d.deadline);
    out.main.decided_at = decided["at"].time();
  }
  in["merged"].for_all(room, [&](const report_value& one) { out.merged.push_back(text_in(one)); });
  return out;
}

bool is_made_of(std::string_view text, std::size_t size, std::string_view characters) {
  return text.size() == size && text.find_first_not_of(characters) == std::string_view::npos;
}

// Annex 6 prints these as what anybody can check, so they are no text that somebody chose.
report_origin origin_in(const report_value& code, const report_value& in) {
  report_origin out;
  code.into(out.code);
  const auto& digits = out.code.value;
  if (!is_made_of(digits, 6, "0123456789") || digits.front() == '0') {
    code.fail("is not the code of a session");
  }
  in["chain_head"].into(out.head);
  if (!is_made_of(out.head.value, 64, "0123456789abcdef")) {
    in["chain_head"].fail("is not a SHA-256 in 64 digits");
  }
  in["viche_version"].into(out.version);
  out.reported_at = in["generated_at"].time();
  return out;
}

report_file file_in(const report_value& in) {
  report_file out;
  out.language = in["language"].word<model::language>();
  out.has_authors = in["authors_shown"].flag();
  const auto session = in["session"];
  out.set = settings_in(session);
  auto& made = out.session;
  out.own = origin_in(session["code"], in);
  // At second hand the session that was held is still the first one.
  const auto before = in["imported"];
  const auto first = before.is_null() ? out.own : origin_in(before["code"], before);
  made.from.code = first.code;
  made.from.head = first.head;
  made.from.version = first.version;
  made.from.reported_at = first.reported_at;
  session["partners"].into(made.partners);
  made.logo.base64 = session["logo"].text();
  if (!is_like_picture(made.logo.base64)) session["logo"].fail("is not a PNG in base64");
  made.authorship = session["authorship"].word<model::authorship>();
  made.premoderation = session["premoderation"].flag();
  read_council(in, made);
  read_spans(in, made);
  read_people(in, made.from);
  in["table_sentences"].for_all(limits::tables_max, [&](const report_value& one) {
    auto& said = made.sentences.emplace_back();
    said.table = one["table"].count();
    one["text"].into(said.text);
  });
  made.from.totals = totals_in(in["totals"]);
  read_moderation(in, made.from);
  made.from.authors = authors_in(in);
  read_votes(in, made.from);
  made.is_revealed = made.from.has_votes;
  auto room = limits::ideas_per_session_max;
  in["proposals"].for_all(room, [&](const report_value& one) {
    out.proposals.push_back(proposal_in(one, room));
    room -= out.proposals.back().merged.size();
  });
  return out;
}

std::string text_of(const json::object& in, std::string_view key) {
  const auto* found = in.if_contains(key);
  return found != nullptr && found->is_string() ? std::string(found->get_string()) : std::string();
}

// A fault unless this is the public edition of a report of this format.
described<void> check_kind(const json::object& in) {
  const auto said = text_of(in, "format");
  if (!said.starts_with("viche.report.")) {
    return described_fault{fault::report_unknown,
                           "This is no report of Viche: export one with --format json."};
  }
  if (said != format) {
    return described_fault{fault::report_of_other_format,
                           "The report is of the format " + said.substr(0, 40) +
                               ", this program reads " + std::string(format) +
                               ": export it anew, or import it with the Viche that wrote it."};
  }
  if (text_of(in, "edition") != "public_" && text_of(in, "edition") != "public") {
    return described_fault{fault::report_not_public,
                           "This is the working edition, which is not what was published: export "
                           "the public one with --edition public."};
  }
  return {};
}

} // namespace

described<report_file> decode_report(std::string_view text) {
  if (text.size() > limits::import_bytes_max) {
    return described_fault{fault::report_too_large,
                           "The file has more than " +
                               std::to_string(limits::import_bytes_max / 1024 / 1024) +
                               " MiB: it cannot be the report of one session."};
  }
  // A comma stands before each value but the first; what is many times as large as its text is not
  // even parsed.
  const auto commas = static_cast<std::size_t>(std::ranges::count(text, ','));
  if (commas > limits::import_commas_max) {
    return described_fault{fault::report_too_large, "The file holds more values than the report of "
                                                    "one session."};
  }
  json::parse_options options;
  options.max_depth = limits::json_depth_max;
  boost::system::error_code failed;
  auto whole = json::parse(text, failed, {}, options);
  if (failed || !whole.is_object()) {
    return described_fault{fault::report_unknown,
                           "This is no JSON object, so no report: export one with --format json."};
  }
  if (const auto kind = check_kind(whole.get_object()); kind.has_error()) return kind.error();
  std::string wrong;
  auto out = file_in(report_value(whole, wrong));
  if (!wrong.empty()) {
    return described_fault{fault::report_malformed,
                           "The report cannot be read: " + wrong + ". Export it anew."};
  }
  if (const auto sums = check_sums(out); sums.has_error()) return sums.error();
  out.whole = std::move(whole);
  return out;
}

} // namespace viche::decode
