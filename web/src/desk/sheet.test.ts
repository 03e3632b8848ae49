import { expect, test } from 'vitest';
import { LIMITS } from '../wire/ops.gen';
import { sheet_fault } from './sheet';

test('a sheet can go with a few letters and one or two areas', () => {
  expect(sheet_fault('Дах', ['culture'])).toBeNull();
  expect(sheet_fault('я'.repeat(LIMITS.idea_graphemes_max), ['culture', 'youth'])).toBeNull();
});

test('what the server would refuse is said before it is sent', () => {
  expect(sheet_fault(' 12 ', ['culture'])).toBe('text_empty');
  expect(sheet_fault('я'.repeat(LIMITS.idea_graphemes_max + 1), ['culture'])).toBe('text_too_long');
  expect(sheet_fault('Дах', [])).toBe('area_count');
});
