import { expect, test } from 'vitest';
import type { HallIdea } from './hall';
import { place_results, revealed } from './place_results';

const half = (text: string, px: number): number => [...text].length * px * 0.5;
const box = { width: 600, height: 560 };
const idea = (id: number, place?: number, support = 8, text = 'Освітлення на вулиці'): HallIdea => {
  const seen = {
    id,
    number: id,
    text,
    areas: [],
    at: 0,
    channel: 'phone' as const,
    merged: 0,
    supports: 0,
  };
  return place === undefined ? seen : { ...seen, place, support };
};

test('only revealed ideas of the first ten places are results, best first', () => {
  const results = revealed([idea(1), idea(2, 10), idea(3, 9), idea(4, 11)]);
  expect(results.map((result) => result.id)).toEqual([3, 2]);
});

test('ties are marked and the latest place is the best one so far', () => {
  const results = revealed([idea(1, 10, 7), idea(2, 8), idea(3, 8)]);
  expect(results.map(({ id, tied, latest }) => [id, tied, latest])).toEqual([
    [2, true, true],
    [3, true, true],
    [1, false, false],
  ]);
});

test('the first three places and the latest are large, the others smaller', () => {
  const places = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  const all = place_results(revealed(places.map((p) => idea(p, p))), box, 16, half).rows;
  expect(all.map((row) => row.large)).toEqual(places.map((p) => p <= 3));
  const begun = place_results(revealed([idea(9, 9), idea(10, 10)]), box, 16, half).rows;
  expect(begun.map((row) => row.large)).toEqual([true, false]);
});

test('ten long ideas stand whole within the height', () => {
  const long = 'слово '.repeat(50).trim();
  const ideas = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((p) => idea(p, p, 20 - p, long));
  const { rows, left_out } = place_results(revealed(ideas), { width: 700, height: 600 }, 16, half);
  expect(left_out).toBe(0);
  expect(rows.reduce((sum, row) => sum + row.height, 0)).toBeLessThanOrEqual(600);
});

test('a tie too long for the board says how many it leaves out', () => {
  const { rows, left_out } = place_results(
    revealed(Array.from({ length: 90 }, (_, i) => idea(i + 1, 4, 1))),
    box,
    16,
    half,
  );
  expect(rows.length + left_out).toBe(90);
  expect(left_out).toBeGreaterThan(0);
});

test('what was counted on paper and by hands is told apart, and its line has room', () => {
  const [online, mixed] = revealed([idea(1, 1, 20), { ...idea(2, 2, 15), paper: 3, hands: 12 }]);
  expect([online?.paper, online?.hands, mixed?.paper, mixed?.hands]).toEqual([0, 0, 3, 12]);
  const [first, second] = place_results(
    [online, mixed].flatMap((r) => r ?? []),
    box,
    16,
    half,
  ).rows;
  expect(second?.height).toBeGreaterThan(first?.height ?? Infinity);
});
