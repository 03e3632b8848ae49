// What this person's votes look like now: what the server holds, and over it what is on its way.
// Pure; the outbox is drawn, never written into the copy.
import type { Pending } from '../wire/stored';
import type { VotesRecord } from '../wire/ops.gen';

export type VoteState = 'none' | 'saved' | 'saving' | 'leaving';

export type Votes = {
  readonly states: ReadonlyMap<number, VoteState>; // by the idea a vote counts for; absent: none
  readonly left: number;
  readonly saving: number; // of the spent ones, those the server has not confirmed
};

export function votes_now(
  held: VotesRecord | null,
  outbox: readonly Pending[],
  votes_per_person: number,
): Votes {
  const states = new Map<number, VoteState>();
  // How many facts stand on an idea: more than one after a merge.
  const facts = new Map<number, number>();
  for (const { on } of held?.standing ?? []) {
    states.set(on, 'saved');
    facts.set(on, (facts.get(on) ?? 0) + 1);
  }
  let left = held?.left ?? votes_per_person;
  for (const { op } of outbox) {
    if (op.kind === 'cast_vote') {
      const was = states.get(op.idea) ?? 'none';
      if (was === 'saved' || was === 'saving') continue;
      states.set(op.idea, 'saving');
      facts.set(op.idea, 1);
      left -= 1;
    } else if (op.kind === 'withdraw_vote') {
      const was = states.get(op.idea) ?? 'none';
      if (was !== 'saved' && was !== 'saving') continue;
      states.set(op.idea, 'leaving');
      left += facts.get(op.idea) ?? 0;
      facts.set(op.idea, 0);
    }
  }
  const saving = [...states.values()].filter((state) => state === 'saving').length;
  return { states, left: Math.max(0, left), saving };
}

export function stands(state: VoteState | undefined): boolean {
  return state === 'saved' || state === 'saving';
}
