// For tests: the browser around a page, with nothing but what the session asks of it.
import { vi } from 'vitest';

// Its storage; what is in it lasts until the next fake browser.
export function fake_storage(): Map<string, string> {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    get length() {
      return kept.size;
    },
    key: (i: number) => [...kept.keys()][i] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
  return kept;
}

// A page at the address of the hall; `Socket` stands for its WebSockets.
export function fake_browser(Socket: new (url: string) => object): Map<string, string> {
  vi.stubGlobal('WebSocket', Socket);
  vi.stubGlobal('location', {
    pathname: '/s/482913',
    search: '',
    hash: '',
    protocol: 'http:',
    host: 'hall',
    hostname: 'hall',
    origin: 'http://hall',
  });
  vi.stubGlobal('navigator', { onLine: true });
  vi.stubGlobal('fetch', () => Promise.resolve({ ok: true }));
  vi.stubGlobal(
    'document',
    Object.assign(new EventTarget(), { cookie: '', visibilityState: 'visible' }),
  );
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('removeEventListener', () => undefined);
  return fake_storage();
}
