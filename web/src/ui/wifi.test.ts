import { expect, test } from 'vitest';
import { wifi_of, wifi_text } from './wifi';

test('a network with a password is told as WPA', () => {
  const wifi = { ssid: 'Viche', password: 'krynytsia2027' };
  expect(wifi_text(wifi)).toBe('WIFI:T:WPA;S:Viche;P:krynytsia2027;;');
});

test('a network without a password has none to type', () => {
  expect(wifi_text({ ssid: 'Бібліотека', password: '' })).toBe('WIFI:T:nopass;S:Бібліотека;;');
});

test('signs that divide the fields are escaped, a backslash once', () => {
  const wifi = { ssid: 'Зал "А"; 2,5:G', password: 'a\\b;c,d:e"' };
  expect(wifi_text(wifi)).toBe('WIFI:T:WPA;S:Зал \\"А\\"\\; 2\\,5\\:G;P:a\\\\b\\;c\\,d\\:e\\";;');
});

test('an empty record is no network', () => {
  expect(wifi_of(null)).toBeNull();
  expect(wifi_of({ ssid: '', password: '' })).toBeNull();
  expect(wifi_of({ ssid: 'Viche', password: '' })?.ssid).toBe('Viche');
});
