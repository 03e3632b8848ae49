import { expect, test } from 'vitest';
import type { Outcome } from '../session/live.svelte';
import { example_idea } from '../wire/example_idea';
import type { Op } from '../wire/ops.gen';
import { Acts } from './acts.svelte';

const done: Outcome = { done: true, seq: 1 };
const hidden: Outcome = { done: false, refusal: 'idea_hidden', kind: 'final' };
const gone: Outcome = { done: false, refusal: 'idea_withdrawn', kind: 'final' };
const hide = (idea: number): Op => ({ kind: 'hide_idea', idea, reason: 'repeat' });
const restore = (idea: number): Op => ({ kind: 'restore_idea', idea });

// A server that answers by idea, and remembers what it was sent.
function desk(answers: Partial<Record<number, Outcome>> = {}) {
  const sent: Op[] = [];
  const ideas = [1, 2, 3, 4].map((id) => example_idea(id));
  const send = (op: Op): Promise<Outcome> => {
    sent.push(op);
    return Promise.resolve(('idea' in op ? answers[op.idea] : undefined) ?? done);
  };
  const acts = new Acts(
    send,
    () => ({ ideas, spotlight: 0 }),
    () => Promise.resolve(null),
  );
  return { acts, sent };
}

const said = (n: number): string => `Приховано: ${n}`;

test('several ops go one after another, with one note and one way back', async () => {
  const { acts, sent } = desk();
  expect(await acts.act_all('marked', [hide(1), hide(2), hide(3)], said)).toEqual([]);
  expect(sent).toEqual([hide(1), hide(2), hide(3)]);
  expect(acts.note).toEqual({ text: 'Приховано: 3', undo: [restore(3), restore(2), restore(1)] });
  expect(acts.refusal('marked')).toBeNull();
});

test('a refused one stops no other, is returned, and not counted', async () => {
  const { acts } = desk({ 2: hidden });
  expect(await acts.act_all('marked', [hide(1), hide(2), hide(3)], said)).toEqual([hide(2)]);
  expect(acts.note).toEqual({ text: 'Приховано: 2', undo: [restore(3), restore(1)] });
  expect(acts.refusal('marked')).toBe('Не змінено ідей: 1. Ідею приховано.');
});

test('each reason is said once, with how many it stopped', async () => {
  const { acts } = desk({ 1: hidden, 2: gone, 3: hidden });
  await acts.act_all('marked', [hide(1), hide(2), hide(3)], said);
  expect(acts.note).toBeNull();
  expect(acts.refusal('marked')).toBe(
    'Не змінено ідей: 2. Ідею приховано. Не змінено ідей: 1. Автор відкликав цю ідею.',
  );
});

test('how far it has come is told, and no more once it is over', async () => {
  const far: unknown[] = [];
  const acts: Acts = new Acts(
    () => {
      far.push(acts.progress);
      return Promise.resolve(done);
    },
    () => ({ ideas: [], spotlight: 0 }),
    () => Promise.resolve(null),
  );
  await acts.act_all('marked', [hide(1), hide(2)], said);
  expect(far).toEqual([
    { done: 0, of: 2 },
    { done: 1, of: 2 },
  ]);
  expect(acts.progress).toBeNull();
});

test('taking several back goes on behind one that cannot be taken back', async () => {
  const answers: Partial<Record<number, Outcome>> = {};
  const { acts, sent } = desk(answers);
  await acts.act_all('marked', [hide(1), hide(2)], said);
  answers[2] = gone;
  await acts.undo();
  expect(sent.slice(2)).toEqual([restore(2), restore(1)]);
  expect(acts.refusal('undo')).toBe('Не змінено ідей: 1. Автор відкликав цю ідею.');
});

test('of a single op the reason alone is said', async () => {
  const { acts } = desk({ 1: gone });
  expect(await acts.act('idea 1', hide(1), 'Приховано')).toBe(false);
  expect(acts.refusal('idea 1')).toBe('Автор відкликав цю ідею.');
});
