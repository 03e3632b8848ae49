// Where the cards of the ideas stand on the board while ideas come in. Pure: a list and a
// box in, places out. The newest is large at the top left; the others follow in rows and
// get smaller; what finds no whole place is not drawn at all, so nothing is ever cut.
import {
  FAR,
  fit_font,
  height_of,
  lines_of,
  words_whole,
  type Box,
  type WidthOf,
} from './fit_text';

export interface Card {
  id: number;
  text: string;
}

export interface Place {
  id: number;
  x: number;
  y: number;
  width: number;
  height: number;
  font_px: number;
}

/** All in units of the board (u); see `--u` in Board.svelte. */
export const GAP = { across: 1.6, down: 0.5 };
/** What stands on a card besides its text: the rule above, air, the line with its areas. */
export const AROUND = 2.9;
const COLUMN_MIN = 17;
/** A card longer than this many lines takes a wider place. */
const LINES_MAX = 4;
/** No wall holds more; the rest of 500 ideas is not measured. */
const LOOKED_AT_MAX = 40;
const NEWEST = { size: 3.6, size_early: 4.8, floor: 1.7, share: 0.46 };
/** With fewer older ideas than this the wall is still empty, and the newest may be larger. */
const EARLY = 3;
/** Sizes of the older ideas: the first at which all of them have a place, else the last. */
const OLDER = [3, 2.4, 2, 1.7, FAR];

export function place_cards(
  cards: readonly Card[],
  box: Box,
  u: number,
  width_of: WidthOf,
): Place[] {
  const [newest, ...older] = cards;
  if (newest === undefined || box.width <= 0 || box.height <= 0) return [];
  const first = place_newest(newest, box, u, older.length, width_of);
  const top = first.height + GAP.down * u;
  const rest = { width: box.width, height: box.height - top };
  let places: Place[] = [];
  for (const size of OLDER) {
    places = place_rows(older, rest, u, size * u, width_of);
    if (places.length === older.length) break;
  }
  return [first, ...places.map((place) => ({ ...place, y: place.y + top }))];
}

function place_newest(card: Card, box: Box, u: number, older: number, width_of: WidthOf): Place {
  const early = older < EARLY;
  const share = older === 0 ? 1 : NEWEST.share;
  const around = AROUND * u;
  const room = (part: number): Box => ({ width: box.width, height: box.height * part - around });
  const floor = NEWEST.floor * u;
  const largest = (early ? NEWEST.size_early : NEWEST.size) * u;
  let font_px = fit_font(card.text, room(share), largest, floor, width_of);
  // A very long idea may have the whole wall for as long as it is the newest.
  if (font_px < floor) font_px = fit_font(card.text, room(1), floor, floor, width_of);
  const height = height_of(card.text, box.width, font_px, width_of) + around;
  return { id: card.id, x: 0, y: 0, width: box.width, height, font_px };
}

interface Row {
  cards: { card: Card; span: number; height: number }[];
  height: number;
}

function place_rows(
  cards: readonly Card[],
  box: Box,
  u: number,
  font_px: number,
  width_of: WidthOf,
): Place[] {
  const gap = GAP.across * u;
  const columns = Math.max(1, Math.floor((box.width + gap) / (COLUMN_MIN * u + gap)));
  const column = (box.width - gap * (columns - 1)) / columns;
  const across = (span: number): number => column * span + gap * (span - 1);
  const waiting = cards.slice(0, LOOKED_AT_MAX);
  const places: Place[] = [];
  let y = 0;
  while (waiting.length > 0) {
    const row = next_row(waiting, columns, across, font_px, width_of);
    const height = row.height + AROUND * u;
    if (y + height > box.height) {
      // The tallest leaves the wall; those after it may still have a place.
      const tallest = row.cards.find((card) => card.height === row.height);
      waiting.splice(
        waiting.findIndex((card) => card.id === tallest?.card.id),
        1,
      );
      continue;
    }
    let x = 0;
    for (const { card, span } of row.cards) {
      places.push({ id: card.id, x, y, width: across(span), height, font_px });
      x += across(span) + gap;
    }
    waiting.splice(0, row.cards.length);
    y += height + GAP.down * u;
  }
  return places;
}

function next_row(
  waiting: readonly Card[],
  columns: number,
  across: (span: number) => number,
  font_px: number,
  width_of: WidthOf,
): Row {
  const taken: { card: Card; span: number }[] = [];
  let free = columns;
  for (const card of waiting) {
    const span = span_of(card.text, across, columns, font_px, width_of);
    if (span > free) break;
    taken.push({ card, span });
    free -= span;
  }
  // What is left of a row goes to its last card, unless there is nobody left to fill it.
  const last = taken.at(-1);
  if (last !== undefined && taken.length < waiting.length) last.span += free;
  const cards = taken.map(({ card, span }) => {
    return { card, span, height: height_of(card.text, across(span), font_px, width_of) };
  });
  return { cards, height: Math.max(...cards.map((card) => card.height)) };
}

function span_of(
  text: string,
  across: (span: number) => number,
  columns: number,
  font_px: number,
  width_of: WidthOf,
): number {
  for (let span = 1; span < columns; span += 1) {
    const width = across(span);
    if (!words_whole(text, width, font_px, width_of)) continue;
    if (lines_of(text, width, font_px, width_of) <= LINES_MAX) return span;
  }
  return columns;
}
