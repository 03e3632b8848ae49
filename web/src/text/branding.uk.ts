// Words of the fields for partners and logo, in Ukrainian.

export const branding_uk = {
  partners: 'Партнери одним рядком',
  partners_what: 'Стоятиме на екрані залу й у звіті. Наприклад: «За підтримки Фонду громад».',
  logo: 'Логотип громади або партнерів',
  logo_choose: 'Вибрати файл…',
  logo_other: 'Вибрати інший…',
  logo_what: 'PNG, JPEG, SVG або WebP. Сторінка сама зменшить його.',
  logo_preview: 'Логотип, яким його побачить зал',
  logo_taken: 'Логотип додано.',
  logo_remove: 'Прибрати логотип',
  logo_removed: 'Логотип прибрано.',
  logo_kind: 'Це не зображення, яке можна показати. Виберіть файл PNG, JPEG, SVG або WebP.',
  logo_heavy: 'Файл завеликий: понад 20 МБ. Збережіть зображення меншим і виберіть ще раз.',
  logo_broken: 'Зображення не вдалося прочитати. Збережіть його як PNG і виберіть ще раз.',
  branding_title: 'Партнери і логотип',
  branding_save: 'Зберегти',
  branding_saved: 'Партнерів і логотип збережено',
  branding_empty: 'Зараз нічого не вказано.',
  branding_shown: 'Показано на екрані й у звіті.',
  branding_unsaved: 'Зміни ще не збережено.',
} as const;
