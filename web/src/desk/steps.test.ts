import { expect, test } from 'vitest';
import { example_idea } from '../wire/example_idea';
import { is_undoable, next_back, step_words, steps_of, type Step } from './steps';

const hide = (entry: number): Step => ({ entry, op: 'hide_idea', ideas: [entry - 10] });
const ideas = [1, 2, 3, 14].map((id) => example_idea(id));
const none: ReadonlySet<number> = new Set();

test('steps stand newest first, however the records came', () => {
  const records = new Map([
    [11, { op: 'hide_idea', ideas: [1] }],
    [13, { op: 'pause', ideas: [] }],
    [12, { op: 'tag_idea', ideas: [2] }],
  ]);
  expect(steps_of(records).map(({ entry }) => entry)).toEqual([13, 12, 11]);
});

test('the newest step goes back first, alone', () => {
  expect(next_back([hide(13), hide(12)], [], none)).toEqual([hide(13)]);
});

test('what was done together goes back together, newest first', () => {
  const steps = [hide(13), hide(12), hide(11)];
  expect(next_back(steps, [[12, 13]], none)).toEqual([hide(13), hide(12)]);
});

test('of what was done together only the rest goes back', () => {
  expect(next_back([hide(12), hide(11)], [[12, 13]], none)).toEqual([hide(12)]);
});

test('what was overtaken stands in nobody’s way', () => {
  expect(next_back([hide(13), hide(12)], [], new Set([13]))).toEqual([hide(12)]);
  expect(next_back([hide(13)], [], new Set([13]))).toEqual([]);
});

test('a step is told by its idea', () => {
  expect(step_words(hide(12), ideas)).toBe('Приховано № 2');
});

test('a merge is told by its main idea and how many joined it', () => {
  const merge: Step = { entry: 20, op: 'merge_ideas', ideas: [14, 1, 2] };
  expect(step_words(merge, ideas)).toBe('№ 14 об’єднано ще з 2 ідеями');
});

test('ideas published together are counted', () => {
  const approve: Step = { entry: 20, op: 'approve_ideas', ideas: [1, 2, 3] };
  expect(step_words(approve, ideas)).toBe('Оприлюднено 3 ідеї');
  expect(step_words({ ...approve, ideas: [3] }, ideas)).toBe('Оприлюднено № 3');
});

test('a phase is told as it was said here, and in general after a reload', () => {
  const opened: Step = { entry: 20, op: 'open_phase', ideas: [] };
  expect(step_words(opened, ideas, 'Етап: Голосування')).toBe('Етап: Голосування');
  expect(step_words(opened, ideas)).toBe('Перехід до іншого етапу');
});

test('an op of a newer server is still offered, in general words', () => {
  expect(step_words({ entry: 20, op: 'turn_hall', ideas: [] }, ideas)).toBe('Інша дія');
});

test('redaction, closing places and links have no way back', () => {
  expect(is_undoable({ kind: 'hide_idea', idea: 1, reason: 'test' })).toBe(true);
  expect(is_undoable({ kind: 'redact_idea', idea: 1, text: 'х' })).toBe(false);
  expect(is_undoable({ kind: 'reveal_place', place: 1 })).toBe(false);
  expect(is_undoable({ kind: 'withdraw_link', link: 'a' })).toBe(false);
});
