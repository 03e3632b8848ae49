import { expect, test } from 'vitest';
import { example_idea } from '../wire/example_idea';
import { LIMITS, type StaffLink } from '../wire/ops.gen';
import { actions_of, approvals, command_of, may_mark, meant_by, op_of } from './actions';
import type { Crew } from './crew';

const idea = example_idea(1);
const link = (id: string): StaffLink => ({ id, role: 'facilitator', name: '' });
const alone: Crew = { me: 'a', links: [link('a')] };
const two: Crew = { me: 'a', links: [link('a'), link('b')] };

test('a new idea can be shown, hidden, compared, moved and corrected, in this order', () => {
  expect(actions_of(idea, false, alone)).toEqual(['show', 'hide', 'similar', 'retag', 'correct']);
});

test('what waits for approval can be published first, and not shown', () => {
  expect(actions_of({ ...idea, pending: true }, false, alone)).toEqual([
    'approve',
    'hide',
    'retag',
    'correct',
  ]);
});

test('what was done turns into what takes it back, in its place and under its key', () => {
  expect(actions_of(idea, true, alone)[0]).toBe('unshow');
  expect(command_of('unshow')).toBe(command_of('show'));
});

test('hidden ideas come back, merged ones split, withdrawn ones stay', () => {
  expect(actions_of({ ...idea, hidden: 'insult' }, false, alone)[0]).toBe('restore');
  expect(actions_of({ ...idea, merged_into: 4 }, false, alone)).toEqual(['split']);
  expect(actions_of({ ...idea, withdrawn: true }, false, alone)).toEqual([]);
});

test('where several lead, an idea is taken and let go under one key', () => {
  expect(actions_of(idea, false, two)).toContain('claim');
  expect(actions_of({ ...idea, claimed: 'b' }, false, two)).toContain('claim');
  expect(actions_of({ ...idea, claimed: 'a' }, false, two)).toContain('release');
  expect(command_of('release')).toBe(command_of('claim'));
});

test('an action that asks nothing more is one op', () => {
  expect(op_of('approve', idea)?.op).toEqual({ kind: 'approve_ideas', ideas: [1] });
  expect(op_of('hide', idea)).toBeNull();
});

test('ideas are marked for what can be done with several: published, waiting, hidden', () => {
  expect([idea, { ...idea, hidden: 'test' as const }].every(may_mark)).toBe(true);
  expect(may_mark({ ...idea, pending: true })).toBe(true);
  expect(may_mark({ ...idea, merged_into: 4 })).toBe(false);
  expect(may_mark({ ...idea, withdrawn: true })).toBe(false);
});

test('an op is about one idea, several, or none', () => {
  expect(meant_by({ kind: 'approve_ideas', ideas: [1, 2] })).toEqual([1, 2]);
  expect(meant_by({ kind: 'restore_idea', idea: 3 })).toEqual([3]);
  expect(meant_by({ kind: 'resume' })).toEqual([]);
});

test('more than one op takes are published by several, in their order', () => {
  const many = Array.from({ length: LIMITS.ideas_together_max + 2 }, (_, at) => example_idea(at));
  const groups = approvals(many).map(meant_by);
  expect(groups.map(({ length }) => length)).toEqual([LIMITS.ideas_together_max, 2]);
  expect(groups.flat()).toEqual(many.map(({ id }) => id));
});
