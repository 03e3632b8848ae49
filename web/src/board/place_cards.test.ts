import { expect, test } from 'vitest';
import { place_cards, type Card, type Place } from './place_cards';

const half = (text: string, px: number): number => [...text].length * px * 0.5;
const box = { width: 640, height: 560 };
const u = 16;
const place = (cards: readonly Card[]): Place[] => place_cards(cards, box, u, half);
const short = (count: number): Card[] =>
  Array.from({ length: count }, (_, i) => ({
    id: count - i,
    text: 'Освітлення на вулиці Садовій',
  }));

function overlap(a: Place, b: Place): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

test('an empty wall has no cards', () => {
  expect(place([])).toEqual([]);
});

test('the newest idea stands at the top left and is the largest', () => {
  const [newest, ...older] = place(short(6));
  expect(newest).toMatchObject({ id: 6, x: 0, y: 0 });
  expect(older).toHaveLength(5);
  for (const card of older) expect(card.font_px).toBeLessThan(newest?.font_px ?? 0);
});

test('with 500 ideas only the newest are there, each whole, none over another', () => {
  const places = place(short(500));
  expect(places.length).toBeGreaterThan(6);
  expect(places.map((p) => p.id)).toEqual(places.map((_, i) => 500 - i));
  for (const p of places) {
    expect(p.x + p.width).toBeLessThanOrEqual(box.width + 0.01);
    expect(p.y + p.height).toBeLessThanOrEqual(box.height);
  }
  for (const a of places) for (const b of places) expect(a !== b && overlap(a, b)).toBe(false);
});

test('two ideas are set larger than twenty', () => {
  expect(place(short(2))[1]?.font_px).toBeGreaterThan(place(short(20))[1]?.font_px ?? 0);
});

test('a long idea gets a wider card', () => {
  const long = 'Скласти список усіх доріг громади з датами ремонту '.repeat(5).trim();
  const cards = [...short(1), { id: 90, text: long }, { id: 91, text: 'Лікар щодня' }];
  const places = place(cards);
  const width = (id: number): number => places.find((p) => p.id === id)?.width ?? 0;
  expect(width(90)).toBeGreaterThan(width(91));
});

test('a newest idea of 600 graphemes stands whole on the wall', () => {
  const [newest] = place([{ id: 1, text: 'слово '.repeat(100).trim() }, ...short(3)]);
  expect(newest?.height).toBeLessThanOrEqual(box.height);
});

test('an older idea too tall for what is left makes way for those after it', () => {
  const tall = 'слово '.repeat(100).trim();
  const cards = [...short(1), { id: 90, text: tall }, { id: 91, text: 'Парк' }];
  const places = place_cards(cards, { width: 640, height: 420 }, u, half);
  expect(places.map((p) => p.id)).toEqual([1, 91]);
});

test('a word longer than a column makes its card wider instead of breaking', () => {
  const places = place([...short(1), { id: 90, text: 'Водопостачання'.repeat(2) }, ...short(1)]);
  expect(places.find((p) => p.id === 90)?.width).toBe(box.width);
});
