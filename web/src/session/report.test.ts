import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { download_report, name_in, read_table, report_formats } from './report';

const link = { href: '', download: '', clicks: 0, click: () => void link.clicks++ };
let asked = '';
let sent: RequestInit | undefined;

function answer_with(answer: () => Response): void {
  vi.stubGlobal('fetch', (path: string, request: RequestInit) => {
    asked = path;
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

test('where the browser keeps cookies nothing else is sent along', async () => {
  answer_with(() => new Response('PDF'));
  expect(await download_report('/api/sessions/482913/report.pdf', null)).toBeNull();
  expect(sent?.headers).toEqual({});
});

test('formats are told with what to install, and not guessed where they are not told', async () => {
  const told = {
    formats: [
      { format: 'csv', is_ready: true },
      { format: 'pdf', is_ready: false, words: 'Встановіть libreoffice-writer-nogui.' },
    ],
    own_templates: ['report.docx'],
  };
  answer_with(() => new Response(JSON.stringify(told)));
  expect(await report_formats('482913', 'uk', null)).toEqual(told);
  expect(asked).toBe('/api/sessions/482913/formats?language=uk');
  answer_with(() => new Response('', { status: 404 }));
  expect(await report_formats('482913', 'uk', null)).toBeNull();
});

test('why a document could not be made is told in the words of the server', async () => {
  const body = JSON.stringify({ problem: 'cards_none', words: 'Карток немає.' });
  answer_with(() => new Response(body, { status: 409 }));
  expect(await download_report('/report.cards.docx', null)).toEqual({ words: 'Карток немає.' });
  expect(link.clicks).toBe(0);
});

test('an edited table is looked through first and applied by an op of its own', async () => {
  const findings = { problems: [], warnings: [], missing: [] };
  const read = { applied: false, as_of: '7c9e', changes: [], unchanged: 95, ...findings };
  answer_with(() => new Response(JSON.stringify(read)));
  const file = new Blob(['PK']);
  expect(await read_table('482913', file, 'uk', 'top-secret')).toEqual(read);
  expect([asked, sent?.method]).toEqual(['/api/sessions/482913/decisions?language=uk', 'POST']);
  await read_table('482913', file, 'en', null, { op_id: 'abc', as_of: '7c9e' });
  const applying = '/api/sessions/482913/decisions?language=en&apply=yes&op_id=abc&as_of=7c9e';
  expect(asked).toBe(applying);
});

test('a preview that does not say what it is of is none', async () => {
  const findings = { problems: [], warnings: [], missing: [] };
  const read = { applied: false, changes: [], unchanged: 95, ...findings };
  answer_with(() => new Response(JSON.stringify(read)));
  expect(await read_table('482913', new Blob(), 'uk', null)).toBe('unreachable');
});

test('an edited table that is refused, or nobody to read it, is told', async () => {
  const body = JSON.stringify({ refusal: 'request_malformed', kind: 'final' });
  answer_with(() => new Response(body, { status: 400 }));
  expect(await read_table('482913', new Blob(), 'uk', null)).toBe('request_malformed');
  answer_with(() => {
    throw new TypeError('Failed to fetch');
  });
  expect(await read_table('482913', new Blob(), 'uk', null)).toBe('unreachable');
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

test('a server that freezes is given up after five minutes', async () => {
  vi.stubGlobal('fetch', (_path: string, { signal }: { signal: AbortSignal }) => {
    return new Promise((_, fail) => {
      signal.addEventListener('abort', () => fail(new DOMException('too late', 'AbortError')));
    });
  });
  const told = download_report('/report.csv', 'top-secret');
  await vi.advanceTimersByTimeAsync(299_000);
  expect(vi.getTimerCount()).toBe(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await told).toBe('unreachable');
});

test('a name that is no plain file name is not taken', () => {
  expect(name_in('inline; filename="viche-482913.html"')).toBe('viche-482913.html');
  expect(name_in('attachment; filename="../../x"')).toBe('viche-report');
  expect(name_in('')).toBe('viche-report');
});
