import { expect, test } from 'vitest';
import { no_records, type Records } from '../session/apply';
import { example_idea } from '../wire/example_idea';
import type { DeskIdeaRecord } from '../wire/ops.gen';
import { count_areas, hall_of } from './hall';

const idea = (more: Partial<DeskIdeaRecord> = {}): DeskIdeaRecord =>
  example_idea(1, { support: 4, table: 2, settlement: 'Лугове', ...more });

const records = (ideas: [number, DeskIdeaRecord][], spotlight = 0): Records => ({
  ...no_records,
  session: {
    code: '482913',
    title: 'Стратегія',
    community: 'Громада',
    question: '',
    areas: [],
    votes_per_person: 10,
    languages: ['uk'],
    level: 0,
    tables: 8,
    settlements: [],
    premoderation: false,
    authorship: 'unnamed',
    people_per_phone: 1,
  },
  phase: { phase: 'ideas', opened_at: 0, planned_ms: 0, extended_ms: 0, paused_ms: 0, pause: null },
  spotlight,
  ideas: new Map(ideas),
});

test('hidden, withdrawn and merged ideas are not on the board, not even in the spotlight', () => {
  const hall = hall_of(
    records(
      [
        [10, idea()],
        [11, idea({ hidden: 'insult' })],
        [12, idea({ withdrawn: true })],
        [13, idea({ merged_into: 10 })],
        [14, idea({ number: 5 })],
      ],
      11,
    ),
  );
  expect(hall?.ideas.map((seen) => seen.id)).toEqual([14, 10]);
  expect(hall?.spotlight).toBeNull();
});

test('nothing derived from votes is on the board before a place was revealed', () => {
  const hall = hall_of(
    records([
      [10, idea()],
      [11, idea({ place: 10, support: 7 })],
    ]),
  );
  expect(hall?.ideas.map((seen) => [seen.id, seen.place, seen.support])).toEqual([
    [11, 10, 7],
    [10, undefined, undefined],
  ]);
  expect(JSON.stringify(hall)).not.toContain('Лугове');
});

test('areas stand by number of ideas, an idea of two areas counts in both', () => {
  const hall = hall_of(
    records([
      [1, idea({ areas: ['medicine', 'social'] })],
      [2, idea()],
    ]),
  );
  expect(count_areas(hall?.ideas ?? [], ['social', 'medicine', 'youth'])).toEqual([
    { slug: 'medicine', count: 2 },
    { slug: 'social', count: 1 },
    { slug: 'youth', count: 0 },
  ]);
});

test('without a word from the server the hall is there, with nobody in it', () => {
  const hall = hall_of(records([]));
  expect(hall?.board).toEqual({ mode: 'follow', area: '' });
  expect(hall?.seats.tables).toHaveLength(8);
  expect(hall?.seats.tables[7]).toEqual({ table: 8, people: 0, ideas: 0, last_at: 0 });
  expect(hall?.said).toEqual([]);
});

test('the sentences of the tables stand with the newest first', () => {
  const others = new Map([
    ['sentence/2', { seq: 3, text: 'Дорога', at: 60_000 }],
    ['sentence/5', { seq: 4, text: 'Світло', at: 120_000 }],
    ['sentence/1', { seq: 5, text: 'Вода', at: 120_000 }],
  ]);
  const hall = hall_of({ ...records([]), others });
  expect(hall?.said.map(({ table }) => table)).toEqual([1, 5, 2]);
});
