import { expect, test } from 'vitest';
import type { PhaseRecord } from '../wire/ops.gen';
import { pace, per_minute, silent_tables, tables_of, type Given } from './pulse';

const minute = 60_000;
const now = 100 * minute;
const ago = (minutes: number, table = 1): Given => ({ at: now - minutes * minute, table });

test('ideas are counted by the minute they came in, the newest last', () => {
  expect(per_minute([ago(0), ago(0.5), ago(1.5), ago(7)], now, 4)).toEqual([0, 0, 1, 2]);
});

test('an idea from a clock slightly ahead counts as just now', () => {
  expect(per_minute([ago(-0.1)], now, 2)).toEqual([0, 1]);
});

test('the pace is the mean of five minutes', () => {
  const given = [ago(0.5), ago(1), ago(2), ago(4), ago(4.9), ago(6)];
  expect(pace(given, now - 30 * minute, now)).toBe(1);
});

test('in a young phase the pace is of the time there was, at least a minute', () => {
  expect(pace([ago(0.2), ago(0.3), ago(1.5)], now - 2 * minute, now)).toBe(1.5);
  expect(pace([ago(0.1)], now - 1000, now)).toBe(1);
});

test('a table is silent seven minutes after its last idea, or after the opening', () => {
  const tables = tables_of([ago(3, 1), ago(9, 2)], 3, now - 12 * minute, now);
  expect(tables).toEqual([
    { table: 1, count: 1, silent_minutes: 0 },
    { table: 2, count: 1, silent_minutes: 9 },
    { table: 3, count: 0, silent_minutes: 12 },
  ]);
});

test('no table is called silent while ideas are not open', () => {
  expect(tables_of([], 2, null, now).every((table) => table.silent_minutes === 0)).toBe(true);
});

test('silent tables are asked for only while ideas are open and nothing is paused', () => {
  const ideas: PhaseRecord = {
    phase: 'ideas',
    opened_at: now - 12 * minute,
    planned_ms: 0,
    extended_ms: 0,
    paused_ms: 0,
    pause: null,
  };
  const given = [ago(3, 1), ago(9, 2)];
  expect(silent_tables(given, 3, ideas, now)).toEqual([2, 3]);
  expect(silent_tables(given, 3, { ...ideas, phase: 'sort' }, now)).toEqual([]);
  const paused = { ...ideas, pause: { reason: 'air_raid' as const, since: now } };
  expect(silent_tables(given, 3, paused, now)).toEqual([]);
});
