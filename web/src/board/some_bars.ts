// Which bars stand where there are very many: those that have something to show. Pure.
import type { Bar } from './bar';

/** As many stand on one page, with or without anything. */
const BARS_MAX = 24;

export function some_bars(bars: readonly Bar[]): readonly Bar[] {
  if (bars.length <= BARS_MAX) return bars;
  return bars.filter(({ values }) => values.some((value) => value > 0));
}
