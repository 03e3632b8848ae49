import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { erase_name, names_of, own_name, sign, unsign } from './names';

const who = { code: '482913', slot: 0, pass: null };
const other = { code: '482913', slot: 2, pass: 'secret-pass' };
let answers: (object | null)[] = []; // null: the server is away
let asked: string[] = [];

beforeEach(() => {
  asked = [];
  type Asked = { method?: string; body?: string; headers: Record<string, string> };
  vi.stubGlobal('fetch', (path: string, { method, body, headers }: Asked) => {
    const answer = answers.shift() ?? null;
    const parts = [method ?? 'GET', path, body ?? '', headers['Authorization'] ?? ''];
    asked.push(parts.filter((part) => part !== '').join(' '));
    return answer === null
      ? Promise.reject(new TypeError('Failed to fetch'))
      : Promise.resolve({ text: () => Promise.resolve(JSON.stringify(answer)) });
  });
});

afterEach(() => vi.unstubAllGlobals());

describe('a name', () => {
  it('is asked for, signed and taken back, for the person whose turn it is', async () => {
    answers = [{ asked: true, name: null }, {}, {}];
    expect(await own_name(who)).toEqual({ asked: true, name: null });
    expect(await sign(other, 'Олена')).toBeNull();
    expect(await unsign(other)).toBeNull();
    expect(asked).toEqual([
      'GET /api/sessions/482913/name',
      'POST /api/sessions/482913/name {"name":"Олена","consent":true,"slot":2} Bearer secret-pass',
      'DELETE /api/sessions/482913/name?slot=2 Bearer secret-pass',
    ]);
  });

  it('that is refused says why, and an absent server is told apart', async () => {
    answers = [{ refusal: 'name_malformed', kind: 'final' }, null, null];
    expect(await sign(who, '?')).toBe('name_malformed');
    expect(await sign(who, 'Олена')).toBe('unreachable');
    expect(await own_name(who)).toBeNull();
  });

  it('is seen and erased by facilitators', async () => {
    const olena = { id: 3, name: 'Олена Коваль', ideas: [1, 7] };
    answers = [{ names: [olena] }, {}, { refusal: 'link_unknown', kind: 'final' }];
    expect(await names_of('482913', null)).toEqual([olena]);
    expect(await erase_name('482913', 3, 'desk-secret')).toBeNull();
    expect(await names_of('482913', null)).toBeNull();
    expect(asked[1]).toBe('DELETE /api/sessions/482913/names?id=3 Bearer desk-secret');
  });
});
