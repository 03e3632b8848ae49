// What the hall does together, as one phone sees it: warm-up, table sentences, the clock, results.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { no_mine } from '../session/apply';
import { Draft } from '../session/draft.svelte';
import { fake_browser } from '../session/fake_browser';
import type { MeRecord, Op, PhaseRecord } from '../wire/ops.gen';
import { parts_of } from './results_parts';
import { put_back } from './sentences';
import { table_now } from './table_now';
import { time_warning } from './time_warning';
import { answer_now, options_in_order } from './warmup';

const minute = 60_000;
const me: MeRecord = {
  writer: 'aa',
  voter: null,
  joined: true,
  table: 3,
  settlement: '',
  asks_help: false,
  card: 0,
  warmup: null,
};
const phase: PhaseRecord = {
  phase: 'ideas',
  opened_at: 1_000_000,
  planned_ms: 10 * minute,
  extended_ms: 0,
  paused_ms: 0,
  pause: null,
};
const say: Op = { kind: 'say_for_table', table: 3, text: 'Лікар щодня', after: 0 };

function queued(...ops: Op[]) {
  return ops.map((op, i) => ({ id: String(i), op, at: i }));
}

const tap = (option: number): Op => ({ kind: 'answer_warmup', option });

beforeEach(() => {
  fake_browser(EventTarget);
});

describe('the answer of the warm-up', () => {
  it('is none until somebody taps', () => {
    expect(answer_now(null, [])).toEqual({ option: null, is_saved: true });
  });

  it('is the newest tap, not saved until the server holds it', () => {
    expect(answer_now(1, queued(tap(0), tap(2)))).toEqual({ option: 2, is_saved: false });
    expect(answer_now(2, [])).toEqual({ option: 2, is_saved: true });
  });

  it('is looked for among villages by the alphabet, and keeps its place on the wire', () => {
    const villages = ['Ялинка', 'Гірки', 'Ґанок'];
    expect(options_in_order(villages, villages)).toEqual([
      { index: 1, name: 'Гірки' },
      { index: 2, name: 'Ґанок' },
      { index: 0, name: 'Ялинка' },
    ]);
    const own = ['Так', 'Ні'];
    expect(options_in_order(own, villages).map(({ name }) => name)).toEqual(own);
  });
});

describe('the sentence of a table', () => {
  it('comes back into the field, behind what was written there meanwhile', () => {
    const draft = new Draft('482913.0.sentence');
    const dismiss = vi.fn();
    const returned = queued(say).map((back) => ({ ...back, refusal: 'sentence_changed' as const }));
    expect(put_back({ returned, dismiss }, draft)).toBe('sentence_changed');
    expect(draft.text).toBe('Лікар щодня');
    expect(dismiss).toHaveBeenCalledWith('0');
    draft.text = 'Дорога';
    put_back({ returned, dismiss }, draft);
    expect(draft.text).toBe('Дорога\nЛікар щодня');
    expect(put_back({ returned: [], dismiss }, draft)).toBeNull();
  });

  it('is that of the table where one is about to sit down', () => {
    const mine = { ...no_mine, me };
    expect(table_now({ mine, outbox: [] })).toBe(3);
    const join: Op = { kind: 'join', table: 5, settlement: '', channel: 'phone' };
    expect(table_now({ mine, outbox: queued(join) })).toBe(5);
    expect(table_now({ mine: no_mine, outbox: [] })).toBe(0);
  });
});

describe('a warning of the clock', () => {
  const left = (ms: number) => phase.opened_at + phase.planned_ms - ms;

  it('is seen for half a minute, with five minutes and with one to go', () => {
    expect(time_warning(phase, left(5 * minute + 1))).toBeNull();
    expect(time_warning(phase, left(5 * minute))).toBe('five');
    expect(time_warning(phase, left(4.5 * minute))).toBeNull();
    expect(time_warning(phase, left(minute))).toBe('one');
    expect(time_warning(phase, left(0))).toBeNull();
  });

  it('comes again where the phase was extended meanwhile', () => {
    const extended = { ...phase, extended_ms: 5 * minute };
    expect(time_warning(extended, left(4 * minute))).toBeNull();
    expect(time_warning(extended, left(0))).toBe('five');
  });

  it('is not given in a pause, without a clock, or as a short phase begins', () => {
    const paused = { ...phase, pause: { reason: 'rest' as const, since: left(5 * minute) } };
    expect(time_warning(paused, left(5 * minute))).toBeNull();
    expect(time_warning({ ...phase, planned_ms: 0 }, left(5 * minute))).toBeNull();
    const short = { ...phase, planned_ms: 5 * minute };
    expect(time_warning(short, phase.opened_at)).toBeNull();
    expect(time_warning(null, 0)).toBeNull();
  });
});

describe('a result', () => {
  it('says how it came together where not all of it came from phones', () => {
    expect(parts_of({ support: 24, paper: 3, hands: 12 })).toEqual([
      { how: 'phones', n: 9 },
      { how: 'paper', n: 3 },
      { how: 'hands', n: 12 },
    ]);
    expect(parts_of({ support: 3, paper: 3 })).toEqual([{ how: 'paper', n: 3 }]);
    expect(parts_of({ support: 9 })).toEqual([]);
  });
});
