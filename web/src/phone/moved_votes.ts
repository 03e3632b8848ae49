// Votes that a merge moved to another idea. Pure.
import type { StandingVote } from '../wire/ops.gen';

export type MovedVote = {
  readonly on: number; // the idea it counts for now
  readonly is_together: boolean; // with others of this person's own
  readonly key: string; // of this very move: what is told once
};

export function moved_votes(standing: readonly StandingVote[]): MovedVote[] {
  const groups = new Map<number, number[]>();
  for (const { idea, on } of standing) groups.set(on, [...(groups.get(on) ?? []), idea]);
  return [...groups]
    .filter(([on, ideas]) => ideas.some((idea) => idea !== on))
    .map(([on, ideas]) => ({
      on,
      is_together: ideas.length > 1,
      key: `${on}=${ideas.sort((a, b) => a - b).join('+')}`,
    }));
}
