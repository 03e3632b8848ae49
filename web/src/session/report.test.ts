import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { download_report, name_in } from './report';

const link = { href: '', download: '', clicks: 0, click: () => void link.clicks++ };
let sent: RequestInit | undefined;

function answer_with(answer: () => Response): void {
  vi.stubGlobal('fetch', (_path: string, request: RequestInit) => {
    sent = request;
    try {
      return Promise.resolve(answer());
    } catch (why) {
      return Promise.reject(why instanceof Error ? why : new Error('no answer'));
    }
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(link, { href: '', download: '', clicks: 0 });
  vi.stubGlobal('document', { createElement: () => link });
});

afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('the file is fetched with the secret and saved under the name the server gives', async () => {
  const headers = { 'Content-Disposition': 'attachment; filename="viche-482913.csv"' };
  answer_with(() => new Response('№;Текст', { headers }));
  expect(await download_report('/api/sessions/482913/report.csv', 'top-secret')).toBeNull();
  expect(sent?.headers).toEqual({ Authorization: 'Bearer top-secret' });
  expect([link.download, link.clicks]).toEqual(['viche-482913.csv', 1]);
  expect(link.href).toMatch(/^blob:/);
});

test('a refusal is told, and nothing is saved', async () => {
  const body = JSON.stringify({ refusal: 'link_unknown', kind: 'final' });
  answer_with(() => new Response(body, { status: 403 }));
  expect(await download_report('/report.csv', 'old')).toBe('link_unknown');
  expect(link.clicks).toBe(0);
});

test('a server that is away is told', async () => {
  answer_with(() => {
    throw new TypeError('Failed to fetch');
  });
  expect(await download_report('/report.csv', 'top-secret')).toBe('unreachable');
});

test('a server that freezes is given up after a minute', async () => {
  vi.stubGlobal('fetch', (_path: string, { signal }: { signal: AbortSignal }) => {
    return new Promise((_, fail) => {
      signal.addEventListener('abort', () => fail(new DOMException('too late', 'AbortError')));
    });
  });
  const told = download_report('/report.csv', 'top-secret');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await told).toBe('unreachable');
});

test('a name that is no plain file name is not taken', () => {
  expect(name_in('inline; filename="viche-482913.html"')).toBe('viche-482913.html');
  expect(name_in('attachment; filename="../../x"')).toBe('viche-report');
  expect(name_in('')).toBe('viche-report');
});
