import { expect, test } from 'vitest';
import { actions_of } from './actions';
import type { DeskIdea } from './queue';

const idea: DeskIdea = {
  id: 1,
  number: 1,
  text: '',
  areas: [],
  at: 0,
  channel: 'phone',
  merged: 0,
  support: 0,
  table: 0,
  settlement: '',
  hidden: null,
  withdrawn: false,
  redacted: false,
  moderated: false,
  merged_into: 0,
  members: [],
};
const nothing = { marked: false, on_screen: false };

test('a new idea can be shown, hidden, marked and moved, in this order of digits', () => {
  expect(actions_of(idea, nothing)).toEqual(['show', 'hide', 'mark', 'retag']);
});

test('what was done turns into what takes it back, in the same place', () => {
  expect(actions_of(idea, { marked: true, on_screen: true })).toEqual([
    'unshow',
    'hide',
    'unmark',
    'retag',
  ]);
});

test('hidden ideas come back, merged ones split, withdrawn ones stay', () => {
  expect(actions_of({ ...idea, hidden: 'insult' }, nothing)[0]).toBe('restore');
  expect(actions_of({ ...idea, merged_into: 4 }, nothing)).toEqual(['split']);
  expect(actions_of({ ...idea, withdrawn: true }, nothing)).toEqual([]);
});
