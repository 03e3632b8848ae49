import { expect, test } from 'vitest';
import { begins_near, is_near, slips_allowed } from './typo';

test('longer words may have more slips', () => {
  expect(['дах', 'вода', 'лікарня', 'бібліотека'].map(slips_allowed)).toEqual([0, 1, 1, 2]);
});

test.each([
  ['ліхтрі', 'ліхтарі'], // one too few
  ['ліхттарі', 'ліхтарі'], // one too many
  ['лихтарі', 'ліхтарі'], // another instead
  ['ліхатрі', 'ліхтарі'], // neighbours swapped
  ['біблиотеко', 'бібліотека'],
])('«%s» is near to «%s»', (typed, word) => {
  expect(is_near(typed, word)).toBe(true);
});

test.each([
  ['дах', 'дім'], // too short to guess
  ['вода', 'мода'], // the first letter of a short word is right
  ['лижтрі', 'ліхтарі'], // three slips
  ['вода', 'водопровід'], // a beginning is asked for elsewhere
])('«%s» is not near to «%s»', (typed, word) => {
  expect(is_near(typed, word)).toBe(false);
});

test('the beginning typed so far may have slips too, but not in its last letter', () => {
  expect(begins_near('лихта', 'ліхтарі')).toBe(true);
  expect(begins_near('ліхтл', 'ліхтарі')).toBe(false);
  expect(begins_near('води', 'водопровід')).toBe(false);
});

test('a word longer than any word is not compared', () => {
  expect(is_near('а'.repeat(80), 'а'.repeat(79))).toBe(false);
});
