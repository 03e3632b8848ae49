import { expect, test } from 'vitest';
import { example_idea } from '../wire/example_idea';
import { actions_of } from './actions';

const idea = example_idea(1);
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
