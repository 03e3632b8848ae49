import { describe, expect, it } from 'vitest';
import { nearest, shuffled } from './order';

const ids = Array.from({ length: 95 }, (_, i) => i * 3 + 7);
const same = (id: number) => id;

describe('the order of cards while voting', () => {
  it('is the same after a reload', () => {
    expect(shuffled(ids, 12345, same)).toEqual(shuffled([...ids].reverse(), 12345, same));
  });

  it('is another one on another device', () => {
    expect(shuffled(ids, 1, same)).not.toEqual(shuffled(ids, 2, same));
    expect(shuffled(ids, 1, same)).not.toEqual(ids);
  });

  it('keeps its cards in place when one is hidden', () => {
    const without = ids.filter((id) => id !== 10);
    expect(shuffled(without, 9, same)).toEqual(shuffled(ids, 9, same).filter((id) => id !== 10));
  });

  it('puts every idea first about equally often', () => {
    const few = [1, 2, 3, 4, 5];
    const first = new Map<number, number>();
    for (let seed = 0; seed < 5_000; seed++) {
      const id = shuffled(few, seed * 7919, same)[0] ?? 0;
      first.set(id, (first.get(id) ?? 0) + 1);
    }
    for (const id of few) expect(first.get(id)).toBeGreaterThan(850);
  });
});

describe('one idea on the screen', () => {
  it('is the one that was chosen, wherever it stands now', () => {
    expect(nearest([7, 8, 9], 9, 0)).toBe(2);
  });

  it('makes room for the one after it when it is hidden, or before it at the end', () => {
    expect(nearest([7, 9], 8, 1)).toBe(1);
    expect(nearest([7, 8], 9, 2)).toBe(1);
    expect(nearest([], 9, 2)).toBe(0);
  });
});
