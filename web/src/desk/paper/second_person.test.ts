import { describe, expect, it } from 'vitest';
import type { SheetRecord } from '../../wire/ops.gen';
import { hands_lines, is_in_question, sheet_lines } from './second_person';

const sheet = (
  entered_by: string,
  confirmed = false,
  withdrawal_asked: string | null = null,
): SheetRecord => ({
  ideas: [1],
  entered_by,
  confirmed,
  replaces_online: false,
  withdrawal_asked,
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

describe('taking away', () => {
  const sheets = new Map([
    [1, sheet('her')],
    [2, sheet('her', true)],
    [3, sheet('me', true, 'me')],
    [4, sheet('me', true, 'her')],
  ]);
  const lines = sheet_lines(sheets, 'me');

  it('is done at once before a second person has confirmed, and by two from then on', () => {
    const leaves = lines.map(({ number, leave }) => [number, leave]);
    expect(leaves).toEqual([
      [1, 'goes'],
      [4, 'goes'],
      [2, 'asks'],
      [3, 'asked'],
    ]);
  });

  it('that another asks for is said, and stands with what waits for me', () => {
    expect(lines.filter(is_in_question).map(({ number }) => number)).toEqual([4]);
  });
});

describe('counts of hands', () => {
  it('wait for another than who counted', () => {
    const counts = new Map([
      [10, { hands: 4, counted_by: 'me', confirmed: false, withdrawal_asked: null }],
      [20, { hands: 6, counted_by: 'her', confirmed: false, withdrawal_asked: null }],
    ]);
    const turns = hands_lines(counts, 'me').map(({ idea, turn }) => [idea, turn]);
    expect(turns).toEqual([
      [20, 'mine'],
      [10, 'others'],
    ]);
  });
});
