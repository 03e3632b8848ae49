// Prints web/src/wire/ops.gen.ts: the words, ops, refusals, close codes and records of the wire,
// from the C++ that speaks them. scripts/gen runs it; a test fails when the file is stale.
#include "broadcast/council_view.hpp"
#include "broadcast/view.hpp"
#include "limits.hpp"
#include "model/refusal.hpp"
#include "model/wire_name.hpp"
#include "ops/list.hpp"

#include <cstdio>
#include <map>
#include <string>
#include <type_traits>
#include <typeindex>

namespace {

using namespace viche; // a program of one file

namespace describe = boost::describe;
namespace mp11 = boost::mp11;

// Named types, by what they are in C++.
std::map<std::type_index, std::string> names;

std::string literals_of(auto enumerators, const char* separator) {
  std::string out;
  mp11::mp_for_each<decltype(enumerators)>([&](auto d) {
    if (!out.empty()) out += separator;
    out += '\'' + std::string(model::wire_name(d.value)) + '\'';
  });
  return out;
}

// --- the TypeScript spelling of a C++ type ---

template <class T>
struct spelling {
  static std::string of() {
    if (const auto named = names.find(typeid(T)); named != names.end()) return named->second;
    if constexpr (std::is_same_v<T, bool>) return "boolean";
    if constexpr (std::is_integral_v<T>) return "number";
    return "string"; // texts, slugs, ids in hexadecimal
  }
};

template <class T>
struct spelling<std::vector<T>> {
  static std::string of() { return "readonly " + spelling<T>::of() + "[]"; }
};

template <class T>
struct spelling<broadcast::nullable<T>> {
  static std::string of() { return spelling<T>::of() + " | null"; }
};

template <class T>
struct field {
  static std::string of(const char* name) { return std::string(name) + ": " + spelling<T>::of(); }
};

template <class T>
struct field<std::optional<T>> {
  static std::string of(const char* name) { return std::string(name) + "?: " + spelling<T>::of(); }
};

template <class T>
std::string fields_of(const char* separator) {
  std::string out;
  mp11::mp_for_each<
      describe::describe_members<T, describe::mod_any_access | describe::mod_inherited>>(
      [&](auto d) {
        using member = std::remove_cvref_t<decltype(std::declval<T>().*d.pointer)>;
        if (!out.empty()) out += separator;
        out += field<member>::of(d.name);
      });
  return out;
}

// --- what is printed ---

template <class Enum>
void print_words(const char* type, const char* list) {
  names.emplace(typeid(Enum), type);
  using all = describe::describe_enumerators<Enum>;
  std::printf("export type %s = %s;\n", type, literals_of(all{}, " | ").c_str());
  std::printf("export const %s: readonly %s[] = [%s];\n\n", list, type,
              literals_of(all{}, ", ").c_str());
}

template <class T>
void print_struct(const char* type) {
  std::printf("export type %s = {\n  %s;\n};\n\n", type, fields_of<T>(";\n  ").c_str());
  names.emplace(typeid(T), type);
}

void print_ops() {
  std::puts("export type Op =");
  mp11::mp_for_each<mp11::mp_transform<mp11::mp_identity, ops::any_op>>(
      [&]<class Op>(mp11::mp_identity<Op>) {
        if (ops::made_by_server<Op>) return; // never sent by a page
        const auto fields = fields_of<Op>("; ");
        std::printf("  | { kind: '%s'%s%s }\n", std::string(Op::name).c_str(),
                    fields.empty() ? "" : "; ", fields.c_str());
      });
  std::puts("  ;\n\nexport type OpKind = Op['kind'];\n");
}

void print_stopped_by_pause() {
  std::puts("// What residents may do, but not while the session is paused.\n"
            "export const STOPPED_BY_PAUSE: readonly OpKind[] = [");
  mp11::mp_for_each<mp11::mp_transform<mp11::mp_identity, ops::any_op>>(
      []<class Op>(mp11::mp_identity<Op>) {
        if (!Op::who.has(model::role::resident) || Op::while_paused) return;
        std::printf("  '%s',\n", std::string(Op::name).c_str());
      });
  std::puts("];\n");
}

// Not what the host alone does: with that a log begins.
void print_allowed_when_closed() {
  std::puts(
      "// What may stand behind the close in a journal, also of what the server alone makes.\n"
      "export const ALLOWED_WHEN_CLOSED: readonly string[] = [");
  mp11::mp_for_each<mp11::mp_transform<mp11::mp_identity, ops::any_op>>(
      []<class Op>(mp11::mp_identity<Op>) {
        const bool is_of_staff = Op::who.has(model::role::facilitator);
        if (!is_of_staff || !Op::when.has(model::phase::closed)) return;
        std::printf("  '%s',\n", std::string(Op::name).c_str());
      });
  std::puts("];\n");
}

void print_refusals() {
  std::puts("export const REFUSALS = {");
  mp11::mp_for_each<describe::describe_enumerators<model::refusal>>([](auto d) {
    std::printf("  %s: '%s',\n", d.name, model::is_later(d.value) ? "later" : "final");
  });
  std::puts("} as const;\n\nexport type RefusalName = keyof typeof REFUSALS;\n"
            "export type RefusalKind = 'final' | 'later';\n\n"
            "export const LATER: readonly RefusalName[] = [");
  mp11::mp_for_each<describe::describe_enumerators<model::refusal>>([](auto d) {
    if (model::is_later(d.value)) std::printf("  '%s',\n", d.name);
  });
  std::puts("];\n");
}

void print_close_codes() {
  std::puts("export const CLOSE_CODES = {");
  mp11::mp_for_each<describe::describe_enumerators<model::close_code>>(
      [](auto d) { std::printf("  %s: %d,\n", d.name, static_cast<int>(d.value)); });
  std::puts("} as const;\n");
}

void print_limits() {
  std::printf("export const LIMITS = {\n  ideas_together_max: %zu,\n  idea_graphemes_soft: %zu,\n  "
              "idea_graphemes_max: %zu,\n"
              "  idea_letters_min: %zu,\n  idea_areas_max: %zu,\n  merge_others_max: %zu,\n"
              "  reveal_place_max: %u,\n  slots_max: %u,\n  wifi_name_bytes_max: %zu,\n"
              "  wifi_password_min: %zu,\n  wifi_password_max: %zu,\n} as const;\n",
              limits::ideas_together_max, limits::idea_graphemes_soft, limits::idea_graphemes_max,
              limits::idea_letters_min, limits::idea_areas_max, limits::merge_others_max,
              limits::reveal_place_max, limits::slots_max, limits::wifi_name_bytes_max,
              limits::wifi_password_min, limits::wifi_password_max);
}

// Apart from the others, as no phone needs them.
void print_setup_limits() {
  std::printf("\nexport const SETUP_LIMITS = {\n  title_graphemes_max: %zu,\n"
              "  note_graphemes_max: %zu,\n  areas_min: %zu,\n  areas_max: %zu,\n  slug_bytes_max: "
              "%zu,\n  votes_per_person_max: %u,\n"
              "  tables_max: %u,\n  settlements_max: %zu,\n  warmup_options_max: %zu,\n"
              "  phase_minutes_max: %u,\n  picture_bytes_max: %zu,\n"
              "  table_bytes_max: %zu,\n} as const;\n",
              limits::title_graphemes_max, limits::note_graphemes_max, limits::areas_min,
              limits::areas_max, limits::slug_bytes_max, limits::votes_per_person_max,
              limits::tables_max, limits::settlements_max, limits::warmup_options_max,
              limits::phase_minutes_max, limits::picture_bytes_max, limits::table_bytes_max);
}

} // namespace

