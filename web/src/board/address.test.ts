import { expect, test } from 'vitest';
import { table_in_query } from '../session/enter';
import {
  group_code,
  phone_address,
  report_address,
  spoken_address,
  table_address,
} from './address';

test('a code is read in threes', () => {
  expect(group_code('482913')).toBe('482\u00a0913');
});

test('a board opened on the laptop itself prints the address that phones can reach', () => {
  const lan = ['http://192.168.1.10:8080', 'http://10.0.0.2:8080'];
  expect(phone_address('http://localhost:8080', lan, '482913')).toBe(
    'http://192.168.1.10:8080/s/482913',
  );
});

test('an address that only this machine has is not printed', () => {
  const only_here = ['http://127.0.0.1:8080', 'http://[::1]:8080'];
  expect(phone_address('http://127.0.0.1:8080', [], '1')).toBeNull();
  expect(phone_address('http://localhost:8080', only_here, '1')).toBeNull();
  const lan = [...only_here, 'http://127.example:8080'];
  expect(phone_address('http://[::1]:8080', lan, '1')).toBe('http://127.example:8080/s/1');
});

test('a board opened over the network prints the address it was opened with', () => {
  expect(phone_address('https://viche.example', ['http://192.168.1.10:8080'], '482913')).toBe(
    'https://viche.example/s/482913',
  );
});

test('nothing is printed that need not be typed: the code is asked for at the door', () => {
  expect(spoken_address('http://192.168.1.10:8080/s/1')).toBe('192.168.1.10:8080');
  expect(spoken_address('https://viche.example/s/1')).toBe('https://viche.example');
});

test('the address of a table card names the table to the phone that opens it', () => {
  const way = new URL(table_address('http://192.168.1.10:8080/s/482913', 12));
  expect([way.pathname, table_in_query(way.search)]).toEqual(['/s/482913', 12]);
});

test('the results of a session are at an address beside its own', () => {
  expect(report_address('http://192.168.1.10:8080/s/482913')).toBe(
    'http://192.168.1.10:8080/r/482913',
  );
});
