// Which sheets and counts of hands wait for whom: what one person entered, another confirms. Pure.
import type { HandCountRecord, SheetRecord } from '../../wire/ops.gen';

/** For me: another entered it. For another: I did. */
export type Turn = 'mine' | 'others' | 'done';

export interface SheetLine {
  number: number;
  sheet: SheetRecord;
  turn: Turn;
}

export interface HandsLine {
  idea: number;
  count: HandCountRecord;
  turn: Turn;
}

const ORDER: readonly Turn[] = ['mine', 'others', 'done'];

/** Those that wait come first, mine to confirm before all; then by number. */
export function sheet_lines(sheets: ReadonlyMap<number, SheetRecord>, me: string): SheetLine[] {
  return [...sheets]
    .map(([number, sheet]) => ({
      number,
      sheet,
      turn: turn(sheet.confirmed, sheet.entered_by, me),
    }))
    .sort((a, b) => by_turn(a, b) || a.number - b.number);
}

export function hands_lines(counts: ReadonlyMap<number, HandCountRecord>, me: string): HandsLine[] {
  return [...counts]
    .map(([idea, count]) => ({ idea, count, turn: turn(count.confirmed, count.counted_by, me) }))
    .sort((a, b) => by_turn(a, b) || a.idea - b.idea);
}

function turn(is_confirmed: boolean, by: string, me: string): Turn {
  if (is_confirmed) return 'done';
  return by === me ? 'others' : 'mine';
}

function by_turn(a: { turn: Turn }, b: { turn: Turn }): number {
  return ORDER.indexOf(a.turn) - ORDER.indexOf(b.turn);
}
