import { expect, test } from 'vitest';
import { page_at, PAGE_MS } from './pages';
import type { Card, Place } from './place_cards';
import { FAR } from './fit_text';
import { place_pages } from './place_pages';

const half = (text: string, px: number): number => [...text].length * px * 0.5;
const u = 16;
const box = { width: 59 * u, height: 35 * u };
const cards = (count: number, text: string): Card[] =>
  Array.from({ length: count }, (_, i) => ({ id: i + 1, text }));
const short = 'Освітлення на вулиці Садовій';
const long = 'слово '.repeat(100).trim();

function overlap(a: Place, b: Place): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function stands(page: readonly Place[]): void {
  for (const a of page) {
    expect(a.x + a.width).toBeLessThanOrEqual(box.width + 0.01);
    expect(a.y + a.height).toBeLessThanOrEqual(box.height);
    for (const b of page) expect(a !== b && overlap(a, b)).toBe(false);
  }
}

test('nothing has no pages', () => {
  expect(place_pages([], box, u, 1.3, half)).toEqual([]);
});

test('two ideas are set larger than twelve, and both have one page', () => {
  const [two, twelve] = [place_pages(cards(2, short), box, u, 1.3, half), cards(12, short)];
  const [page] = place_pages(twelve, box, u, 1.3, half);
  expect(two).toHaveLength(1);
  expect(page).toHaveLength(12);
  expect(two[0]?.[0]?.font_px).toBeGreaterThan(page?.[0]?.font_px ?? Infinity);
});

test.each([
  [40, short],
  [500, short],
  [500, long],
])('%d ideas are on the pages in their order, each whole, read from the last row', (n, text) => {
  const pages = place_pages(cards(n, text), box, u, 1.3, half);
  expect(pages.flat().map(({ id }) => id)).toEqual(cards(n, text).map(({ id }) => id));
  expect(pages.flat().every(({ font_px }) => font_px >= FAR * u)).toBe(true);
  pages.forEach(stands);
});

test('an idea that comes later leaves the pages before it as they were', () => {
  const before = place_pages(cards(200, short), box, u, 1.3, half);
  const after = place_pages(cards(201, short), box, u, 1.3, half);
  expect(after.slice(0, before.length - 1)).toEqual(before.slice(0, -1));
});

test('pages turn by the clock, one after the other, and begin again', () => {
  const seen = [0, 1, 2, 3].map((turn) => page_at(turn * PAGE_MS + 5, 3));
  expect(seen).toEqual([0, 1, 2, 0]);
  expect(page_at(PAGE_MS - 1, 3)).toBe(0);
  expect(page_at(123_456, 1)).toBe(0);
  expect(page_at(123_456, 0)).toBe(0);
});
