// Every message that counts, against the table of nouns: one · few · many · other (fractions).
import { describe, expect, it } from 'vitest';
import type { Message, Messages } from './catalogue.svelte';
import { number_text, plural_category, type Forms } from './plural';

const files = import.meta.glob<Record<string, Messages>>('./*uk.ts', { eager: true });

const nouns: readonly (readonly [string, string, string, string])[] = [
  ['ідея', 'ідеї', 'ідей', 'ідеї'],
  ['ідею', 'ідеї', 'ідей', 'ідеї'],
  ['ідеєю', 'ідеями', 'ідеями', 'ідеї'],
  ['дія', 'дії', 'дій', 'дії'],
  ['телефон', 'телефони', 'телефонів', 'телефону'],
  ['схожою', 'схожими', 'схожими', 'схожими'],
  ['голос', 'голоси', 'голосів', 'голосу'],
  ['запис', 'записи', 'записів', 'запису'],
  ['хвилина', 'хвилини', 'хвилин', 'хвилини'],
  ['хвилину', 'хвилини', 'хвилин', 'хвилини'],
  ['людина', 'людини', 'людей', 'людини'],
  ['позначка', 'позначки', 'позначок', 'позначки'],
  ['рука', 'руки', 'рук', 'руки'],
  ['руку', 'руки', 'рук', 'руки'],
  ['напрям', 'напрями', 'напрямів', 'напряму'],
  ['назва', 'назви', 'назв', 'назви'],
  ['повтор', 'повтори', 'повторів', 'повтору'],
  ['рядок', 'рядки', 'рядків', 'рядка'],
  ['зміну', 'зміни', 'змін', 'зміни'],
  ['символ', 'символи', 'символів', 'символу'],
];
const numbers = [0, 1, 2, 5, 11, 12, 14, 21, 22, 25, 101, 111, 112, 121, 1000, 1.5];

const counting = Object.entries(files).flatMap(([path, module]) =>
  Object.entries(Object.values(module)[0] ?? {}).flatMap(([key, message]) =>
    is_forms(message) ? [{ name: `${path} ${key}`, forms: message }] : [],
  ),
);

function is_forms(message: Message): message is Forms {
  return typeof message !== 'string';
}

function said(forms: Forms, n: number): string {
  const text = forms[plural_category('uk', n)] ?? '';
  return text.replace('{n}', number_text('uk', n));
}

function has_word(text: string, word: string): boolean {
  return new RegExp(`(?<![а-яіїєґ’])${word}(?![а-яіїєґ’])`, 'i').test(text);
}

describe('Ukrainian messages that count', () => {
  it('were found', () => {
    expect(counting.length).toBeGreaterThan(8);
  });

  it.each(counting)('$name has a noun in its four forms', ({ forms }) => {
    const { one, few = '', many = '', other } = forms;
    const fits = nouns.filter((noun) =>
      [one, few, many, other].every((text, index) => has_word(text, noun[index] ?? '')),
    );
    expect(fits, `${one} · ${few} · ${many} · ${other}`).not.toEqual([]);
  });

  it.each(counting)('$name says every number', ({ forms }) => {
    for (const n of numbers) expect(said(forms, n)).toContain(number_text('uk', n));
  });
});

describe('votes left', () => {
  const forms = counting.find(({ name }) => name === './phone_later.uk.ts votes_left')?.forms;

  it.each([
    [0, 'Залишилося 0 голосів'],
    [1, 'Залишився 1 голос'],
    [2, 'Залишилося 2 голоси'],
    [5, 'Залишилося 5 голосів'],
    [11, 'Залишилося 11 голосів'],
    [12, 'Залишилося 12 голосів'],
    [21, 'Залишився 21 голос'],
    [22, 'Залишилося 22 голоси'],
    [111, 'Залишилося 111 голосів'],
    [121, 'Залишився 121 голос'],
    [1.5, 'Залишилося 1,5 голосу'],
  ])('%d: %s', (n, words) => {
    expect(forms === undefined ? '' : said(forms, n)).toBe(words);
  });
});
