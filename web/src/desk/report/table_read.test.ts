import { expect, test } from 'vitest';
import { by_proposal, in_runs, is_too_large, table_megabytes_max } from './table_read';

test('changes of a table are told by proposal', () => {
  const change = (number: number, field: string) => {
    return { number, idea: number + 100, field, before: '', after: 'x' };
  };
  const changes = [change(7, 'outcome'), change(2, 'goal'), change(7, 'reason')];
  expect(by_proposal(changes)).toEqual([
    { number: 7, changes: [changes[0], changes[2]] },
    { number: 2, changes: [changes[1]] },
  ]);
});

test('numbers that follow each other are told as from and to', () => {
  expect(in_runs([8, 3, 4, 5])).toBe('3–5, 8');
  expect(in_runs([1, 2])).toBe('1–2');
  expect(in_runs([])).toBe('');
});

test('a file of eight megabytes is read, and no larger one', () => {
  expect(table_megabytes_max).toBe(8);
  expect(is_too_large({ size: 8 * 1024 * 1024 })).toBe(false);
  expect(is_too_large({ size: 8 * 1024 * 1024 + 1 })).toBe(true);
});
