import { expect, test } from 'vitest';
import { count_words, stem_of, words_in } from './words';

const same = (forms: string): void => {
  expect(new Set(forms.split(' ').map(stem_of)).size, forms).toBe(1);
};

test('forms of one word share a stem', () => {
  same('дорога дороги дорогу дорозі доріг дорогами дорогою');
  same('село села селі селом сіл селах');
  same('школа школи школу школі шкіл');
  same('лікар лікаря лікарю лікарем лікарів лікарі');
  same('ставок ставка ставки ставком');
  same('автобус автобуси автобусів автобусом');
  same('зупинка зупинки зупинку зупинці');
  same('світло світла світлом');
  same('молодіжний молодіжна молодіжні молодіжних');
});

test('words that are not the same stay apart', () => {
  const words = 'дорога дерево дах дитина діло школа шкода лікар лікарня ліс вода вулиця'.split(
    ' ',
  );
  expect(new Set(words.map(stem_of)).size).toBe(words.length);
});

test('what joins a sentence and what every idea asks for says nothing', () => {
  expect(words_in('Потрібно зробити так, щоб у нас нарешті була дорога до Вербівки')).toEqual([
    'нарешті',
    'дорога',
    'вербівки',
  ]);
  expect(words_in('Відремонтувати клуб, пофарбувати; він не працює')).toEqual(['клуб', 'працює']);
});

test('a word keeps its apostrophe and its hyphen', () => {
  expect(words_in('Комп’ютерний клас, Wi-Fi, під’їзд, онлайн-курси 24/7')).toEqual([
    'комп’ютерний',
    'клас',
    'під’їзд',
    'онлайн-курси',
  ]);
});

test('forms count together, each idea once, under the form that names the thing', () => {
  const texts = ['Дорога до школи, дорога до річки', 'ремонт дороги', 'Доріг немає', 'дорогу'];
  expect(count_words(texts)[0]).toEqual({ word: 'дорога', count: 4 });
});

test('the same ideas in another order give the same words', () => {
  const texts = ['парк і клуб', 'клуб', 'ставок', 'парк'];
  const expected = [
    { word: 'клуб', count: 2 },
    { word: 'парк', count: 2 },
    { word: 'ставок', count: 1 },
  ];
  expect(count_words(texts)).toEqual(expected);
  expect(count_words([...texts].reverse())).toEqual(expected);
});

test('no ideas have no words', () => {
  expect(count_words([])).toEqual([]);
  expect(count_words(['', '12 000', 'і в на'])).toEqual([]);
});
