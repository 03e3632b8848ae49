import { expect, test } from 'vitest';
import { address_of } from './address';

const head = '5a'.repeat(32);

test('a report leads to the check in its language, with the head that it states', () => {
  const at = { pathname: '/r/482913/check', search: '?language=en', hash: `#${head}` };
  expect(address_of(at)).toEqual({ code: '482913', head, asked: 'en' });
});

test('what is no head and no language counts for nothing', () => {
  const at = { pathname: '/r/482913/check', search: '?language=pl', hash: '#5a5a' };
  expect(address_of(at)).toEqual({ code: '482913', head: null, asked: null });
  expect(address_of({ ...at, hash: `#${head}0` }).head).toBeNull();
});
