import { describe, expect, it } from 'vitest';
import { caret_in_groups, digits_in, grouped } from './card_digits';

describe('the digits of a card', () => {
  it('are found in whatever is typed or pasted', () => {
    expect(digits_in('1234 5678')).toBe('12345678');
    expect(digits_in(' 12-34 / 56 78 9 ')).toBe('12345678');
    expect(digits_in('немає')).toBe('');
  });

  it('are shown in two groups as they come', () => {
    expect(['', '123', '1234', '12345', '12345678'].map(grouped)).toEqual([
      '',
      '123',
      '1234',
      '1234 5',
      '1234 5678',
    ]);
  });

  it('leave the caret behind the digit it was behind', () => {
    expect(caret_in_groups('12345', 5)).toBe(6);
    expect(caret_in_groups('12934 5678', 3)).toBe(3);
    expect(caret_in_groups('1234 567', 4)).toBe(4);
  });
});
