// The twelve subject areas of a session that names none of its own; as in tests/data/tags-12.csv.
#pragma once

#include <array>
#include <string_view>

namespace viche::commands {

struct area_words {
  std::string_view slug;
  std::string_view name;      // for the chip on a phone
  std::string_view full_name; // for the report
  std::string_view english;
};

// clang-format off
inline constexpr std::array default_areas{
    area_words{"infrastructure", "Інфраструктура",
               "Інфраструктура, ЖКГ і транспорт",
               "Infrastructure, utilities and transport"},
    area_words{"business", "Бізнес і робота",
               "Підприємництво, робочі місця, село",
               "Local business, jobs and farming"},
    area_words{"culture", "Культура",
               "Культура і громадське життя",
               "Culture and community life"},
    area_words{"medicine", "Медицина",
               "Охорона здоров’я",
               "Health care"},
    area_words{"education", "Освіта",
               "Освіта",
               "Education"},
    area_words{"ecology", "Довкілля",
               "Довкілля та поводження з відходами",
               "Environment and waste"},
    area_words{"safety", "Безпека",
               "Безпека та цивільний захист",
               "Safety and civil protection"},
    area_words{"social", "Ветерани і ВПО",
               "Ветерани, ВПО та соціальна підтримка",
               "Veterans, IDPs and social care"},
    area_words{"youth", "Молодь і спорт",
               "Молодь, дозвілля та спорт",
               "Youth, leisure and sport"},
    area_words{"digital", "Цифровізація",
               "Цифровізація та зв’язок",
               "Digitalisation and connectivity"},
    area_words{"tourism", "Туризм",
               "Туризм, відпочинок і спадщина",
               "Tourism, recreation and heritage"},
    area_words{"governance", "Влада і послуги",
               "Врядування, послуги, відкритість",
               "Governance, services and openness"},
};
// clang-format on

} // namespace viche::commands
