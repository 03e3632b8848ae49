import { expect, test } from 'vitest';
import { example_idea as idea } from '../wire/example_idea';
import {
  cursor_after,
  filtered,
  FIRST_FILTER,
  narrowed,
  offer_of,
  standing_of,
  stepped,
  widened,
  type DeskIdea,
  type Filter,
  type Known,
} from './queue';

const every: Filter = { ...FIRST_FILTER, shelf: 'all' };
const crew = {
  me: 'a',
  links: [
    { id: 'a', role: 'facilitator' as const, name: '' },
    { id: 'b', role: 'facilitator' as const, name: 'Оксана' },
  ],
};
const nothing: Known = { read: new Set(), found: null, silent: [], crew };

function ids(ideas: readonly DeskIdea[], filter: Partial<Filter>, known: Partial<Known> = {}) {
  return filtered(ideas, { ...every, ...filter }, { ...nothing, ...known }).map(({ id }) => id);
}

test('a new idea is one that nobody moderated and this desk has not read', () => {
  const ideas = [idea(4), idea(3, { moderated: true }), idea(2, { hidden: 'test' }), idea(1)];
  expect(ids(ideas, { shelf: 'new' }, { read: new Set([1]) })).toEqual([4]);
});

test('the merged shelf holds main ideas and what was merged into them', () => {
  const ideas = [idea(3), idea(2, { merged_into: 1 }), idea(1, { members: [2] })];
  expect(ids(ideas, { shelf: 'merged' })).toEqual([2, 1]);
});

test('what was found surely comes before what is alike, each newest first', () => {
  const found = new Map([
    [1, 'sure' as const],
    [3, 'near' as const],
    [4, 'sure' as const],
  ]);
  expect(ids([idea(4), idea(3), idea(2), idea(1)], {}, { found })).toEqual([4, 1, 3]);
  expect(ids([idea(1)], {}, { found: new Map() })).toEqual([]);
});

test('ideas are filtered by either of their areas', () => {
  const ideas = [idea(2, { areas: ['youth', 'culture'] }), idea(1)];
  expect(ids(ideas, { area: 'culture' })).toEqual([2]);
});

test('ideas are filtered by table, also by none, by settlement and by channel', () => {
  const ideas = [
    idea(3, { table: 0, channel: 'paper' }),
    idea(2, { table: 2, settlement: 'Лугове' }),
    idea(1, { table: 2 }),
  ];
  expect(ids(ideas, { table: 2 })).toEqual([2, 1]);
  expect(ids(ideas, { table: 0 })).toEqual([3]);
  expect(ids(ideas, { settlement: 'Лугове' })).toEqual([2]);
  expect(ids(ideas, { channel: 'paper' })).toEqual([3]);
  expect(ids(ideas, { table: 2, channel: 'paper' })).toEqual([]);
});

test('ideas of silent tables are those of the tables that are silent now', () => {
  const ideas = [idea(3, { table: 3 }), idea(2, { table: 2 }), idea(1, { table: 0 })];
  expect(ids(ideas, { silent: true }, { silent: [2, 5] })).toEqual([2]);
  expect(ids(ideas, { silent: true })).toEqual([]);
});

test('each narrowing is told and can be taken off by itself', () => {
  const filter: Filter = { ...every, words: 'лікар', area: 'youth', table: 0, silent: true };
  expect(narrowed(every)).toEqual([]);
  expect(narrowed(filter)).toEqual(['area', 'table', 'silent']);
  expect(widened(filter, ['table', 'silent'])).toEqual({ ...every, words: 'лікар', area: 'youth' });
});

test('only values that occur are offered', () => {
  const ideas = [
    idea(3, { table: 4, channel: 'paper', areas: ['youth', 'culture'] }),
    idea(2, { table: 0, settlement: 'Лугове', areas: ['culture'] }),
    idea(1, { table: 4 }),
  ];
  expect(offer_of(ideas)).toEqual({
    areas: ['youth', 'culture', 'medicine'],
    tables: [0, 4],
    settlements: ['Лугове'],
    channels: ['phone', 'paper'],
  });
});

test('withdrawn goes before merged, merged before hidden', () => {
  expect(standing_of(idea(1, { withdrawn: true, hidden: 'test' }))).toBe('withdrawn');
  expect(standing_of(idea(1, { merged_into: 2, hidden: 'test' }))).toBe('merged');
});

test('the cursor stays on its idea, or where it was when that left the list', () => {
  expect(cursor_after([3, 2, 1], [4, 3, 2, 1], 2)).toBe(2);
  expect(cursor_after([3, 2, 1], [3, 1], 2)).toBe(1);
  expect(cursor_after([3, 2, 1], [3, 2], 1)).toBe(2);
  expect(cursor_after([1], [], 1)).toBe(0);
  expect(cursor_after([], [5, 4], 0)).toBe(5);
});

test('the cursor moves within the list, and no other command moves it', () => {
  expect(stepped('down', 2, 3)).toBe(2);
  expect(stepped('up', 2, 3)).toBe(1);
  expect(stepped('page_down', 1, 30)).toBe(9);
  expect(stepped('last', 0, 30)).toBe(29);
  expect(stepped('read', 0, 3)).toBeNull();
  expect(stepped('first', 0, 0)).toBeNull();
});

test('what waits to be published stands on its own shelf, and is not new', () => {
  const ideas = [idea(1, { pending: true }), idea(2)];
  const on = (shelf: Filter['shelf']) =>
    filtered(ideas, { ...every, shelf }, nothing).map(({ id }) => id);
  expect(on('pending')).toEqual([1]);
  expect(on('new')).toEqual([2]);
});

test('what somebody else works on can be left out', () => {
  const ideas = [idea(1, { claimed: 'a' }), idea(2, { claimed: 'b' }), idea(3)];
  const free = filtered(ideas, { ...every, free: true }, nothing);
  expect(free.map(({ id }) => id)).toEqual([1, 3]);
});
