// What an edited table would change, by proposal, and how large it may be. Pure.
import { SETUP_LIMITS } from '../../wire/ops.gen';
import type { TableChange } from '../../wire/report_answers';

export const table_megabytes_max = SETUP_LIMITS.table_bytes_max / 1024 / 1024;

/** Of a file that the server would not read to its end. */
export function is_too_large(file: { size: number }): boolean {
  return file.size > SETUP_LIMITS.table_bytes_max;
}

export interface ChangedProposal {
  number: number;
  changes: readonly TableChange[];
}

/** In the order of the table. */
export function by_proposal(changes: readonly TableChange[]): ChangedProposal[] {
  const grouped = new Map<number, TableChange[]>();
  for (const change of changes) {
    const known = grouped.get(change.number);
    if (known === undefined) grouped.set(change.number, [change]);
    else known.push(change);
  }
  return [...grouped].map(([number, of]) => ({ number, changes: of }));
}

/** «3–5, 8»: a table that was cut off has hundreds of them. */
export function in_runs(numbers: readonly number[]): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const number of sorted) {
    const last = runs.at(-1);
    if (last !== undefined && number === last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs
    .map(([from, to]) => (from === to ? String(from) : `${String(from)}–${String(to)}`))
    .join(', ');
}
