import { expect, test } from 'vitest';
import { parse_lines } from './lines';

test('a list is one name a line, whatever stands round the names', () => {
  const pasted = '\uFEFF1. Сергіївка\r\n2) Качанове;\r\n• «Вельбівне»\r\n  Крутий   Берег ,\r\n';
  expect(parse_lines(pasted).names).toEqual(['Сергіївка', 'Качанове', 'Вельбівне', 'Крутий Берег']);
});

test('what comes twice, and empty lines between, are left out and counted', () => {
  const lines = parse_lines("Слобода\n\nслобода\nСлобод’я\n\nСлобод'я\nГай\n\n\n");
  expect(lines).toEqual({ names: ['Слобода', 'Слобод’я', 'Гай'], doubled: 2, empty: 2 });
});

test('nothing typed is no list, and nothing is said of it', () => {
  expect(parse_lines('')).toEqual({ names: [], doubled: 0, empty: 0 });
  expect(parse_lines(' \n\n ')).toEqual({ names: [], doubled: 0, empty: 0 });
});

test('a list in one line is parted by its commas, a name in one line is not', () => {
  expect(parse_lines('Сергіївка, Качанове; Гай,').names).toEqual(['Сергіївка', 'Качанове', 'Гай']);
  expect(parse_lines('Сергіївка').names).toEqual(['Сергіївка']);
  expect(parse_lines('Гай, хутір\nЯсне').names).toEqual(['Гай, хутір', 'Ясне']);
});

test('of rows of the codifier the name is taken, not the code', () => {
  const table = 'UA53060310010071486\tС\tСергіївка\nUA53060310020012345;Качанове';
  expect(parse_lines(table).names).toEqual(['Сергіївка', 'Качанове']);
});

test('a name that begins with a number or a dash inside keeps them', () => {
  expect(parse_lines('Івано-Франківське\n8 Березня').names).toEqual([
    'Івано-Франківське',
    '8 Березня',
  ]);
});
