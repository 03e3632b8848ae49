// Which tables have fallen silent: the one rule of the desk's panel and of the board. Pure.
import type { PhaseRecord, TableLine } from '../wire/ops.gen';

export const MINUTE_MS = 60_000;
/** A table without an idea for this long, while ideas are open, is pointed out. */
export const SILENT_AFTER_MS = 7 * MINUTE_MS;

/** Whole minutes since `last`, 0 while that is not called silence. */
export function silent_minutes(last: number, now: number): number {
  const silent_ms = now - last;
  return silent_ms >= SILENT_AFTER_MS ? Math.floor(silent_ms / MINUTE_MS) : 0;
}

export interface SilentTable {
  table: number;
  ideas: number;
  minutes: number;
}

/** The silent ones, the longest silent first; none while ideas are not open. */
export function silent_tables(
  tables: readonly TableLine[],
  phase: PhaseRecord,
  now: number,
): SilentTable[] {
  if (phase.phase !== 'ideas' || phase.pause !== null) return [];
  return tables
    .map(({ table, ideas, last_at }) => {
      return { table, ideas, minutes: silent_minutes(Math.max(phase.opened_at, last_at), now) };
    })
    .filter(({ minutes }) => minutes > 0)
    .sort((a, b) => b.minutes - a.minutes || a.table - b.table);
}
