import { expect, it } from 'vitest';
import type { Said } from '../board/hall';
import { by_table, silent_tables, silent_words, spans } from './sentences';

const said = (table: number, at: number): Said => ({ table, seq: at, text: `Стіл ${table}`, at });

it('lists the tables in their order, whoever spoke last', () => {
  const newest_first = [said(8, 3), said(2, 2), said(5, 1)];
  expect(by_table(newest_first).map(({ table }) => table)).toEqual([2, 5, 8]);
});

it('knows the tables that have not spoken', () => {
  expect(silent_tables([said(2, 1), said(4, 2)], 5)).toEqual([1, 3, 5]);
  expect(silent_tables([], 0)).toEqual([]);
});

it('does not miss a table that spoke and was then taken out of the hall', () => {
  expect(silent_tables([said(1, 1), said(9, 2)], 2)).toEqual([2]);
});

it('reads many numbers out as spans', () => {
  expect(spans([1, 4, 5, 6, 7, 9, 10])).toBe('1, 4–7, 9, 10');
  expect(spans([3])).toBe('3');
  expect(spans([])).toBe('');
});

it('says which tables are silent, and when none is', () => {
  expect(silent_words([said(2, 1)], 4)).toBe('Ще мовчать столи: 1, 3, 4');
  expect(silent_words([said(1, 1), said(2, 2)], 2)).toBe('Сказали всі столи.');
});
