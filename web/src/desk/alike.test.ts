import { expect, test } from 'vitest';
import { example_idea } from '../wire/example_idea';
import { alike_beside } from './alike';

const idea = example_idea(1);
const none = new Set<number>();

test('alike ideas stand in the order of their likeness, the idea itself not among them', () => {
  const ideas = [example_idea(3), example_idea(2), idea];
  const found = [
    { idea: 1, alike: 100 },
    { idea: 2, alike: 40 },
    { idea: 3, alike: 71 },
  ];
  expect(alike_beside(idea, ideas, found, none).map(({ id }) => id)).toEqual([3, 2]);
});

test('what was hidden, merged or withdrawn meanwhile is not offered, nor what is unknown', () => {
  const ideas = [
    example_idea(4, { hidden: 'test' }),
    example_idea(3, { merged_into: 1 }),
    example_idea(2, { withdrawn: true }),
    idea,
  ];
  const found = [2, 3, 4, 5].map((id) => ({ idea: id, alike: 50 }));
  expect(alike_beside(idea, ideas, found, none)).toEqual([]);
});

test('what somebody said to be different is not offered again', () => {
  const ideas = [example_idea(3), example_idea(2), idea];
  const found = [2, 3].map((id) => ({ idea: id, alike: 50 }));
  expect(alike_beside(idea, ideas, found, new Set([2])).map(({ id }) => id)).toEqual([3]);
});
