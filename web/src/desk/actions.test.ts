import { expect, test } from 'vitest';
import { example_idea } from '../wire/example_idea';
import { actions_of, command_of, may_mark } from './actions';

const idea = example_idea(1);

test('a new idea can be shown, hidden, compared and moved, in this order', () => {
  expect(actions_of(idea, false)).toEqual(['show', 'hide', 'similar', 'retag']);
});

test('what was done turns into what takes it back, in its place and under its key', () => {
  expect(actions_of(idea, true)[0]).toBe('unshow');
  expect(command_of('unshow')).toBe(command_of('show'));
});

test('hidden ideas come back, merged ones split, withdrawn ones stay', () => {
  expect(actions_of({ ...idea, hidden: 'insult' }, false)[0]).toBe('restore');
  expect(actions_of({ ...idea, merged_into: 4 }, false)).toEqual(['split']);
  expect(actions_of({ ...idea, withdrawn: true }, false)).toEqual([]);
});

test('ideas are marked for what can be done with several: published and hidden ones', () => {
  expect([idea, { ...idea, hidden: 'test' as const }].every(may_mark)).toBe(true);
  expect(may_mark({ ...idea, merged_into: 4 })).toBe(false);
  expect(may_mark({ ...idea, withdrawn: true })).toBe(false);
});