int main() {
  std::puts("// The wire's types, printed from the server's own: do not edit, run scripts/gen.\n"
            "// Spelled as in C++, so that one grep finds a field on both sides.\n");
  print_words<model::phase>("Phase", "PHASES");
  print_words<model::pause_reason>("PauseReason", "PAUSE_REASONS");
  print_words<model::hide_reason>("HideReason", "HIDE_REASONS");
  print_words<model::channel>("Channel", "CHANNELS");
  print_words<model::late_fate>("LateFate", "LATE_FATES");
  print_words<model::board_mode>("BoardMode", "BOARD_MODES");
  print_words<model::authorship>("Authorship", "AUTHORSHIPS");
  print_words<model::outcome>("Outcome", "OUTCOMES");
  print_words<model::language>("Language", "LANGUAGES");
  print_words<model::role>("Role", "ROLES");
  print_struct<model::area>("Area");
  print_struct<model::settings>("Settings");
  print_struct<model::card_codes>("CardCodes");
  print_struct<model::report_details>("ReportDetails");
  print_struct<model::decision>("Decision");
  print_struct<model::decision_line>("DecisionLine");
  print_ops();
  print_stopped_by_pause();
  print_allowed_when_closed();
  print_refusals();
  print_close_codes();
  print_struct<broadcast::pause_view>("Pause");
  names.emplace(typeid(broadcast::area_view), "Area");
  print_struct<broadcast::session_view>("SessionRecord");
  print_struct<broadcast::phase_view>("PhaseRecord");
  print_struct<broadcast::idea_view>("IdeaRecord");
  print_struct<broadcast::desk_idea_view>("DeskIdeaRecord");
  print_struct<broadcast::spotlight_view>("SpotlightRecord");
  print_struct<broadcast::totals_view>("TotalsRecord");
  print_struct<broadcast::desk_totals_view>("DeskTotalsRecord");
  print_struct<broadcast::wifi_view>("WifiRecord");
  print_struct<broadcast::help_request_view>("HelpRequest");
  print_struct<broadcast::help_view>("HelpRecord");
  print_struct<broadcast::late_idea_view>("LateIdeaRecord");
  print_struct<broadcast::planned_view>("PlannedPhase");
  print_struct<broadcast::programme_view>("ProgrammeRecord");
  print_struct<broadcast::staff_link_view>("StaffLink");
  print_struct<broadcast::staff_view>("StaffRecord");
  print_struct<broadcast::undo_view>("UndoRecord");
  print_struct<broadcast::warmup_view>("WarmupRecord");
  print_struct<broadcast::sentence_view>("SentenceRecord");
  print_struct<broadcast::board_choice_view>("BoardRecord");
  print_struct<broadcast::table_view>("TableLine");
  print_struct<broadcast::settlement_view>("SettlementLine");
  print_struct<broadcast::hall_view>("HallRecord");
  print_struct<broadcast::guests_line_view>("GuestsLine");
  print_struct<broadcast::guests_view>("GuestsRecord");
  print_struct<broadcast::sheet_view>("SheetRecord");
  print_struct<broadcast::hand_count_view>("HandCountRecord");
  print_struct<broadcast::cards_view>("CardsRecord");
  print_struct<broadcast::branding_view>("BrandingRecord");
  print_struct<broadcast::council_view>("CouncilRecord");
  print_struct<broadcast::decision_view>("DecisionRecord");
  print_struct<broadcast::publication_view>("PublicationRecord");
  print_struct<broadcast::me_view>("MeRecord");
  print_struct<broadcast::own_idea_view>("OwnIdeaRecord");
  print_struct<broadcast::own_late_view>("OwnLateRecord");
  print_struct<broadcast::standing_view>("StandingVote");
  print_struct<broadcast::votes_view>("VotesRecord");
  print_struct<broadcast::supports_view>("SupportsRecord");
  print_struct<broadcast::similar_view>("SimilarIdea");
  print_limits();
  print_setup_limits();
  return 0;
}
