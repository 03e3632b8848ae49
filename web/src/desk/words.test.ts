import { expect, test } from 'vitest';
import { words_asked, words_in } from './words';

test('case, emoji, marks and the four apostrophes make no difference', () => {
  expect(words_in('Відновити ХОР ❤️')).toEqual(['відновити', 'хор']);
  for (const typed of ["п'ять", 'п’ять', 'пʼять', 'п`ять', 'пять'])
    expect(words_in(typed)).toEqual(['пять']);
  expect(words_in('за́мок')).toEqual(['замок']);
  expect(words_in('ганок, ґанок')).toEqual(['ганок', 'ганок']);
});

test('letters taken apart are put together again: й is not и with a mark lost', () => {
  expect(words_in('гай'.normalize('NFD'))).toEqual(['гай']);
});

test('Latin look-alikes are Cyrillic inside Cyrillic words and Latin elsewhere', () => {
  expect(words_in('молодi фермери')).toEqual(['молоді', 'фермери']); // a Latin i
  expect(words_in('free Wi-Fi')).toEqual(['free', 'wi', 'fi', 'wifi']);
});

test('и and і stay apart: they part «кит» from «кіт»', () => {
  expect(words_in('кит')).not.toEqual(words_in('кіт'));
});

test('a word with a hyphen is found by its halves and whole, and asked for whole', () => {
  expect(words_in('вай-фаєм')).toEqual(['вай', 'фаєм', 'вайфаєм']);
  expect(words_asked('вай-фай')).toEqual(['вайфай']);
  expect(words_asked('вай-')).toEqual(['вай']);
});

test('signs alone are no word', () => {
  expect(words_asked(' №! — #')).toEqual([]);
  expect(words_asked('№ 12')).toEqual(['12']);
});
