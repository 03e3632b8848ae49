import { expect, test } from 'vitest';
import { normal_text, well_formed } from './graphemes';

test('halves of characters are taken out of a text, whole ones stay', () => {
  expect(well_formed('Парк \uD83C\uDF33 і лавки')).toBe('Парк \uD83C\uDF33 і лавки');
  expect(well_formed('Парк \uD83C')).toBe('Парк ');
  expect(well_formed('\uDF33Парк\uDF33\uD83C\uD83C\uDF33')).toBe('Парк\uD83C\uDF33');
});

test('what a text is compared and counted by holds no halves either', () => {
  expect(normal_text('Парк \uD83C')).toBe('Парк');
});
