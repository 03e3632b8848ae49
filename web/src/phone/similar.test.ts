import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SimilarSearch } from './similar.svelte';

let asked: string[] = [];
let answer: { idea: number; alike: number }[] | null = [];
let search: SimilarSearch;

async function field(): Promise<SimilarSearch> {
  const { SimilarSearch } = await import('./similar.svelte');
  return new SimilarSearch((text) => {
    asked.push(text);
    return Promise.resolve(answer);
  });
}

beforeEach(async () => {
  vi.useFakeTimers();
  vi.resetModules(); // a page of its own
  asked = [];
  answer = [{ idea: 7, alike: 90 }];
  search = await field();
});
afterEach(() => void vi.useRealTimers());

test('asks once the text has twelve letters and rests', async () => {
  search.typed('Лікар щодн');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(asked).toEqual([]);
  search.typed('Лікар щодня в');
  await vi.advanceTimersByTimeAsync(500);
  search.typed('Лікар щодня в селі ');
  await vi.advanceTimersByTimeAsync(599);
  expect(asked).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect([asked, search.found]).toEqual([['Лікар щодня в селі'], [7]]);
});

test('asks at most once in two seconds, and not for the same text twice', async () => {
  for (let typed = 'Лікар щодня в', ms = 0; ms < 10_000; ms += 700) {
    typed += 'а';
    search.typed(typed);
    await vi.advanceTimersByTimeAsync(700);
  }
  expect(asked.length).toBeLessThanOrEqual(5);
  expect(asked.length).toBeGreaterThan(0);
  const before = asked.length;
  await vi.advanceTimersByTimeAsync(5_000);
  const newest = asked[asked.length - 1] ?? '';
  search.typed(`${newest} `);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(asked.length).toBeLessThanOrEqual(before + 1);
});

test('shows nothing when nobody answered, and nothing for a text that is gone', async () => {
  search.typed('Лікар щодня в селі');
  await vi.advanceTimersByTimeAsync(600);
  expect(search.found).toEqual([7]);
  answer = null;
  search.typed('Лікар щодня в селах');
  await vi.advanceTimersByTimeAsync(3_000);
  expect(search.found).toEqual([]);
  answer = [{ idea: 7, alike: 90 }];
  search.typed('Лікар щодня у селах');
  await vi.advanceTimersByTimeAsync(3_000);
  search.typed('');
  expect(search.found).toEqual([]);
});

test('a field that comes anew asks no sooner than the last would have', async () => {
  search.typed('Лікар щодня в селі');
  await vi.advanceTimersByTimeAsync(600);
  search.stop();
  (await field()).typed('Лікар щодня у селі');
  await vi.advanceTimersByTimeAsync(2_499);
  expect(asked.length).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(asked.length).toBe(2);
});
