import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Search, type Match, type Searched } from './search';

const file = new URL('../../../tests/data/serhiivka-109-illustrative.csv', import.meta.url);
// A quoted field may hold commas, lines and doubled quotes; the text is the fifth of eight.
const fields = [...readFileSync(file, 'utf8').matchAll(/("(?:[^"]|"")*"|[^,\n]*)[,\n]/g)].map(
  ([, field = '']) => field.replace(/^"|"$/g, '').replace(/""/g, '"'),
);
const hall: readonly Searched[] = fields
  .filter((_, at) => at > 8 && at % 8 === 4)
  .map((text, at) => ({ id: at + 1, number: at + 1, text }));

const search = new Search();

function found(asked: string, match: Match): number[] {
  const all = [...(search.find(hall, asked) ?? [])];
  return all.filter(([, how]) => how === match).map(([id]) => id);
}

test('the hall of 109 ideas is there', () => {
  expect(hall.length).toBe(109);
  expect(hall[108]?.text).toMatch(/^Хочу сказати про людей старших/);
});

test.each([
  ['лікаря', [3, 34, 54, 62, 73]], // лікар, лікаря
  ['доріг', [4, 25, 74]], // дорогу, дорога
  ['дорозі', [4, 25, 74]],
  ['дітей', [11, 12, 36, 45, 63, 69, 72, 80, 81, 84, 88, 104]],
  ['зелений гай', [7, 40, 43, 58]], // Зеленому Гаю
  ['лавок', [41]], // лавкою
  ['молоді фермери', [5]], // with a Latin i in the idea
  ['памятник', [105]], // Пам’ятник
  ['комп’ютер', [66]], // компютери
  ['вайфай', [55, 102]], // вайфаєм, вай-фаєм
  ['дитячий майданчик', [37, 43]],
  ['ВОДОГІН', []], // another word for it: meaning is not known
  ['№ 43', [43]],
])('«%s» is surely in %j', (asked, ids) => {
  expect(found(asked, 'sure')).toEqual(ids);
});

test.each([
  ['тротуар', [36]], // тратуар in the idea
  ['реабілітація', [42]], // реабелітацію in the idea
  ['лихтарі', [11]],
  ['лихтарями', [11]], // a typo, and another form
  ['лікра', [3, 34, 54, 62, 73]],
  ['атобус', [16, 21, 25, 62, 73]],
  ['інтирнет', [7, 40, 83, 85]],
  ['перселенці', [76, 85]],
  ['сірена', [10, 51]], // сирену
  ['біблиотека', [66]],
  ['звалище', [6]], // сміттєзвалище
  ['школьний автобуз', [16]],
])('«%s» is found near, in %j', (asked, ids) => {
  expect(found(asked, 'near')).toEqual(ids);
  expect(found(asked, 'sure')).toEqual([]);
});

test('what is written with a typo in the idea is found beside what is not', () => {
  expect(found('укриття', 'sure')).toEqual(expect.arrayContaining([12, 45])); // укриття, укритя
});

test.each([
  ['дорога', [86]], // дорослих
  ['садова', [14]], // Лісовій: a street of its own
  ['порт', [1]], // спортзал
  ['вода', [104, 33]], // вожаті; Сонячні
  ['мед', [83, 89]], // телемедицина, домедичної: too short to be looked for inside
])('«%s» is not in %j', (asked, ids) => {
  const all = search.find(hall, asked);
  for (const id of ids) expect(all?.has(id), String(id)).toBe(false);
});

test('while a word is typed, its beginning is enough', () => {
  for (const typed of ['осв', 'освіт', 'освітле', 'освітлення'])
    expect(found(typed, 'sure')).toEqual(expect.arrayContaining([2, 14, 28]));
});

test('every word must be found, a number anywhere in the text or as the idea’s own', () => {
  expect(found('ремонт дороги', 'sure')).toEqual([25, 74]);
  expect(found('дорога 25', 'sure')).toEqual([25]);
  expect(search.find(hall, 'дорога бібліотека')?.size).toBe(0);
});

test('nothing is asked where nothing is typed that could be found', () => {
  expect(search.find(hall, ' … ')).toBeNull();
});

test('a text that was changed is found by its new words only', () => {
  const own = new Search();
  expect(own.find([{ id: 1, number: 1, text: 'Лікар' }], 'лікар')?.size).toBe(1);
  const mended = [{ id: 1, number: 1, text: 'Школа' }];
  expect(own.find(mended, 'лікар')?.size).toBe(0);
  expect(own.find(mended, 'школу')?.size).toBe(1);
  expect(own.find(mended, 'лікра')?.size).toBe(0);
});

test('two thousand ideas are searched far faster than anybody types', () => {
  const many = Array.from({ length: 2000 }, (_, at) => {
    const text = `${hall[at % hall.length]?.text ?? ''} слово${at * 7} вулиця${at}`;
    return { id: at + 1, number: at + 1, text };
  });
  const own = new Search();
  own.hold(many);
  const times = ['лихтарі', 'освітленя вулиці', 'сучасна біблиотека', 'дитячий майданчік'].map(
    (asked) => {
      const began = performance.now();
      expect(own.find(many, asked)?.size).toBeGreaterThan(0);
      return performance.now() - began;
    },
  );
  expect(Math.min(...times)).toBeLessThan(50); // of a machine that is busy with other tests
});
