import { expect, test } from 'vitest';
import { typed_origin } from './typed_origin';

const here = { protocol: 'http:', port: '8080' };

test.each([
  ['192.168.1.57:8080', 'http://192.168.1.57:8080'],
  [' http://192.168.1.57:8080/s/482913 ', 'http://192.168.1.57:8080'],
  ['HTTPS://192.168.1.57:8443/', 'https://192.168.1.57:8443'],
  ['192.168.1.57', 'http://192.168.1.57:8080'],
  ['192.168.1.57:80', 'http://192.168.1.57'],
  ['192,168,1,57 8080', 'http://192.168.1.57:8080'],
  ['192. 168. 1. 57 : 8080', 'http://192.168.1.57:8080'],
  ['192.168.1.57/s/482913', 'http://192.168.1.57:8080'],
  ['viche.local', 'http://viche.local:8080'],
  ['localhost:9000/', 'http://localhost:9000'],
  ['[fd00::1]:8080', 'http://[fd00::1]:8080'],
])('«%s» is %s', (typed, origin) => {
  expect(typed_origin(typed, here)).toBe(origin);
});

test.each([
  '',
  '482 913',
  '192.168.57',
  '192.168.1.570',
  '192.168.1.57:99999',
  'стіл',
  'ftp://a.b',
])('«%s» is no address', (typed) => {
  expect(typed_origin(typed, here)).toBeNull();
});

test('a server behind the usual ports is told without one', () => {
  expect(typed_origin('10.0.0.2', { protocol: 'https:', port: '' })).toBe('https://10.0.0.2');
});
