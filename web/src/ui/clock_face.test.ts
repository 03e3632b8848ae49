import { expect, test } from 'vitest';
import { clock_face, hour_of } from './clock_face';

test('a clock shows a second for as long as some of it is left', () => {
  expect(clock_face(60_000)).toBe('1:00');
  expect(clock_face(59_001)).toBe('1:00');
  expect(clock_face(59_000)).toBe('0:59');
  expect(clock_face(-5)).toBe('0:00');
  expect(clock_face(100 * 60_000)).toBe('1:40:00');
});

test('the last five minutes and the last one begin when the clock shows them', () => {
  expect(hour_of(300_001)).toBe('running');
  expect(hour_of(300_000)).toBe('soon');
  expect(hour_of(60_000)).toBe('last');
  expect(hour_of(0)).toBe('over');
});
