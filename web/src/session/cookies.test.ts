import { afterEach, expect, test, vi } from 'vitest';
import { keeps_cookies } from './cookies';

afterEach(() => vi.unstubAllGlobals());

test('a browser that gives a cookie back keeps cookies, and the probe is taken away', () => {
  const jar: string[] = [];
  vi.stubGlobal('document', {
    get cookie() {
      return jar.join('; ');
    },
    set cookie(cookie: string) {
      jar.push(cookie);
    },
  });
  expect(keeps_cookies()).toBe(true);
  expect(jar[1]).toMatch(/^viche_probe=.*Max-Age=0$/);
});

test('a browser that blocks them without a word does not', () => {
  vi.stubGlobal('document', {
    get cookie() {
      return '';
    },
    set cookie(_cookie: string) {
      // as Chromium does
    },
  });
  expect(keeps_cookies()).toBe(false);
});

test('nor does one that throws', () => {
  vi.stubGlobal('document', {
    get cookie(): string {
      throw new DOMException('no', 'SecurityError');
    },
    set cookie(_cookie: string) {
      throw new DOMException('no', 'SecurityError');
    },
  });
  expect(keeps_cookies()).toBe(false);
});
