import { expect, test } from 'vitest';
import type { Outcome } from '../session/live.svelte';
import type { Op } from '../wire/ops.gen';
import { Acts } from './acts.svelte';
import type { Step } from './steps';

const hidden: Outcome = { done: false, refusal: 'idea_hidden', kind: 'final' };
const gone: Outcome = { done: false, refusal: 'idea_withdrawn', kind: 'final' };
const overtaken: Outcome = { done: false, refusal: 'undo_overtaken', kind: 'final', limit: 2 };
const hide = (idea: number): Op => ({ kind: 'hide_idea', idea, reason: 'repeat' });
const back = (entry: number): Op => ({ kind: 'undo_entry', entry });
const steps_held = ({ steps }: Acts): number[] => steps.map(({ entry }) => entry);

// A server that answers by idea, keeps what can be taken back, and remembers what it was sent.
function desk(answers: Partial<Record<number, Outcome>> = {}) {
  const sent: Op[] = [];
  let steps: Step[] = [];
  let seq = 100;
  const send = (op: Op): Promise<Outcome> => {
    sent.push(op);
    const idea = op.kind === 'undo_entry' ? op.entry : 'idea' in op ? op.idea : 0;
    const answer = answers[idea] ?? { done: true, seq: ++seq };
    if (answer.done && op.kind === 'undo_entry')
      steps = steps.filter(({ entry }) => entry !== op.entry);
    else if (answer.done) steps = [{ entry: seq, op: op.kind, ideas: [idea] }, ...steps];
    return Promise.resolve(answer);
  };
  const acts = new Acts(
    send,
    () => steps,
    () => Promise.resolve(null),
  );
  return { acts, sent, answers };
}

const said = (n: number): string => `Приховано: ${n}`;

test('several ops go one after another, with one note and one way back', async () => {
  const { acts, sent } = desk();
  expect(await acts.act_all('marked', [hide(1), hide(2), hide(3)], said)).toEqual([]);
  expect(sent).toEqual([hide(1), hide(2), hide(3)]);
  expect(acts.note).toEqual({ text: 'Приховано: 3', entries: [101, 102, 103] });
  expect(acts.refusal('marked')).toBeNull();
  await acts.undo();
  expect(sent.slice(3)).toEqual([back(103), back(102), back(101)]);
  expect(acts.note).toEqual({ text: 'Дію скасовано', entries: [] });
});

test('a refused one stops no other, is returned, and not counted', async () => {
  const { acts } = desk({ 2: hidden });
  expect(await acts.act_all('marked', [hide(1), hide(2), hide(3)], said)).toEqual([hide(2)]);
  expect(acts.note).toEqual({ text: 'Приховано: 2', entries: [101, 102] });
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

test('an op about several ideas counts for each of them', async () => {
  const { acts } = desk();
  const approve = (ideas: number[]): Op => ({ kind: 'approve_ideas', ideas });
  await acts.act_all('marked', [approve([1, 2, 3]), approve([4])], said);
  expect(acts.note?.text).toBe('Приховано: 4');
});

test('how far it has come is told, and no more once it is over', async () => {
  const far: unknown[] = [];
  const acts: Acts = new Acts(
    () => {
      far.push(acts.progress);
      return Promise.resolve({ done: true, seq: 1 });
    },
    () => [],
    () => Promise.resolve(null),
  );
  await acts.act_all('marked', [hide(1), hide(2)], said);
  expect(far).toEqual([
    { done: 0, of: 2 },
    { done: 1, of: 2 },
  ]);
  expect(acts.progress).toBeNull();
});

test('what somebody changed since is named, and what was done before it is proposed', async () => {
  const { acts, answers } = desk();
  await acts.act('idea 1', hide(1), 'Приховано № 1');
  await acts.act('idea 2', hide(2), 'Приховано № 2');
  answers[102] = overtaken;
  await acts.undo();
  expect(acts.refusal('undo')).toBe('Скасувати вже не можна: ідею № 2 після цього змінили ще раз.');
  expect(acts.back.map(({ entry }) => entry)).toEqual([101]);
  expect(steps_held(acts)).toEqual([102, 101]);
});

test('after what has no way back, what was done before it is proposed', async () => {
  const { acts } = desk();
  await acts.act('idea 1', hide(1), 'Приховано № 1');
  await acts.act('idea 2', { kind: 'redact_idea', idea: 2, text: 'х' }, 'Вилучено');
  expect(acts.note).toEqual({ text: 'Вилучено', entries: [] });
  expect(acts.said(101)).toBe('Приховано № 1');
});

test('of a single op the reason alone is said', async () => {
  const { acts } = desk({ 1: gone });
  expect(await acts.act('idea 1', hide(1), 'Приховано')).toBe(false);
  expect(acts.refusal('idea 1')).toBe('Автор відкликав цю ідею.');
});
