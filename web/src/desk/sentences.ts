// The tables' sentences as staff look at them: who has spoken and who has not.
import type { Said } from '../board/hall';
import { t } from '../text/desk';

/** By table: a row does not move away from under a hand when another table speaks. */
export function by_table(said: readonly Said[]): readonly Said[] {
  return [...said].sort((a, b) => a.table - b.table);
}

export function silent_tables(said: readonly Said[], tables: number): readonly number[] {
  const spoke = new Set(said.map(({ table }) => table));
  return Array.from({ length: tables }, (_, i) => i + 1).filter((table) => !spoke.has(table));
}

export function silent_words(said: readonly Said[], tables: number): string {
  const silent = silent_tables(said, tables);
  return silent.length === 0 ? t('said_all') : t('said_silent', { tables: spans(silent) });
}

/** Numbers in rising order as one reads them out: «1, 4–7, 9, 10». */
export function spans(numbers: readonly number[]): string {
  const runs: { first: number; last: number }[] = [];
  for (const number of numbers) {
    const run = runs[runs.length - 1];
    if (run !== undefined && run.last + 1 === number) run.last = number;
    else runs.push({ first: number, last: number });
  }
  return runs
    .map(({ first, last }) => {
      if (first === last) return String(first);
      return `${String(first)}${last === first + 1 ? ', ' : '–'}${String(last)}`;
    })
    .join(', ');
}
