import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Receipt } from '../wire/receipts';
import { fake_storage } from './fake_browser';
import { golden_idea, golden_vote, golden_voter } from './golden_journal';
import {
  erase_votes,
  keep_head,
  keep_votes,
  keeps_votes,
  kept_head,
  kept_votes,
  receipts_of,
} from './receipts';

const who = { code: '482913', slot: 2, pass: 'secret-pass' };
type Answer = { receipts: readonly Receipt[]; more: boolean } | { refusal: string; kind: string };
let answers: (Answer | null)[] = []; // null: the server is away
let asked: string[] = [];
let kept: Map<string, string>;

beforeEach(() => {
  asked = [];
  kept = fake_storage();
  vi.stubGlobal('fetch', (path: string, { headers }: { headers: Record<string, string> }) => {
    asked.push(`${path} ${headers['Authorization'] ?? ''}`);
    const answer = answers.shift() ?? null;
    return answer === null
      ? Promise.reject(new TypeError('Failed to fetch'))
      : Promise.resolve({ text: () => Promise.resolve(JSON.stringify(answer)) });
  });
});

afterEach(() => vi.unstubAllGlobals());

test('receipts are asked for with the person’s pass, until there are no more', async () => {
  answers = [
    { receipts: [golden_idea], more: true },
    { receipts: [golden_vote], more: false },
  ];
  expect(await receipts_of(who)).toEqual([golden_idea, golden_vote]);
  expect(asked).toEqual([
    '/api/sessions/482913/receipts?slot=2&after=0 Bearer secret-pass',
    '/api/sessions/482913/receipts?slot=2&after=2 Bearer secret-pass',
  ]);
});

test('of an entry that was erased nothing is left, and the others are told', async () => {
  const erased = { ...golden_idea, salt: null, private: null, texts: [null] };
  answers = [{ receipts: [erased, golden_vote], more: false }];
  expect(await receipts_of(who)).toEqual([erased, golden_vote]);
});

test('whoever never joined has none, and other refusals are no answer', async () => {
  answers = [
    { refusal: 'not_joined', kind: 'final' },
    { refusal: 'rate_limited', kind: 'later' },
  ];
  expect(await receipts_of(who)).toEqual([]);
  expect(await receipts_of(who)).toBeNull();
});

test('of votes they are kept on the phone, of ideas they are not', async () => {
  answers = [{ receipts: [golden_idea, golden_vote], more: false }];
  expect(keeps_votes(who, [6])).toBe(false);
  expect(await keep_votes(who, golden_voter, [6])).toBe(true);
  expect(kept_votes(who)).toEqual({ voter: golden_voter, standing: [6], receipts: [golden_vote] });
  expect(keeps_votes(who, [6])).toBe(true);
  expect([...kept.values()].join()).not.toContain('Лікар');
});

test('a vote without a receipt is not kept, nor anything where there is none', async () => {
  answers = [{ receipts: [golden_idea, golden_vote], more: false }];
  await keep_votes(who, golden_voter, [6, 7]);
  expect(kept_votes(who)?.standing).toEqual([6]);
  answers = [{ receipts: [golden_idea], more: false }];
  await keep_votes({ ...who, slot: 3 }, golden_voter, [6]);
  expect(kept_votes({ ...who, slot: 3 })).toBeNull();
  expect([...kept.keys()]).toEqual(['viche.receipts.482913.2']);
});

test('what was erased is not kept again, also if it was being asked for', async () => {
  answers = [{ receipts: [golden_vote], more: false }];
  const under_way = keep_votes(who, golden_voter, [6]);
  erase_votes(who);
  expect(await under_way).toBe(true);
  expect(kept_votes(who)).toBeNull();
  expect(keeps_votes(who, [6])).toBe(true);
  expect(await keep_votes(who, golden_voter, [6])).toBe(true);
  expect(kept_votes(who)).toBeNull();
  expect([...kept.values()]).toEqual(['"erased"']);
  expect(asked).toHaveLength(1);
});

test('only what is new is asked for again, and of another card everything', async () => {
  answers = [{ receipts: [golden_vote], more: false }];
  await keep_votes(who, golden_voter, [6]);
  answers = [
    { receipts: [], more: false },
    { receipts: [], more: false },
  ];
  await keep_votes(who, golden_voter, []);
  expect(kept_votes(who)?.receipts).toEqual([golden_vote]);
  await keep_votes(who, 'another', []);
  expect(kept_votes(who)).toBeNull();
  expect(asked.map((path) => /after=(\d+)/.exec(path)?.[1])).toEqual(['0', '8', '0']);
});

test('what cannot be had leaves what is kept as it was', async () => {
  answers = [{ receipts: [golden_vote], more: false }, null];
  await keep_votes(who, golden_voter, [6]);
  expect(await keep_votes(who, golden_voter, [6, 7])).toBe(false);
  expect(kept_votes(who)?.standing).toEqual([6]);
});

test('the end of the chain is kept as it was heard first', () => {
  expect(kept_head('482913')).toBeNull();
  keep_head('482913', 'aa');
  keep_head('482913', 'bb');
  expect(kept_head('482913')).toBe('aa');
});
