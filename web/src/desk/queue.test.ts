import { expect, test } from 'vitest';
import { example_idea as idea } from '../wire/example_idea';
import { cursor_after, filtered, standing_of, stepped, type DeskIdea, type Filter } from './queue';

const every: Filter = { shelf: 'all', area: '', words: '' };
const nothing_read = new Set<number>();
const ids = (ideas: readonly DeskIdea[]): number[] => ideas.map(({ id }) => id);

test('a new idea is one that nobody moderated and this desk has not read', () => {
  const ideas = [idea(4), idea(3, { moderated: true }), idea(2, { hidden: 'test' }), idea(1)];
  expect(ids(filtered(ideas, { ...every, shelf: 'new' }, new Set([1])))).toEqual([4]);
});

test('the merged shelf holds main ideas and what was merged into them', () => {
  const ideas = [idea(3), idea(2, { merged_into: 1 }), idea(1, { members: [2] })];
  expect(ids(filtered(ideas, { ...every, shelf: 'merged' }, nothing_read))).toEqual([2, 1]);
});

test('search knows numbers, any case and every apostrophe', () => {
  const ideas = [idea(12, { text: "Пам'ятник захисникам" }), idea(2, { text: 'Дорога' })];
  const found = (words: string): number[] =>
    ids(filtered(ideas, { ...every, words }, nothing_read));
  expect(found('ПАМ’ЯТНИК')).toEqual([12]);
  expect(found('№12')).toEqual([12]);
  expect(found('дор захис')).toEqual([]);
});

test('ideas are filtered by either of their areas', () => {
  const ideas = [idea(2, { areas: ['youth', 'culture'] }), idea(1)];
  expect(ids(filtered(ideas, { ...every, area: 'culture' }, nothing_read))).toEqual([2]);
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

test('arrow, page and end keys move the cursor within the list and no other key does', () => {
  expect(stepped('ArrowDown', 2, 3)).toBe(2);
  expect(stepped('ArrowUp', 2, 3)).toBe(1);
  expect(stepped('PageDown', 1, 30)).toBe(9);
  expect(stepped('End', 0, 30)).toBe(29);
  expect(stepped('a', 0, 3)).toBeNull();
  expect(stepped('Home', 0, 0)).toBeNull();
});
