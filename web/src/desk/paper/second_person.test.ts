import { describe, expect, it } from 'vitest';
import type { SheetRecord } from '../../wire/ops.gen';
import { hands_lines, sheet_lines } from './second_person';

const sheet = (entered_by: string, confirmed = false): SheetRecord => ({
  ideas: [1],
  entered_by,
  confirmed,
  replaces_online: false,
});

describe('sheets', () => {
  const sheets = new Map([
    [1, sheet('her', true)],
    [7, sheet('me')],
    [5, sheet('her')],
    [2, sheet('her')],
  ]);

  it('stand with those I can confirm first, then those another must', () => {
    const lines = sheet_lines(sheets, 'me').map(({ number, turn }) => [number, turn]);
    expect(lines).toEqual([
      [2, 'mine'],
      [5, 'mine'],
      [7, 'others'],
      [1, 'done'],
    ]);
  });

  it('wait for the other person on her page the other way round', () => {
    const mine = sheet_lines(sheets, 'her').filter(({ turn }) => turn === 'mine');
    expect(mine.map(({ number }) => number)).toEqual([7]);
  });
});

describe('counts of hands', () => {
  it('wait for another than who counted', () => {
    const counts = new Map([
      [10, { hands: 4, counted_by: 'me', confirmed: false }],
      [20, { hands: 6, counted_by: 'her', confirmed: false }],
    ]);
    const turns = hands_lines(counts, 'me').map(({ idea, turn }) => [idea, turn]);
    expect(turns).toEqual([
      [20, 'mine'],
      [10, 'others'],
    ]);
  });
});
