import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { use_card, use_kept_card } from './card';
import { keep_card_of_address } from './card_address';
import { fake_browser } from './fake_browser';

const who = { code: '482913', slot: 0, pass: null };
const key = 'viche.card.482913.0';
let kept: Map<string, string>;
let answers: (object | null)[] = []; // null: the server is away
let asked: string[] = [];

function come_to(search: string, hash = ''): void {
  Object.assign(location, { search, hash });
  keep_card_of_address('482913');
}

beforeEach(() => {
  vi.useFakeTimers();
  kept = fake_browser(EventTarget);
  asked = [];
  vi.stubGlobal('history', {
    replaceState: (_state: null, _title: string, path: string) =>
      Object.assign(location, {
        search: /\?[^#]*/.exec(path)?.[0] ?? '',
        hash: /#.*/.exec(path)?.[0] ?? '',
      }),
  });
  type Request = { body: string; headers: Record<string, string> };
  vi.stubGlobal('fetch', (path: string, { body, headers }: Request) => {
    const answer = answers.shift() ?? null;
    asked.push(`${path} ${body} ${headers['Authorization'] ?? ''}`.trim());
    return answer === null
      ? Promise.reject(new TypeError('Failed to fetch'))
      : Promise.resolve({ text: () => Promise.resolve(JSON.stringify(answer)) });
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a voting card', () => {
  it('is used by its digits, for the person whose turn it is', async () => {
    answers = [{ card: 17 }, { refusal: 'card_taken', kind: 'final' }, null];
    expect(await use_card(who, { digits: '12345678' })).toBe(17);
    const other = { ...who, slot: 2, pass: 'secret-pass' };
    expect(await use_card(other, { digits: '12345678' })).toBe('card_taken');
    expect(await use_card(who, { digits: '12345678' })).toBe('unreachable');
    expect(asked.slice(0, 2)).toEqual([
      '/api/sessions/482913/card {"digits":"12345678"}',
      '/api/sessions/482913/card {"digits":"12345678","slot":2} Bearer secret-pass',
    ]);
  });

  it('of the address is kept, and leaves the address at once', () => {
    come_to('?card=Kx-9_z');
    expect(kept.get(key)).toBe('Kx-9_z');
    expect(location.search).toBe('');
    come_to('?table=3&card=other&x=1');
    expect(location.search).toBe('?table=3&x=1');
    come_to('?table=3');
    expect(location.search).toBe('?table=3');
    expect(kept.get(key)).toBe('other');
    come_to('?table=3', '#card=hidden');
    expect([location.search, location.hash, kept.get(key)]).toEqual(['?table=3', '', 'hidden']);
    come_to('', '#ticket=abc');
    expect(location.hash).toBe('#ticket=abc');
  });

  it('of the address is used once the server can be asked, and then forgotten', async () => {
    come_to('?card=Kx-9_z');
    answers = [
      null,
      { refusal: 'storage_unavailable', kind: 'later' },
      { refusal: 'pass_missing', kind: 'final' },
      { card: 17 },
    ];
    const told = vi.fn();
    use_kept_card(who, told);
    await vi.advanceTimersByTimeAsync(0);
    expect(told).not.toHaveBeenCalled();
    expect(kept.get(key)).toBe('Kx-9_z');
    await vi.advanceTimersByTimeAsync(30_000);
    expect(told.mock.calls).toEqual([[17]]);
    expect(asked[3]).toBe('/api/sessions/482913/card {"code":"Kx-9_z"}');
    expect(kept.has(key)).toBe(false);
  });

  it('of the address is forgotten when it is refused for good', async () => {
    come_to('?card=Kx-9_z');
    answers = [{ refusal: 'card_void', kind: 'final' }];
    const told = vi.fn();
    use_kept_card(who, told);
    await vi.advanceTimersByTimeAsync(0);
    expect(told.mock.calls).toEqual([['card_void']]);
    expect(kept.has(key)).toBe(false);
  });

  it('is not tried by a page that is gone, nor where there is none', async () => {
    come_to('?card=Kx-9_z');
    const end = use_kept_card(who, vi.fn());
    end();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(asked.length).toBe(1);
    kept.clear();
    use_kept_card(who, vi.fn());
    await vi.advanceTimersByTimeAsync(30_000);
    expect(asked.length).toBe(1);
  });
});
