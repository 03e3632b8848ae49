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

/** Steps at which the scale of the bars grows, so that bars rarely change under the eyes of the hall. */
const SCALES = [5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000];

/**
 * The number of votes that the whole width of the board stands for: one common scale from zero for all
 * bars, never more than the number of people who voted.
 */
export function bar_scale(largest_shown: number, voted: number): number {
  const step = SCALES.find((scale) => scale >= largest_shown * 1.5) ?? largest_shown * 1.5;
  return Math.max(largest_shown, 1, voted > 0 ? Math.min(step, voted) : step);
}
