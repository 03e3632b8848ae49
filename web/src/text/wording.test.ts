// Words and habits that the Ukrainian messages keep away from, each with what is written instead.
import { describe, expect, it } from 'vitest';
import type { Messages } from './catalogue.svelte';

const files = import.meta.glob<Record<string, Messages>>('./*uk.ts', { eager: true });

// Beginnings of words, as Ukrainian inflects their ends. A letter before one begins another word.
const do_not_write: readonly (readonly [RegExp, string])[] = [
  [/юзер/, 'учасник'],
  [/дашборд/, 'екран, пульт'],
  [/лайк/, 'підтримка'],
  [/на протязі/, 'протягом'],
  [/(прийма|прийн)[а-яіїєґ]* участь/, 'брати участь'],
  [/слідуюч/, 'наступний'],
  [/люб(ий|а|е|і|ого|ої|ому|им|ою|их|ими)(?![а-яіїєґ])/, 'будь-який'],
  [/співпада/, 'збігається'],
  [/об[’']єм/, 'обсяг'],
  [/(відмін(ити|іть|ено|яти|яємо|а дії))/, 'скасувати'],
  [/повтор(ити)? спроб/, 'спробуйте ще раз'],
  [/самий (популярн|велик|важлив|нов)/, 'найпопулярніший'],
  [/по напрям/, 'за напрямами'],
  // Orthography of 2019, and the community's own name for itself.
  [/проект(?!ор)/, 'проєкт'],
  [/веб-сайт/, 'вебсайт'],
  [/отг(?![а-яіїєґ])/, 'громада'],
  // One object, one word on a screen; an area is neither a tag nor a category.
  [/(тег|категорі)/, 'напрям'],
  [/увійти|увійдіть/, 'приєднатися'],
];

const spoken = Object.entries(files).flatMap(([path, module]) =>
  Object.entries(Object.values(module)[0] ?? {}).flatMap(([key, message]) =>
    (typeof message === 'string' ? [message] : Object.values(message)).map((text) => ({
      where: `${path} ${key}`,
      text: text.toLowerCase(),
    })),
  ),
);

describe('the Ukrainian messages', () => {
  it('were found', () => {
    expect(spoken.length).toBeGreaterThan(300);
  });

  it.each(do_not_write)('never say %s, but «%s»', (wrong) => {
    const pattern = new RegExp(`(?<![а-яіїєґ’])${wrong.source}`);
    expect(spoken.filter(({ text }) => pattern.test(text))).toEqual([]);
  });

  it('do not count twice, as in «голосів: 21 голосів»', () => {
    const twice = /([а-яіїєґ]{3,})[а-яіїєґ]*: \{\w+\} \1/;
    expect(spoken.filter(({ text }) => twice.test(text))).toEqual([]);
  });

  it('write the apostrophe and the quotes of Ukrainian, and numbers with their unit', () => {
    expect(spoken.filter(({ text }) => /[бвгґдзклмнпрст]['`][єїюя]/.test(text))).toEqual([]);
  });

  it('address people in the plural and in small letters', () => {
    const capital = Object.entries(files).flatMap(([, module]) =>
      Object.values(Object.values(module)[0] ?? {}).flatMap((message) =>
        typeof message === 'string' ? [message] : Object.values(message),
      ),
    );
    expect(capital.filter((text) => /[а-яіїєґ,] (Ви|Вас|Вам|Ваш)(?![а-яіїєґ])/.test(text))).toEqual(
      [],
    );
  });
});
