import { expect, test } from 'vitest';
import { wifi_fault } from './wifi_fault';

const fault = (ssid: string, password: string) => wifi_fault({ ssid, password });

test('a network has a name of at most 32 bytes, which is 16 Ukrainian letters', () => {
  expect(fault('', 'krynytsia')).toBe('wifi_no_name');
  expect(fault('Крийницягромадає', '')).toBeNull();
  expect(fault('Крийницягромадаєю', '')).toBe('wifi_name_long');
});

test('a password is left out, or 8 to 63 signs of a keyboard without Ukrainian', () => {
  expect(fault('Viche', '')).toBeNull();
  expect(fault('Viche', '1234567')).toBe('wifi_password_wrong');
  expect(fault('Viche', '12345678')).toBeNull();
  expect(fault('Viche', 'x'.repeat(63))).toBeNull();
  expect(fault('Viche', 'x'.repeat(64))).toBe('wifi_password_wrong');
  expect(fault('Viche', 'криниця2027')).toBe('wifi_password_wrong');
});
