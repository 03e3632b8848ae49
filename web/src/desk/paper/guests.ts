// People without phones, by table and settlement: the whole number is said each time, so what is on
// its way counts already. Pure.
import type { GuestsLine, Op } from '../../wire/ops.gen';

export type Place = Omit<GuestsLine, 'people'>;

const is_at = (place: Place) => (one: Place) =>
  one.table === place.table && one.settlement === place.settlement;

/** The lines as they will be once all of `waiting` has arrived; zero takes a line away. */
export function guests_with(
  lines: readonly GuestsLine[],
  waiting: readonly Op[],
): readonly GuestsLine[] {
  let all = lines;
  for (const op of waiting) {
    if (op.kind !== 'count_guests') continue;
    const { table, settlement, people } = op;
    const others = all.filter((line) => !is_at(op)(line));
    all = people === 0 ? others : [...others, { table, settlement, people }];
  }
  return [...all].sort((a, b) => a.table - b.table || a.settlement.localeCompare(b.settlement));
}

export function people_at(lines: readonly GuestsLine[], place: Place): number {
  return lines.find(is_at(place))?.people ?? 0;
}

export function all_people(lines: readonly GuestsLine[]): number {
  return lines.reduce((sum, { people }) => sum + people, 0);
}
