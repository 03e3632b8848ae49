import { expect, test } from 'vitest';
import { count_letters, normal_text, sendable, well_formed } from './graphemes';

test('halves of characters are taken out of a text, whole ones stay', () => {
  expect(well_formed('Парк \uD83C\uDF33 і лавки')).toBe('Парк \uD83C\uDF33 і лавки');
  expect(well_formed('Парк \uD83C')).toBe('Парк ');
  expect(well_formed('\uDF33Парк\uDF33\uD83C\uD83C\uDF33')).toBe('Парк\uD83C\uDF33');
});

test('what a text is compared and counted by holds no halves either', () => {
  expect(normal_text('Парк \uD83C')).toBe('Парк');
});

test('what shows nothing is no letter and does not travel, but joiners do', () => {
  for (const blank of ['\u00AD', '\u061C', '\u115F', '\u180E', '\u202E', '\u3164', '\uFFA0'])
    expect(sendable(`Лі${blank}кар`)).toBe('Лікар');
  expect(count_letters(normal_text('\u3164\u3164\u3164'))).toBe(0);
  for (const whole of ['👩🏽‍👩🏽‍👧🏽‍👦🏽', 'می\u200Cخواهم', '❤\uFE0F\u200D🔥'])
    expect(sendable(whole)).toBe(whole);
});

test('a letter keeps eight marks, as on the server', () => {
  expect(sendable(`а${'\u0335'.repeat(2000)}б`)).toBe(`а${'\u0335'.repeat(8)}б`);
});
