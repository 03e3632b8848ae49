import { expect, test } from 'vitest';
import type { Presence } from '../session/live.svelte';
import { away_words, is_guessing, is_missed } from './away';

const presence = (away: Presence['away'], wrong_cards = 0): Presence => ({
  type: 'presence',
  connected: 9,
  away,
  wrong_cards,
  erasing: false,
});

test('nothing is said while everybody is there, or nobody knows', () => {
  expect(away_words(null)).toBeNull();
  expect(away_words(presence([]))).toBeNull();
});

test('who is away is counted, and their tables are named in order', () => {
  const two = presence([
    { table: 6, people: 1 },
    { table: 2, people: 2 },
  ]);
  expect(away_words(two)).toBe('3 телефони не на зв’язку: столи 2 і 6');
});

test('a single table, and people at none', () => {
  expect(away_words(presence([{ table: 4, people: 1 }]))).toBe('1 телефон не на зв’язку: стіл 4');
  expect(away_words(presence([{ table: 0, people: 5 }]))).toBe(
    '5 телефонів не на зв’язку: без столу',
  );
});

test('only while ideas are given or votes cast does somebody miss something', () => {
  expect(is_missed('ideas') && is_missed('vote')).toBe(true);
  expect(is_missed('talk')).toBe(false);
});

test('slips of the finger are no guessing', () => {
  expect(is_guessing(presence([], 20))).toBe(false);
  expect(is_guessing(presence([], 21))).toBe(true);
});
