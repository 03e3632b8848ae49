import { expect, test } from 'vitest';
import { FAR } from './fit_text';
import type { Card } from './place_cards';
import { place_column } from './place_column';

const half = (text: string, px: number): number => [...text].length * px * 0.5;
const u = 16;
const box = { width: 38 * u, height: 32 * u };
const cards = (...texts: string[]): Card[] => texts.map((text, i) => ({ id: 9 - i, text }));
const short = 'Освітлення на вулиці Садовій';
const long = 'слово '.repeat(100).trim();

test('no ideas have no places', () => {
  expect(place_column([], box, u, half)).toEqual([]);
});

test('two short ones are set as large as this column allows', () => {
  const [first, second] = place_column(cards(short, short), box, u, half);
  expect(first).toMatchObject({ id: 9, x: 0, y: 0 });
  expect(first?.font_px).toBeGreaterThan(3 * u);
  expect(second?.y).toBeGreaterThan(first?.height ?? Infinity);
});

test('of six long ones as many stand as are whole and readable', () => {
  const placed = place_column(cards(long, long, long, long, long, long), box, u, half);
  expect(placed[0]?.id).toBe(9);
  for (const { y, height, font_px } of placed) {
    expect(y + height).toBeLessThanOrEqual(box.height);
    expect(font_px).toBeGreaterThanOrEqual(FAR * u);
  }
});

test('one that is too long even so has the column for itself, smaller', () => {
  const placed = place_column(cards(long.repeat(4), short), box, u, half);
  expect(placed.map(({ id }) => id)).toEqual([9]);
  expect(placed[0]?.height).toBeLessThanOrEqual(box.height);
});
