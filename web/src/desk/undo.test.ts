import { expect, test } from 'vitest';
import { example_idea } from '../wire/example_idea';
import type { DeskIdea } from './queue';
import { undo_of, type Before } from './undo';

const before = (more: Partial<DeskIdea> = {}, spotlight = 0): Before => ({
  ideas: [example_idea(12, { areas: ['youth'], ...more })],
  spotlight,
});

test('hiding and restoring take each other back, with the reason there was', () => {
  const hide = { kind: 'hide_idea', idea: 12, reason: 'insult' } as const;
  const restore = { kind: 'restore_idea', idea: 12 } as const;
  expect(undo_of(hide, before())).toEqual([restore]);
  expect(undo_of(restore, before({ hidden: 'insult' }))).toEqual([hide]);
});

test('a merge is split again, each idea for itself', () => {
  const merge = { kind: 'merge_ideas', main: 4, others: [12, 25] } as const;
  expect(undo_of(merge, before())).toEqual([
    { kind: 'split_idea', idea: 12 },
    { kind: 'split_idea', idea: 25 },
  ]);
});

test('a split goes back into the idea it came from', () => {
  expect(undo_of({ kind: 'split_idea', idea: 12 }, before({ merged_into: 4 }))).toEqual([
    { kind: 'merge_ideas', main: 4, others: [12] },
  ]);
});

test('areas go back to what they were', () => {
  const tag = { kind: 'tag_idea', idea: 12, areas: ['culture'] } as const;
  expect(undo_of(tag, before())).toEqual([{ kind: 'tag_idea', idea: 12, areas: ['youth'] }]);
});

test('the spotlight goes back to the idea it was on, or off', () => {
  const show = { kind: 'spotlight_idea', idea: 12 } as const;
  expect(undo_of(show, before({}, 9))).toEqual([{ kind: 'spotlight_idea', idea: 9 }]);
  expect(undo_of(show, before())).toEqual([{ kind: 'clear_spotlight' }]);
});

test('redaction, phases and minutes are not offered for undoing', () => {
  expect(undo_of({ kind: 'redact_idea', idea: 12, text: 'х' }, before())).toEqual([]);
  expect(undo_of({ kind: 'open_phase', phase: 'vote', minutes: 5 }, before())).toEqual([]);
  expect(undo_of({ kind: 'extend_phase', minutes: 5 }, before())).toEqual([]);
});
