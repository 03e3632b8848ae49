// When to say aloud how much of a phase is left: once with five minutes to go and once with one.
// By the server's time: what the phone's own clock shows does not matter. Pure.
import { time_left_ms } from '../session/clock';
import type { PhaseRecord } from '../wire/ops.gen';

export type TimeWarning = 'five' | 'one';

const warnings: readonly (readonly [TimeWarning, number])[] = [
  ['five', 300_000],
  ['one', 60_000],
];
const shown_ms = 30_000;

// The warning to be seen now. Whoever opens the page later sees the clock. A phase that was not
// planned to be longer begins without one.
export function time_warning(phase: PhaseRecord | null, now: number): TimeWarning | null {
  if (phase === null || phase.phase === 'closed' || phase.pause !== null) return null;
  const left_ms = time_left_ms(phase, now);
  if (left_ms === null) return null;
  const all_ms = phase.planned_ms + phase.extended_ms;
  const found = warnings.find(
    ([, at_ms]) => left_ms <= at_ms && left_ms > at_ms - shown_ms && all_ms > at_ms,
  );
  return found?.[0] ?? null;
}
