import { expect, test } from 'vitest';
import { example_idea } from '../wire/example_idea';
import {
  next_phase,
  next_reveal,
  planned_minutes,
  USUAL_MINUTES,
  whole_minutes,
} from './programme';
import type { DeskIdea } from './queue';

const idea = (id: number, support: number): DeskIdea => example_idea(id, { support });

test('the big button leads through the phases and never closes the session', () => {
  expect(next_phase('lobby')).toBe('warmup');
  expect(next_phase('vote')).toBe('results');
  expect(next_phase('results')).toBeNull();
  expect(next_phase('closed')).toBeNull();
});

test('the reveal begins with the tenth place and goes up, over the gaps that ties leave', () => {
  const supports = [19, 17, 16, 15, 11, 10, 9, 8, 8, 7, 7, 5];
  const ideas = supports.map((support, i) => idea(i + 1, support));
  expect(next_reveal(ideas)).toEqual({ place: 10, support: 7, ids: [10, 11] });
  const after = ideas.map((one) => (one.support === 7 ? { ...one, place: 10 } : one));
  expect(next_reveal(after)?.place).toBe(8);
  const all = ideas.map((one, i) => ({ ...one, place: i + 1 }));
  expect(next_reveal(all)).toBeNull();
});

test('with few voted ideas the reveal begins at the last place there is', () => {
  expect(next_reveal([idea(1, 3), idea(2, 1), idea(3, 0)])?.place).toBe(2);
  expect(next_reveal([idea(1, 0)])).toBeNull();
});

test('hidden ideas have no place', () => {
  expect(next_reveal([{ ...idea(1, 5), hidden: 'test' }])).toBeNull();
});

test('what the facilitators planned counts, and elsewhere what is usual', () => {
  const planned = planned_minutes([
    { phase: 'ideas', minutes: 30 },
    { phase: 'vote', minutes: 0 },
  ]);
  expect(planned).toEqual({ ...USUAL_MINUTES, ideas: 30, vote: 0 });
  expect(planned_minutes([])).toEqual(USUAL_MINUTES);
});

test('what is no number of minutes changes nothing', () => {
  expect(whole_minutes(1441, 45)).toBe(45);
  expect(whole_minutes(-3, 45)).toBe(45);
  expect(whole_minutes(1.5, 45)).toBe(45);
});
