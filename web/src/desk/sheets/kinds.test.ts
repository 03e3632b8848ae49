import { describe, expect, it } from 'vitest';
import { printed } from './kinds';

describe('cards just made', () => {
  it('are numbered on from those there were, and lead to the hall’s page', () => {
    const cards = [
      { code: 'abc', digits: '12345678' },
      { code: 'def', digits: '87654321' },
    ];
    expect(printed({ first: 41, cards }, 'http://192.168.1.10:8080/s/482913')).toEqual([
      {
        serial: 41,
        address: 'http://192.168.1.10:8080/s/482913?card=abc',
        digits: '12345678',
      },
      {
        serial: 42,
        address: 'http://192.168.1.10:8080/s/482913?card=def',
        digits: '87654321',
      },
    ]);
  });
});
