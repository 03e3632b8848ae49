import { describe, expect, it } from 'vitest';
import { number_text, plural_category } from './plural';

describe('plural forms', () => {
  it.each([
    [0, 'many'],
    [1, 'one'],
    [2, 'few'],
    [5, 'many'],
    [11, 'many'],
    [12, 'many'],
    [14, 'many'],
    [21, 'one'],
    [22, 'few'],
    [25, 'many'],
    [101, 'one'],
    [111, 'many'],
    [112, 'many'],
    [121, 'one'],
    [1000, 'many'],
    [1.5, 'other'],
  ])('of Ukrainian: %d is %s', (n, category) => {
    expect(plural_category('uk', n)).toBe(category);
  });

  it.each([
    [0, 'other'],
    [1, 'one'],
    [2, 'other'],
    [21, 'other'],
    [1.5, 'other'],
  ])('of English: %d is %s', (n, category) => {
    expect(plural_category('en', n)).toBe(category);
  });
});

describe('numbers', () => {
  it('are written as each language writes them', () => {
    expect(number_text('uk', 10_000)).toBe('10\u00a0000');
    expect(number_text('uk', 1.5)).toBe('1,5');
    expect(number_text('en', 1_234_567.5)).toBe('1,234,567.5');
    expect(number_text('uk', 2027)).toBe('2027');
  });
});
