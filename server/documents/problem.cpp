// The sentences, in both languages.
#include "documents/problem.hpp"

#include "report/wording.hpp"

#include <array>
#include <stdexcept>

namespace viche::documents {
namespace {

struct sentence {
  std::string_view uk, en;
};

constexpr std::array sentences{
    sentence{"Перед вами в черзі забагато документів. Спробуйте ще раз за хвилину.",
             "Too many documents come first. Try again in a minute."},
    sentence{"Щоб отримати цей формат, на комп’ютері з Віче треба встановити програму: "
             "sudo apt install {about}",
             "This format needs a program on the computer that runs Viche: "
             "sudo apt install {about}"},
    sentence{
        "Шаблон {file} завеликий: допускається до 4 МБ, 200 частин і 32 МБ після розпакування.",
        "The template {file} is too large: up to 4 MB, 200 parts and 32 MB unpacked."},
    sentence{"Файл {file} не є документом Word (.docx) або пошкоджений. Збережіть шаблон у Word "
             "ще раз як «Документ Word (.docx)».",
             "The file {file} is no Word document (.docx), or is damaged. Save the template in "
             "Word once more as a Word document (.docx)."},
    sentence{"Шаблон {file} містить макроси. Збережіть його у Word як «Документ Word (.docx)», "
             "без макросів.",
             "The template {file} holds macros. Save it in Word as a Word document (.docx), "
             "without macros."},
    sentence{"Шаблон {file} посилається на файл поза собою: «{name}». Вставте малюнок у документ, "
             "а не посилання на нього.",
             "The template {file} refers to a file outside itself: “{name}”. Put the picture into "
             "the document instead of a link to it."},
    sentence{"Шаблон {file}: заповнювача «{name}» немає. Місце: {place}. Перелік заповнювачів — у "
             "docs/templates.uk.md.",
             "Template {file}: there is no placeholder “{name}”. Place: {place}. All placeholders "
             "are listed in docs/templates.md."},
    sentence{"Шаблон {file}: помилка в позначці. Місце: {place}. Подробиці: {name}",
             "Template {file}: a tag is wrong. Place: {place}. Details: {name}"},
    sentence{"Шаблон {file}: така позначка не дозволена. Місце: {place}. Подробиці: {name}",
             "Template {file}: this tag is not allowed. Place: {place}. Details: {name}"},
    sentence{"Карток немає з чого зробити: перших місць ще не визначено або не показано. Назвіть "
             "номери пропозицій.",
             "There is nothing to make cards of: no first places are known or shown yet. Name the "
             "numbers of proposals."},
    sentence{"Серед оприлюднених немає пропозицій із номерами: {about}.",
             "No published proposals have these numbers: {about}."},
    sentence{"Карток за один раз можна зробити не більше ніж {about}.",
             "At most {about} cards can be made at once."},
    sentence{"Документ не вдалося зробити за відведений час. Спробуйте ще раз, коли комп’ютер "
             "буде менш завантажений.",
             "The document took longer than it may. Try again when the computer is less busy."},
    sentence{"Документ вийшов завеликим.", "The document came out too large."},
    sentence{"Документ не вдалося зробити: {about}", "The document could not be made: {about}"},
};

std::string text_in(const boost::json::object& from, std::string_view key) {
  const auto* at = from.if_contains(key);
  return at != nullptr && at->is_string() ? std::string(at->get_string()) : std::string();
}

std::string place_in(const boost::json::object& found, bool is_uk) {
  const auto where = text_in(found, "where");
  const auto text = text_in(found, "text");
  std::string out;
  if (where == "table") {
    const auto* number = found.if_contains("table");
    const auto n = number != nullptr && number->is_int64() ? number->get_int64() : 0;
    out = (is_uk ? "таблиця " : "table ") + std::to_string(n);
  } else if (where == "header") {
    out = is_uk ? "верхній або нижній колонтитул" : "header or footer";
  } else {
    out = is_uk ? "абзац" : "paragraph";
  }
  if (!text.empty()) out += is_uk ? ", «" + text + "»" : ", “" + text + "”";
  return out;
}

std::string said(problem_kind what, model::language l,
                 std::initializer_list<std::pair<std::string_view, std::string>> values) {
  const auto& s = sentences.at(static_cast<std::size_t>(what));
  return report::fill(l == model::language::uk ? s.uk : s.en, values);
}

} // namespace

void throw_exception_from_error(const problem& p, const boost::source_location& where) {
  throw std::logic_error(std::string(where.file_name()) + ": " + p.words);
}

problem problem_of(problem_kind what, model::language l, std::string_view about) {
  return {what, said(what, l, {{"about", std::string(about)}})};
}

problem problem_of(const boost::json::object& found, model::language l,
                   const std::string& template_name) {
  auto what = problem_kind::document_failed;
  const auto name = text_in(found, "problem");
  if (!boost::describe::enum_from_string(name.c_str(), what)) what = problem_kind::document_failed;
  return {what, said(what, l,
                     {{"file", template_name},
                      {"name", text_in(found, "name")},
                      {"place", place_in(found, l == model::language::uk)},
                      {"about", name}})};
}

} // namespace viche::documents
