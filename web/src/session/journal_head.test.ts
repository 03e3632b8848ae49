import { expect, test } from 'vitest';
import { judge_head } from './journal_head';

const kinds = ['join', 'open_phase', 'publish_results'];
const entries = ['a', 'b', 'c'].map((hash, i) => ({
  seq: i + 1,
  kind: kinds[i] ?? '',
  commitment: '',
  hash,
}));

test('the end that this phone heard in the hall stands above what the server says today', () => {
  expect(judge_head(entries, 'b', 'c')).toEqual({
    shown: 'b',
    verdict: 'same',
    added: 1,
    strange: 0,
  });
  expect(judge_head(entries, 'x', 'c')).toEqual({
    shown: 'x',
    verdict: 'other',
    added: 0,
    strange: 0,
  });
});

test('what the server alone says is for the person to compare', () => {
  expect(judge_head(entries, null, 'c')).toEqual({
    shown: 'c',
    verdict: 'compare',
    added: 0,
    strange: 0,
  });
  expect(judge_head(entries, null, 'x')?.verdict).toBe('other');
});

test('before the close there is no end yet, and of nothing none at all', () => {
  expect(judge_head(entries, null, null)).toEqual({
    shown: 'c',
    verdict: 'open',
    added: 0,
    strange: 0,
  });
  expect(judge_head([], null, null)).toBeNull();
});

test('entries that nobody could make behind the close are told apart from the council’s', () => {
  expect(judge_head(entries, 'a', null)).toMatchObject({ added: 1, strange: 1 });
});

test('links that the council gives and withdraws behind the close are nothing strange', () => {
  const council = ['add_link', 'decide_table', 'withdraw_link', 'publish_results'];
  const behind = council.map((kind, i) => ({ seq: 4 + i, kind, commitment: '', hash: `d${i}` }));
  const forged = { seq: 8, kind: 'cast_vote', commitment: '', hash: 'e' };
  expect(judge_head([...entries, ...behind], 'c', null)).toMatchObject({ added: 4, strange: 0 });
  expect(judge_head([...entries, forged], 'c', null)).toMatchObject({ added: 0, strange: 1 });
});
