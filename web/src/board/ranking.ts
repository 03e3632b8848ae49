// Places by support, and what of them the hall has seen. Pure.

export interface Supported {
  id: number;
  support: number;
}

export interface Rank {
  /** Ties share a place and the places after them are left out: 8, 8, 10. */
  place: number;
  support: number;
  ids: number[];
}

/** All ideas somebody voted for, best first; within a tie in the order of their ids. */
export function ranking(ideas: readonly Supported[]): Rank[] {
  const sorted = ideas
    .filter((idea) => idea.support > 0)
    .sort((a, b) => b.support - a.support || a.id - b.id);
  const ranks: Rank[] = [];
  sorted.forEach((idea, index) => {
    const last = ranks.at(-1);
    if (last?.support === idea.support) last.ids.push(idea.id);
    else ranks.push({ place: index + 1, support: idea.support, ids: [idea.id] });
  });
  return ranks;
}

/**
 * The number of votes that the whole length of a bar stands for: one scale from zero for
 * all bars. Three times the smallest shown leaves room for what is still to come, so that
 * it seldom changes under the eyes of the hall, and tells nothing of how much that is.
 */
export function bar_scale(supports: readonly number[]): number {
  const smallest = supports.length === 0 ? 0 : Math.min(...supports);
  return Math.max(1, 3 * smallest, ...supports);
}
