import { describe, expect, it } from 'vitest';
import { all_people, guests_with, people_at } from './guests';

const lines = [
  { table: 8, settlement: 'Ставки', people: 3 },
  { table: 8, settlement: '', people: 2 },
];
const count = (people: number, settlement = 'Ставки') =>
  ({ kind: 'count_guests', table: 8, settlement, people }) as const;

describe('people without phones', () => {
  it('are counted with what is still on its way, so that each press adds one', () => {
    const now = guests_with(lines, [count(4), count(5)]);
    expect(people_at(now, { table: 8, settlement: 'Ставки' })).toBe(5);
    expect(all_people(now)).toBe(7);
  });

  it('are nobody where none was counted', () => {
    expect(people_at(lines, { table: 1, settlement: '' })).toBe(0);
  });

  it('leave no line behind when they are none', () => {
    expect(guests_with(lines, [count(0)])).toEqual([{ table: 8, settlement: '', people: 2 }]);
  });

  it('come to a place that had nobody', () => {
    expect(guests_with([], [count(1, '')])).toEqual([{ table: 8, settlement: '', people: 1 }]);
  });
});
