// Which sheets and counts of hands wait for whom: what one person entered, another confirms; what
// two confirmed goes when one asks for it and another takes it away. Pure.
import type { HandCountRecord, SheetRecord } from '../../wire/ops.gen';

/** For me: another entered it. For another: I did. */
export type Turn = 'mine' | 'others' | 'done';

/** What taking it away comes to for me: it goes; I ask another to; I have asked. */
export type Leave = 'goes' | 'asks' | 'asked';

interface Waiting {
  turn: Turn;
  leave: Leave;
}

export interface SheetLine extends Waiting {
  number: number;
  sheet: SheetRecord;
}

export interface HandsLine extends Waiting {
  idea: number;
  count: HandCountRecord;
}

const ORDER: readonly Turn[] = ['mine', 'others', 'done'];

/** Another asks for it to go, and I may take it away. */
export function is_in_question({ turn, leave }: Waiting): boolean {
  return turn === 'done' && leave === 'goes';
}

/** Those that wait come first, mine to confirm or to take away before all; then by number. */
export function sheet_lines(sheets: ReadonlyMap<number, SheetRecord>, me: string): SheetLine[] {
  return [...sheets]
    .map(([number, sheet]) => ({
      number,
      sheet,
      turn: turn(sheet.confirmed, sheet.entered_by, me),
      leave: leave(sheet, me),
    }))
    .sort((a, b) => by_turn(a, b) || a.number - b.number);
}

export function hands_lines(counts: ReadonlyMap<number, HandCountRecord>, me: string): HandsLine[] {
  return [...counts]
    .map(([idea, count]) => ({
      idea,
      count,
      turn: turn(count.confirmed, count.counted_by, me),
      leave: leave(count, me),
    }))
    .sort((a, b) => by_turn(a, b) || a.idea - b.idea);
}

function turn(is_confirmed: boolean, by: string, me: string): Turn {
  if (is_confirmed) return 'done';
  return by === me ? 'others' : 'mine';
}

function leave(
  { confirmed, withdrawal_asked }: { confirmed: boolean; withdrawal_asked: string | null },
  me: string,
): Leave {
  if (!confirmed) return 'goes';
  if (withdrawal_asked === null) return 'asks';
  return withdrawal_asked === me ? 'asked' : 'goes';
}

function by_turn(a: Waiting, b: Waiting): number {
  return rank(a) - rank(b);
}

function rank(line: Waiting): number {
  return is_in_question(line) ? 0 : ORDER.indexOf(line.turn);
}
