import { describe, expect, it } from 'vitest';
import type { Op } from '../wire/ops.gen';
import { moved_votes } from './moved_votes';
import { stands, votes_now } from './votes';

function queued(...ops: Op[]) {
  return ops.map((op, i) => ({ id: String(i), op, at: i }));
}

const cast = (idea: number): Op => ({ kind: 'cast_vote', idea });
const withdraw = (idea: number): Op => ({ kind: 'withdraw_vote', idea });

describe('votes as they are drawn', () => {
  it('show a vote on its way as not yet saved, and as spent', () => {
    const votes = votes_now({ standing: [{ idea: 1, on: 1 }], left: 9 }, queued(cast(2)), 10);
    expect(votes.states.get(1)).toBe('saved');
    expect(votes.states.get(2)).toBe('saving');
    expect(votes.left).toBe(8);
    expect(votes.saving).toBe(1);
  });

  it('stand on the main idea after a merge; taking off gives every fact of the group back', () => {
    const held = {
      standing: [
        { idea: 1, on: 1 },
        { idea: 5, on: 1 },
      ],
      left: 8,
    };
    expect(votes_now(held, [], 10).states.size).toBe(1);
    const after = votes_now(held, queued(withdraw(1)), 10);
    expect(after.states.get(1)).toBe('leaving');
    expect(after.left).toBe(10);
  });

  it('follow a change of mind in the queue', () => {
    const votes = votes_now(null, queued(cast(2), withdraw(2), cast(2)), 10);
    expect(votes.states.get(2)).toBe('saving');
    expect(votes.left).toBe(9);
  });

  it('count an ack that came before its record only once', () => {
    const held = { standing: [{ idea: 2, on: 2 }], left: 9 };
    expect(votes_now(held, queued(cast(2)), 10).left).toBe(9);
  });

  it('do not stand once they are being taken back', () => {
    expect(stands('saving')).toBe(true);
    expect(stands('leaving')).toBe(false);
    expect(stands(undefined)).toBe(false);
  });
});

describe('votes that a merge moved', () => {
  it('are told by the idea they count for now', () => {
    const standing = [
      { idea: 1, on: 1 },
      { idea: 9, on: 2 },
      { idea: 2, on: 2 },
      { idea: 5, on: 4 },
    ];
    expect(moved_votes(standing)).toEqual([
      { on: 2, is_together: true, key: '2=2+9' },
      { on: 4, is_together: false, key: '4=5' },
    ]);
    expect(moved_votes([])).toEqual([]);
  });
});
