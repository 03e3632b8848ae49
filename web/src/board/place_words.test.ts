import { expect, test } from 'vitest';
import { FAR } from './fit_text';
import { place_words } from './place_words';
import type { CountedWord } from './words';

const half = (text: string, px: number): number => [...text].length * px * 0.5;
const u = 16;
const box = { width: 59 * u, height: 33 * u };
const words = (count: number): CountedWord[] =>
  Array.from({ length: count }, (_, i) => ({ word: `слово${i}`, count: count - i }));

test('no words have no places', () => {
  expect(place_words([], box, u, half)).toEqual([]);
});

test('the most frequent stands first and tallest, each within the box', () => {
  const placed = place_words(words(30), box, u, half);
  expect(placed.length).toBeGreaterThan(15);
  expect(placed[0]).toMatchObject({ word: 'слово0', x: 0 });
  placed.forEach(({ x, y, word, count, font_px, count_px }, i) => {
    expect(x + half(word, font_px) + half(String(count), count_px)).toBeLessThanOrEqual(box.width);
    expect(y).toBeLessThanOrEqual(box.height);
    expect(font_px).toBeGreaterThanOrEqual(FAR * u);
    expect(font_px).toBeLessThanOrEqual(placed[Math.max(0, i - 1)]?.font_px ?? 0);
  });
});

test('words of one count are of one size', () => {
  const same = words(3).map((word) => ({ ...word, count: 2 }));
  expect(new Set(place_words(same, box, u, half).map(({ font_px }) => font_px)).size).toBe(1);
});

test('a word four times as frequent is twice as tall', () => {
  const two = [
    { word: 'дорога', count: 16 },
    { word: 'клуб', count: 4 },
  ];
  const [first, second] = place_words(two, box, u, half);
  expect(first?.font_px).toBe(2 * (second?.font_px ?? 0));
});
