import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Door } from './door.svelte';

const refused = { refusal: 'link_unknown', kind: 'final' };
const busy = { refusal: 'inbox_full', kind: 'later' };
const let_in = { role: 'facilitator' };
let address = { hash: '', pathname: '/s/482913/desk', search: '' };
let answers: (object | null)[] = []; // null: the server is away
let asked: string[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  address = { hash: '#top-secret', pathname: '/s/482913/desk', search: '' };
  asked = [];
  vi.stubGlobal('location', address);
  vi.stubGlobal('navigator', { onLine: true });
  vi.stubGlobal('document', { cookie: '' });
  vi.stubGlobal('history', { replaceState: () => (address.hash = '') });
  vi.stubGlobal('fetch', (path: string, { body }: { body: string }) => {
    asked.push(`${path} ${body}`);
    const answer = answers.shift();
    return answer === null || answer === undefined
      ? Promise.reject(new TypeError('Failed to fetch'))
      : Promise.resolve({ text: () => Promise.resolve(JSON.stringify(answer)) });
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a link is traded once, and its secret leaves the address', async () => {
  answers = [let_in];
  const door = new Door('482913');
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toEqual(['/api/sessions/482913/trade {"secret":"top-secret"}']);
  expect(door.traded).toEqual({ refusal: null, role: 'facilitator', secret: null });
  expect(address.hash).toBe('');
});

test('while the server is away it is looked for, and the page opens when it is back', async () => {
  answers = [null, null, let_in];
  const door = new Door('482913');
  expect(door.connection).toBe('connecting');
  await vi.advanceTimersByTimeAsync(0);
  expect([door.traded, door.connection, door.waits_for]).toEqual([null, 'reconnecting', null]);
  expect(address.hash).toBe('#top-secret'); // a reload may still trade it
  await vi.advanceTimersByTimeAsync(20_000);
  expect(door.traded?.role).toBe('facilitator');
});

test('a server that says later is asked again, and what it said can be shown', async () => {
  answers = [busy, let_in];
  const door = new Door('482913');
  await vi.advanceTimersByTimeAsync(0);
  expect(door.waits_for).toBe('inbox_full');
  await vi.advanceTimersByTimeAsync(20_000);
  expect(door.traded?.refusal).toBeNull();
});

test('a final refusal is the end of it', async () => {
  answers = [refused, let_in];
  const door = new Door('482913');
  await vi.advanceTimersByTimeAsync(20_000);
  expect(door.traded).toEqual({ refusal: 'link_unknown', role: null, secret: null });
  expect(asked).toHaveLength(1);
});

test('without cookies the secret stays with the page', async () => {
  vi.stubGlobal('document', Object.freeze({ cookie: '' }));
  answers = [let_in];
  const door = new Door('482913');
  await vi.advanceTimersByTimeAsync(0);
  expect(door.traded?.secret).toBe('top-secret');
  expect(address.hash).toBe('');
});

test('a reload, and an address that is none of ours, trade nothing', async () => {
  address.hash = '';
  const reloaded = new Door('482913');
  const elsewhere = new Door(null);
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toEqual([]);
  for (const door of [reloaded, elsewhere]) expect(door.traded?.role).toBeNull();
});
