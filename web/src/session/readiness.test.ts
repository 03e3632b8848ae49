import { afterEach, describe, expect, it, vi } from 'vitest';
import { ask_readiness, ask_rehearsal, ask_round_trips } from './readiness';

const facts = {
  now: 1763791200000,
  is_clock_kept: null,
  addresses: [
    { url: 'http://10.0.0.2:8080', is_loopback: false, is_virtual: false, is_lent: null },
  ],
  disk: null,
  copies: null,
  power: { is_on_mains: null, battery_percent: null, minutes_left: null },
  boards: 0,
};

function answers(text: string) {
  const asked = vi.fn((_path: string, _request: RequestInit) =>
    Promise.resolve(new Response(text)),
  );
  vi.stubGlobal('fetch', asked);
  return asked;
}

describe('the readiness check over HTTP', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('takes what the server says, with all that it does not know', async () => {
    const asked = answers(JSON.stringify(facts));
    expect(await ask_readiness('482913', 'a-secret')).toEqual(facts);
    expect(asked.mock.calls[0]?.[0]).toBe('/api/sessions/482913/readiness');
    expect(asked.mock.calls[0]?.[1].headers).toEqual({ Authorization: 'Bearer a-secret' });
  });

  it('takes no refusal and no other answer for facts', async () => {
    answers('{"refusal":"link_unknown","kind":"final"}');
    expect(await ask_readiness('482913', null)).toBeNull();
    expect(await ask_round_trips('482913', null)).toBeNull();
    answers('{"asked":2,"answered":1,"median_us":"soon"}');
    expect(await ask_round_trips('482913', null)).toBeNull();
  });

  it('starts a rehearsal in the language of the page', async () => {
    const stage = { state: 'playing', port: 40123, desk: '/s/1/desk#a', board: '/s/1/board#b' };
    const asked = answers(JSON.stringify(stage));
    const wish = { method: 'POST', language: 'uk' } as const;
    expect(await ask_rehearsal('482913', wish, null)).toEqual(stage);
    expect(asked.mock.calls[0]?.[1].body).toBe('{"language":"uk"}');
  });

  it('says why there is none', async () => {
    answers('{"refusal":"rehearsal_runs","kind":"final"}');
    expect(await ask_rehearsal('482913', { method: 'GET' }, null)).toBe('rehearsal_runs');
    vi.stubGlobal('fetch', () => Promise.reject(new Error('gone')));
    expect(await ask_rehearsal('482913', { method: 'DELETE' }, null)).toBe('unreachable');
  });
});
