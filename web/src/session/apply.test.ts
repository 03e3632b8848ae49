import { describe, expect, it } from 'vitest';
import type { Delta, MineAddendum, Put, Snapshot } from '../wire/messages';
import { apply_delta, apply_mine, apply_snapshot, apply_turnout, no_mine } from './apply';

function idea(id: number, text: string): Put {
  return {
    record: 'idea',
    id,
    value: {
      number: id,
      text,
      areas: ['medicine'],
      at: 0,
      channel: 'phone',
      merged: 0,
      supports: 0,
    },
  };
}

const votes: MineAddendum = {
  whole: false,
  puts: [{ record: 'votes', id: 0, value: { standing: [], left: 9 } }],
  drops: [],
};
const nothing_own: MineAddendum = { whole: true, puts: [], drops: [] };
const snapshot: Snapshot = { type: 'snapshot', epoch: 'e', seq: 10, puts: [idea(3, 'три')] };
const first = apply_snapshot(snapshot, nothing_own);

function delta(after: number, seq: number, rest: Partial<Delta> = {}): Delta {
  return { type: 'delta', after, seq, puts: [], drops: [], ...rest };
}

describe('the copy a page holds', () => {
  it('takes a delta that begins where it stands', () => {
    const held = apply_delta(first, delta(10, 14, { puts: [idea(14, 'нова')] }));
    expect(held?.seq).toBe(14);
    expect([...(held?.records.ideas.keys() ?? [])]).toEqual([3, 14]);
  });

  it('takes a delta that begins before what it holds and ends after: puts are absolute', () => {
    const held = apply_delta(first, delta(8, 12, { puts: [idea(3, 'інша')] }));
    expect(held?.records.ideas.get(3)?.text).toBe('інша');
  });

  it('ignores a delta it already holds', () => {
    const held = apply_delta(first, delta(5, 10, { puts: [idea(3, 'стара')] }));
    expect(held?.records.ideas.get(3)?.text).toBe('три');
    expect(held?.seq).toBe(10);
  });

  it('says that something is missing when a delta begins after what it holds', () => {
    expect(apply_delta(first, delta(11, 12))).toBeNull();
  });

  it('drops what the audience no longer sees', () => {
    const drops = [{ record: 'idea', id: 3 }];
    expect(apply_delta(first, delta(10, 11, { drops }))?.records.ideas.size).toBe(0);
  });

  it('takes what is mine even with a delta that is old', () => {
    const held = apply_delta(first, delta(5, 10, { mine: votes }));
    expect(held?.mine.votes?.left).toBe(9);
  });

  it('never changes a copy that was drawn', () => {
    apply_delta(first, delta(10, 11, { puts: [idea(3, 'інша')], drops: [] }));
    expect(first.records.ideas.get(3)?.text).toBe('три');
  });

  it('forgets everything of mine when the addendum is whole', () => {
    const mine = apply_mine(no_mine, votes);
    expect(apply_mine(mine, { whole: true, puts: [], drops: [] })).toEqual(no_mine);
    expect(apply_mine(mine, { whole: false, puts: [], drops: [] }).votes?.left).toBe(9);
  });

  it('holds what this person supports until the server says otherwise', () => {
    const plus: MineAddendum = {
      whole: false,
      puts: [{ record: 'supports', id: 0, value: { standing: [3, 5] } }],
      drops: [],
    };
    const mine = apply_mine(no_mine, plus);
    expect([...mine.supports]).toEqual([3, 5]);
    expect(apply_mine(mine, votes).supports).toBe(mine.supports);
  });

  it('keeps turnout beside the totals, whichever comes first', () => {
    const totals: Put = { record: 'totals', id: 0, value: { ideas: 1, people: 2, tables: 1 } };
    const held = apply_turnout(apply_snapshot({ ...snapshot, puts: [totals] }, nothing_own), 2);
    expect(apply_delta(held, delta(10, 11, { puts: [totals] }))?.records.totals?.voted).toBe(2);
  });
});
