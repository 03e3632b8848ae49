// The subject areas that templates begin with: what a session is set up with, so in Ukrainian,
// with the English that a report in English needs. The twelve are those of the program
// (server/commands/default_areas.hpp) and of tests/data/tags-12.csv.
import type { Area } from '../../wire/ops.gen';

function area(slug: string, name: string, full_name: string, english: string): Area {
  return { slug, name, full_name, english };
}

/** Of a community's strategy. */
export const TWELVE_AREAS: readonly Area[] = [
  area(
    'infrastructure',
    'Інфраструктура',
    'Інфраструктура, ЖКГ і транспорт',
    'Infrastructure, utilities and transport',
  ),
  area(
    'business',
    'Бізнес і робота',
    'Підприємництво, робочі місця, село',
    'Local business, jobs and farming',
  ),
  area('culture', 'Культура', 'Культура і громадське життя', 'Culture and community life'),
  area('medicine', 'Медицина', 'Охорона здоров’я', 'Health care'),
  area('education', 'Освіта', 'Освіта', 'Education'),
  area('ecology', 'Довкілля', 'Довкілля та поводження з відходами', 'Environment and waste'),
  area('safety', 'Безпека', 'Безпека та цивільний захист', 'Safety and civil protection'),
  area(
    'social',
    'Ветерани і ВПО',
    'Ветерани, ВПО та соціальна підтримка',
    'Veterans, IDPs and social care',
  ),
  area('youth', 'Молодь і спорт', 'Молодь, дозвілля та спорт', 'Youth, leisure and sport'),
  area('digital', 'Цифровізація', 'Цифровізація та зв’язок', 'Digitalisation and connectivity'),
  area('tourism', 'Туризм', 'Туризм, відпочинок і спадщина', 'Tourism, recreation and heritage'),
  area(
    'governance',
    'Влада і послуги',
    'Врядування, послуги, відкритість',
    'Governance, services and openness',
  ),
];

/** Of a residence: three themes, which its organisers put in their own words. */
export const THEMES: readonly Area[] = [
  area('tourism', 'Туризм і спадщина', 'Туризм і місцева спадщина', 'Tourism and heritage'),
  area('culture', 'Культура', 'Культура і простори для людей', 'Culture and places for people'),
  area('medicine', 'Здоров’я', 'Здоров’я і турбота про людей', 'Health and care'),
];

/** Of a session about anything. */
export const PLAIN_AREAS: readonly Area[] = [
  area('keep', 'Зберегти', 'Що варто зберегти', 'What to keep'),
  area('change', 'Змінити', 'Що варто змінити', 'What to change'),
  area('begin', 'Почати', 'Що варто почати', 'What to begin'),
];
