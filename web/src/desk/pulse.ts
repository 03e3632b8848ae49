// The hall's pulse: how fast ideas come, and which tables have fallen silent. Pure.
import { MINUTE_MS, silent_minutes } from '../board/silence';
import type { PhaseRecord } from '../wire/ops.gen';

export interface Given {
  at: number;
  table: number;
}

/** Ideas in each of the last `minutes` minutes, oldest first. */
export function per_minute(given: readonly Given[], now: number, minutes: number): number[] {
  const counts = Array.from({ length: minutes }, () => 0);
  for (const { at } of given) {
    const ago = Math.floor((now - at) / MINUTE_MS);
    const index = minutes - 1 - Math.max(0, ago);
    if (index >= 0) counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
}

/** Mean of the last `minutes` minutes, to one decimal. Shorter while the phase is younger. */
export function pace(given: readonly Given[], opened_at: number, now: number, minutes = 5): number {
  const span_ms = Math.min(minutes * MINUTE_MS, Math.max(MINUTE_MS, now - opened_at));
  const count = given.filter(({ at }) => at > now - span_ms).length;
  return Math.round((count * MINUTE_MS * 10) / span_ms) / 10;
}

export interface Table {
  table: number;
  count: number;
  /** Whole minutes without an idea, 0 while the table is not called silent. */
  silent_minutes: number;
}

/** Every table of the hall. `open_since`: when ideas were opened, null while they are not. */
export function tables_of(
  given: readonly Given[],
  tables: number,
  open_since: number | null,
  now: number,
): Table[] {
  return Array.from({ length: tables }, (_, index) => {
    const table = index + 1;
    const own = given.filter((idea) => idea.table === table);
    const last = Math.max(open_since ?? now, ...own.map(({ at }) => at));
    return { table, count: own.length, silent_minutes: silent_minutes(last, now) };
  });
}

/** Since when ideas are open; null while nobody is expected to give any. */
export function open_since(phase: PhaseRecord): number | null {
  return phase.phase === 'ideas' && phase.pause === null ? phase.opened_at : null;
}

/** Numbers of the tables that are called silent. */
export function silent_tables(
  given: readonly Given[],
  tables: number,
  phase: PhaseRecord,
  now: number,
): number[] {
  return tables_of(given, tables, open_since(phase), now)
    .filter(({ silent_minutes }) => silent_minutes > 0)
    .map(({ table }) => table);
}
