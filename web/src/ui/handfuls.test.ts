import { expect, test } from 'vitest';
import { handfuls } from './handfuls';

test('what comes first makes the first part longer and moves nothing else', () => {
  expect(handfuls([], 3)).toEqual([]);
  expect(handfuls([4, 3, 2, 1], 3)).toEqual([[4], [3, 2, 1]]);
  expect(handfuls([5, 4, 3, 2, 1], 3)).toEqual([
    [5, 4],
    [3, 2, 1],
  ]);
  expect(handfuls([7, 6, 5, 4, 3, 2, 1], 3)).toEqual([[7], [6, 5, 4], [3, 2, 1]]);
});
