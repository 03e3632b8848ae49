import { expect, test } from 'vitest';
import { bar_scale, ranking } from './ranking';

test('places follow support and ideas without votes have none', () => {
  const ranks = ranking([
    { id: 1, support: 3 },
    { id: 2, support: 0 },
    { id: 3, support: 7 },
  ]);
  expect(ranks).toEqual([
    { place: 1, support: 7, ids: [3] },
    { place: 2, support: 3, ids: [1] },
  ]);
});

test('ideas with equal support share a place and the next places are left out', () => {
  const ranks = ranking([
    { id: 33, support: 8 },
    { id: 63, support: 9 },
    { id: 13, support: 8 },
    { id: 10, support: 7 },
  ]);
  expect(ranks.map((rank) => [rank.place, rank.ids])).toEqual([
    [1, [63]],
    [2, [13, 33]],
    [4, [10]],
  ]);
});

test('bars share one scale, set by the first place revealed unless a later one needs more', () => {
  expect(bar_scale([7])).toBe(21);
  expect(bar_scale([19, 17, 8, 7])).toBe(21);
  expect(bar_scale([40, 7])).toBe(40);
  expect(bar_scale([])).toBe(1);
});
