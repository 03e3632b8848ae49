// How the revealed places stand on the board: the best on top, the first three and the
// latest large, everything at the largest common scale at which it stands whole. What is behind
// the place where the reveal begins is in the report. Pure.
import { LIMITS } from '../wire/ops.gen';
import { height_of, set_for_board, type Box, type WidthOf } from './fit_text';
import type { HallIdea } from './hall';

const LARGE_PLACES = 3;

export interface Result {
  id: number;
  place: number;
  number: number;
  text: string;
  support: number;
  /** Of these, counted on paper and by raised hands. */
  paper: number;
  hands: number;
  tied: boolean;
  latest: boolean;
}

/** The revealed ideas of the first ten places, best first. */
export function revealed(ideas: readonly HallIdea[]): Result[] {
  const seen = ideas.flatMap((idea) => {
    const { id, number, text, place, support, paper = 0, hands = 0 } = idea;
    if (place === undefined || place > LIMITS.reveal_place_max || !support) return [];
    return [{ id, number, text: set_for_board(text), place, support, paper, hands }];
  });
  seen.sort((a, b) => a.place - b.place || a.id - b.id);
  const latest = seen[0]?.place;
  return seen.map((result) => ({
    ...result,
    tied: seen.some((other) => other.place === result.place && other.id !== result.id),
    latest: result.place === latest,
  }));
}

export interface ResultRow extends Result {
  large: boolean;
  font_px: number;
  height: number;
}

export interface Results {
  rows: ResultRow[];
  /** Ideas that share a place with those shown but found no room: only in very long ties. */
  left_out: number;
}

/** In units of the board. */
const SIZE = { large: 2, small: 1.3 };
const BAR = { large: 2.6, small: 1.7, under: 1.5 };
const ROW_GAP = 0.4;
/** Nothing is set smaller than the least of these, larger than the most. */
const SCALE = { least: 0.45, most: 1.4, step: 0.05 };

export function place_results(
  results: readonly Result[],
  box: Box,
  u: number,
  width_of: WidthOf,
): Results {
  let rows: ResultRow[] = [];
  for (let scale = SCALE.most; scale >= SCALE.least; scale -= SCALE.step) {
    rows = results.map((result) => row_of(result, box.width, u * scale, u, width_of));
    if (sum_of(rows) <= box.height) return { rows, left_out: 0 };
  }
  while (rows.length > 1 && sum_of(rows) > box.height) rows.pop();
  return { rows, left_out: results.length - rows.length };
}

function row_of(
  result: Result,
  width: number,
  u: number,
  full_u: number,
  width_of: WidthOf,
): ResultRow {
  const large = result.latest || result.place <= LARGE_PLACES;
  // Where room is short, large loses more than small: the tenth place must still be read.
  const lead = (SIZE.large - SIZE.small) * Math.min(1, (u / full_u - 0.4) * 2);
  const font_px = (SIZE.small + (large ? lead : 0)) * u;
  const under = result.tied || result.paper + result.hands > 0;
  const bar = ((large ? BAR.large : BAR.small) + (under ? BAR.under : 0)) * u;
  const text = height_of(result.text, width, font_px, width_of);
  return { ...result, large, font_px, height: Math.max(text, bar) + ROW_GAP * full_u };
}

function sum_of(rows: readonly ResultRow[]): number {
  return rows.reduce((sum, row) => sum + row.height, 0);
}
