import { afterEach, expect, test, vi } from 'vitest';
import { make_link, trade_recovery } from './links';

vi.mock('./cookies', () => ({ keeps_cookies: () => cookies }));
let cookies = true;
let asked: { path: string; request: RequestInit }[] = [];

function answers(text: string): void {
  asked = [];
  vi.stubGlobal('fetch', (path: string, request: RequestInit) => {
    asked.push({ path, request });
    return Promise.resolve({ text: () => Promise.resolve(text) });
  });
}

afterEach(() => {
  cookies = true;
  vi.unstubAllGlobals();
});

test('a link is made for a role, and its secret comes back once', async () => {
  answers('{"id":"ab","secret":"s3cret"}');
  const made = await make_link('482913', { role: 'operator', called: 'Оксана' }, null);
  expect(made).toEqual({ id: 'ab', secret: 's3cret' });
  expect(asked[0]?.path).toBe('/api/sessions/482913/links');
  expect(asked[0]?.request.body).toBe('{"role":"operator","called":"Оксана"}');
  expect(asked[0]?.request.headers).not.toHaveProperty('Authorization');
});

test('without cookies the desk says whose it is', async () => {
  answers('{"id":"ab","recovery":"7K4M-Q2TX-9PRA-B3WD"}');
  await make_link('482913', { recovery: true, called: 'Аркуш' }, 'own');
  expect(asked[0]?.request.headers).toHaveProperty('Authorization', 'Bearer own');
});

test('a refusal, and no answer at all, are said apart', async () => {
  answers('{"refusal":"recovery_unknown","kind":"final"}');
  expect(await trade_recovery('482913', 'XXXX')).toEqual({ refusal: 'recovery_unknown' });
  vi.stubGlobal('fetch', () => Promise.reject(new Error('no network')));
  expect(await trade_recovery('482913', 'XXXX')).toEqual({ refusal: 'unreachable' });
});

test('the code of the recovery sheet opens the desk, without cookies too', async () => {
  answers('{"role":"facilitator"}');
  expect(await trade_recovery('482913', '7k4m q2tx')).toEqual({
    role: 'facilitator',
    secret: null,
  });
  cookies = false;
  expect(await trade_recovery('482913', '7k4m-q2tx')).toEqual({
    role: 'facilitator',
    secret: '7K4MQ2TX',
  });
});
