import { expect, it } from 'vitest';
import { card_refusal_words } from './card_words';

it.each([
  ['card_taken', 'Цією карткою вже голосують з іншого телефона. Підійдіть до ведучих.'],
  ['card_void', 'Цю картку замінено іншою. Візьміть нову у ведучих.'],
  ['card_unknown', 'Такої картки немає. Перевірте цифри.'],
  ['card_held_already', 'На цьому телефоні вже є картка.'],
  ['wrong_phase', 'Картки вже не приймають: голосування завершено.'],
  ['session_closed', 'Сесію вже завершено.'],
  [
    'rate_limited',
    'Забагато спроб із цифрами. Зачекайте хвилину або відскануйте QR-код своєї картки.',
  ],
  ['unreachable', 'Немає зв’язку. Спробуйте ще раз трохи згодом.'],
] as const)('a card that is not taken is told why: %s', (why, words) => {
  expect(card_refusal_words(why)).toBe(words);
});
