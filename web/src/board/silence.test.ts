import { expect, test } from 'vitest';
import type { PhaseRecord, TableLine } from '../wire/ops.gen';
import { MINUTE_MS, silent_tables } from './silence';

const at = (minutes: number): number => minutes * MINUTE_MS;
const open: PhaseRecord = {
  phase: 'ideas',
  opened_at: at(10),
  planned_ms: 0,
  extended_ms: 0,
  paused_ms: 0,
  pause: null,
};
const table = (number: number, ideas: number, last_at: number): TableLine => ({
  table: number,
  people: 4,
  ideas,
  last_at,
});
const tables = [table(1, 3, at(17)), table(2, 0, 0), table(3, 1, at(12))];

test('a table is silent after seven minutes without an idea, the longest silent first', () => {
  expect(silent_tables(tables, open, at(16.9))).toEqual([]);
  expect(silent_tables(tables, open, at(19.5))).toEqual([
    { table: 2, ideas: 0, minutes: 9 },
    { table: 3, ideas: 1, minutes: 7 },
  ]);
});

test('nobody is silent while ideas are not open, or the session is paused', () => {
  expect(silent_tables(tables, { ...open, phase: 'vote' }, at(60))).toEqual([]);
  const pause = { reason: 'rest' as const, since: at(20) };
  expect(silent_tables(tables, { ...open, pause }, at(60))).toEqual([]);
});
