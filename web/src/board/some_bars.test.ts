import { expect, test } from 'vitest';
import { some_bars } from './some_bars';

const bars = (values: readonly number[][]) =>
  values.map((value, i) => ({ key: String(i), name: 'Лугове', values: value }));

test('few bars all stand, also those that are empty', () => {
  expect(some_bars(bars([[1], [0], [0]]))).toHaveLength(3);
});

test('of very many only those stand that have something to show', () => {
  const many = bars(Array.from({ length: 40 }, (_, i) => [0, i < 5 ? 1 : 0]));
  expect(some_bars(many).map(({ key }) => key)).toEqual(['0', '1', '2', '3', '4']);
});
