import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ask_period_ms, KnownAddresses } from './known_addresses.svelte';

const before = ['http://127.0.0.1:8080'];
const after = ['http://192.168.1.10:8080', 'http://127.0.0.1:8080'];
let answer: (signal: AbortSignal) => Promise<Response>;
let asked = 0;

const says = (addresses: readonly string[]) => () =>
  Promise.resolve(new Response(JSON.stringify({ addresses })));

// Answers nothing until the page gives up.
const silence = (signal: AbortSignal): Promise<Response> =>
  new Promise((_, fail) => {
    signal.addEventListener('abort', () => fail(new DOMException('too late', 'AbortError')));
  });

beforeEach(() => {
  vi.useFakeTimers();
  asked = 0;
  vi.stubGlobal('fetch', (_path: string, { signal }: { signal: AbortSignal }) => {
    asked++;
    return answer(signal);
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('an address that the laptop gets later is known half a minute after at most', async () => {
  const addresses = new KnownAddresses();
  answer = says(before);
  const stop = addresses.watch();
  await vi.advanceTimersByTimeAsync(0);
  expect(addresses.known).toEqual(before);
  answer = says(after);
  await vi.advanceTimersByTimeAsync(ask_period_ms);
  expect(addresses.known).toEqual(after);
  stop();
  await vi.advanceTimersByTimeAsync(10 * ask_period_ms);
  expect(asked).toBe(2);
});

test('a server that is away, or does not answer in time, leaves what is known', async () => {
  const addresses = new KnownAddresses();
  answer = says(after);
  const stop = addresses.watch();
  await vi.advanceTimersByTimeAsync(0);
  answer = () => Promise.reject(new TypeError('Failed to fetch'));
  await vi.advanceTimersByTimeAsync(ask_period_ms);
  answer = silence;
  await vi.advanceTimersByTimeAsync(2 * ask_period_ms);
  expect(addresses.known).toEqual(after);
  answer = says(before);
  await vi.advanceTimersByTimeAsync(ask_period_ms);
  expect(addresses.known).toEqual(before);
  stop();
});
