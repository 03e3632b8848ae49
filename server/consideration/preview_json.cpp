// Preview → JSON.
#include "consideration/preview_json.hpp"

#include "report/wording.hpp"

#include <boost/json.hpp>

#include <array>

namespace viche::consideration {
namespace {

namespace json = boost::json;

struct sentence {
  std::string_view uk;
  std::string_view en;
};

// By `wrong`.
constexpr std::array<sentence, 19> sentences{{
    {"На цьому комп’ютері немає програми, яка читає таблиці: потрібен пакет python3-openpyxl "
     "(sudo apt install python3-openpyxl).",
     "This computer has no program that reads spreadsheets: install the package python3-openpyxl "
     "(sudo apt install python3-openpyxl)."},
    {"Це не книга Excel (.xlsx), або файл пошкоджено. Збережіть таблицю у форматі .xlsx.",
     "This is no Excel workbook (.xlsx), or the file is damaged. Save the table as .xlsx."},
    {"Файл захищено паролем. Збережіть його без пароля.",
     "The file is protected by a password. Save it without one."},
    {"Таблиця завелика. Залиште в ній лише аркуш із пропозиціями.",
     "The table is too large. Keep nothing in it but the sheet of proposals."},
    {"Файл не вдалося прочитати. Відкрийте його в Excel чи LibreOffice і збережіть як .xlsx.",
     "The file could not be read. Open it in Excel or LibreOffice and save it as .xlsx."},
    {"Це не таблиця пропозицій: немає стовпця «№» або жодного зі стовпців ради.",
     "This is not the table of proposals: there is no column “No.”, or none that a council fills "
     "in."},
    {"Такий стовпець у таблиці двічі: залиште один.",
     "This column stands in the table twice: keep one of them."},
    {"Змін забагато для одного разу: щонайбільше {limit}.",
     "Too many changes for one time: at most {limit}."},
    {"Рядок заповнено, але номера пропозиції в ньому немає.",
     "The row is filled in, but has no number of a proposal."},
    {"Номер пропозиції має бути числом.", "The number of a proposal must be a number."},
    {"Пропозиція з цим номером є в таблиці двічі.",
     "The proposal of this number stands in the table twice."},
    {"Пропозиції з таким номером немає.", "There is no proposal of this number."},
    {"Цю пропозицію об’єднано з іншою: рішення запишіть у рядку основної.",
     "This proposal was merged into another: write the decision in the row of the main one."},
    {"Цю пропозицію не оприлюднено, тому рішення щодо неї не записують.",
     "This proposal is not published, so no decision is kept for it."},
    {"Такого результату розгляду немає: оберіть один зі списку або залиште порожнім.",
     "There is no such outcome: choose one of the list, or leave it empty."},
    {"Текст задовгий: щонайбільше {limit} знаків.",
     "The text is too long: at most {limit} characters."},
    {"У тексті є знаки, яких не можна зберегти.", "The text has characters that cannot be kept."},
    {"Формула без значення: впишіть саме значення або збережіть файл у табличній програмі.",
     "A formula without a value: write the value itself, or save the file in a spreadsheet "
     "program."},
    {"Текст пропозиції змінено. Тут він лишається таким, яким його подано.",
     "The text of the proposal was changed. Here it stays as it was submitted."},
}};

json::object finding_json(const finding& f, model::language l) {
  return {{"row", f.row},
          {"column", f.column},
          {"what", boost::describe::enum_to_string(f.what, "")},
          {"words", words_of(f, l)}};
}

json::array findings_json(const std::vector<finding>& all, model::language l) {
  json::array out;
  for (const auto& f : all)
    out.push_back(finding_json(f, l));
  return out;
}

json::object change_json(const change& c) {
  return {{"number", c.number},
          {"idea", c.idea},
          {"field", boost::describe::enum_to_string(c.field, "")},
          {"before", c.before},
          {"after", c.after}};
}

} // namespace

std::string words_of(const finding& f, model::language l) {
  const auto& s = sentences.at(static_cast<std::size_t>(f.what));
  return report::fill(l == model::language::uk ? s.uk : s.en,
                      {{"limit", report::number(l, static_cast<std::int64_t>(f.limit))}});
}

std::string preview_json(const preview& p, bool is_applied, model::language l) {
  json::array changes;
  for (const auto& c : p.changes)
    changes.push_back(change_json(c));
  const json::object out{{"applied", is_applied},
                         {"as_of", p.as_of},
                         {"changes", std::move(changes)},
                         {"problems", findings_json(p.problems, l)},
                         {"warnings", findings_json(p.warnings, l)},
                         {"unchanged", p.unchanged},
                         {"missing", json::value_from(p.missing)}};
  return json::serialize(out);
}

} // namespace viche::consideration
