import { afterEach, expect, test, vi } from 'vitest';
import { key_in, key_in_fragment, make_session, why_not } from './new_session';

const set = {
  ...{ title: 'Стратегія', community: 'Громада', question: '', areas: [] },
  ...{ votes_per_person: 10, languages: [], level: 1, tables: 0, settlements: [] },
};

function server_says(status: number, body: object): void {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(body), { status })));
}

afterEach(() => vi.unstubAllGlobals());

test('the key is wiped from the address as soon as it was read', () => {
  const shown: string[] = [];
  vi.stubGlobal('location', { hash: '#host-key', pathname: '/new', search: '' });
  vi.stubGlobal('history', {
    replaceState: (_data: unknown, _title: string, url: string) => void shown.push(url),
  });
  expect(key_in_fragment()).toBe('host-key');
  expect(shown).toEqual(['/new']);
});

test('who pastes the whole address has pasted the key', () => {
  expect(key_in(' http://127.0.0.1:8080/new#host-key\n')).toBe('host-key');
  expect(key_in('host-key')).toBe('host-key');
});

test('a key is right when all that lacks is a session', async () => {
  server_says(400, { refusal: 'op_malformed', kind: 'final', field: 'title' });
  expect(await why_not('host-key')).toBeNull();
  server_says(401, { refusal: 'host_key_wrong', kind: 'final' });
  expect(await why_not('host-key')).toBe('host_key_wrong');
  vi.stubGlobal('fetch', () => Promise.reject(new Error('away')));
  expect(await why_not('не ключ')).toBe('host_key_wrong');
  expect(await why_not('host-key')).toBe('unreachable');
});

test('a refusal names the setting to blame', async () => {
  server_says(400, { refusal: 'value_out_of_range', kind: 'final', field: 'tables', limit: 500 });
  expect(await make_session('host-key', set)).toMatchObject({
    refusal: 'value_out_of_range',
    field: 'tables',
  });
  const links = { code: '482913', facilitator: 'f', operator: 'o', board: 'b' };
  server_says(201, links);
  expect(await make_session('host-key', set)).toEqual(links);
});
