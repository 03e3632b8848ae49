import { expect, test } from 'vitest';
import { link_address } from './link_address';

test('each role has its page, and the secret stands where no server is sent it', () => {
  const hall = 'http://192.168.1.10:8080/s/482913';
  expect(link_address(hall, 'facilitator', 'abc')).toBe(`${hall}/desk#abc`);
  expect(link_address(hall, 'operator', 'abc')).toBe(`${hall}/operator#abc`);
  expect(link_address(hall, 'board', 'abc')).toBe(`${hall}/board#abc`);
});
