import { describe, expect, it } from 'vitest';
import type { KeptVotes } from '../wire/receipts';
import { commitment_of } from './chain';
import {
  golden_idea,
  golden_journal,
  golden_vote,
  golden_voter,
  golden_writer,
} from './golden_journal';
import { check_journal } from './journal';
import { find_own } from './own_entries';

const { entries } = await check_journal(golden_journal);
const who = { writer: golden_writer, own_ideas: 1 };
const votes: KeptVotes = { voter: golden_voter, standing: [6], receipts: [golden_vote] };

describe('a receipt', () => {
  it('gives the commitment that the journal has, with texts and without', () => {
    expect(commitment_of(golden_idea)).toBe(entries[1]?.commitment);
    expect(commitment_of(golden_vote)).toBe(entries[7]?.commitment);
  });

  it('of an erased text needs its commitment only', () => {
    const commitment = '3e7b201b0b8a67a6b9a4a7cc985d04da08e487731fb6f936be7df6e0d9ad6b94';
    const redacted = { ...golden_idea, texts: [{ commitment }] };
    expect(commitment_of(redacted)).toBe(entries[1]?.commitment);
  });

  it('whose private part was erased gives none', () => {
    expect(commitment_of({ ...golden_idea, salt: null, private: null, texts: [] })).toBeNull();
  });
});

describe('own entries', () => {
  it('are found as they were made', () => {
    const own = find_own(entries, [golden_idea], votes, who);
    expect(own).toMatchObject({ ideas: 1, votes: 1, missing: 0, erased: 0 });
    expect(own.entries.map(({ text, idea }) => text ?? idea)).toEqual(['Лікар', 6]);
  });

  it('with another text, idea, salt or place are missing', () => {
    const salt = 'b651fc52015affeceee9ed4f0ed98282';
    const forged = [
      { ...golden_idea, texts: [{ salt, text: 'Лікарі' }] },
      { ...golden_idea, seq: 3 },
      { ...golden_idea, salt: `b${golden_idea.salt?.slice(1) ?? ''}` },
    ];
    for (const receipt of forged) {
      const own = find_own(entries, [receipt], votes, who);
      expect(own).toMatchObject({ ideas: 0, votes: 1, missing: 1 });
    }
    const changed = { ...golden_vote, private: golden_vote.private?.replace('6}', '7}') ?? '' };
    const own = find_own(entries, [], { ...votes, receipts: [changed] }, { ...who, own_ideas: 0 });
    expect(own).toMatchObject({ votes: 0, missing: 2 }); // the receipt, and the vote for idea 6
  });

  it('of somebody else do not count as one’s own', () => {
    const own = find_own(entries, [golden_idea], null, { ...who, writer: golden_voter });
    expect(own).toMatchObject({ ideas: 0, missing: 1 });
  });

  it('that no receipt was given for are missing', () => {
    expect(find_own(entries, [], null, who)).toMatchObject({ ideas: 0, missing: 1 });
    const cast_twice = { ...votes, standing: [6, 2] };
    expect(find_own(entries, [golden_idea], cast_twice, who)).toMatchObject({
      votes: 1,
      missing: 1,
    });
  });

  it('of the voter are judged by what was kept alone', () => {
    const own = find_own(entries, [golden_idea, golden_vote], null, who);
    expect(own).toMatchObject({ ideas: 1, votes: 0, missing: 0 });
  });

  it('of which only the commitment is left are counted apart', () => {
    const erased = { ...golden_idea, salt: null, private: null, texts: [] };
    const own = find_own(entries, [erased], null, { ...who, own_ideas: 0 });
    expect(own).toMatchObject({ ideas: 0, missing: 0, erased: 1 });
    const wholly = { ...erased, texts: [null] };
    const next = find_own(entries, [wholly], null, { ...who, own_ideas: 0 });
    expect(next).toMatchObject({ ideas: 0, missing: 0, erased: 1 });
  });
});
