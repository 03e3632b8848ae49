// Texts in columns, on as many pages as it takes: the largest size at which all stand on one page,
// else one that is read from the last row. No text is ever cut. Pure.
import { GAP, type Card, type Place } from './place_cards';
import { FAR, height_of, words_whole, type Box, type WidthOf } from './fit_text';

/** In units. Where even the smallest needs several pages, READING, whatever needs the fewest. */
const SIZES = [4.2, 3.6, 3, 2.6, 2.2, 1.9, 1.7, 1.55, FAR];
const READING = [1.7, 1.55, FAR];
const COLUMN_MIN = 17;
/** A longer line is lost on the way back to its beginning. */
const LETTERS_MAX = 64;
const LETTER = 0.52; // of the size, on average

/** `around`: in units, what stands on a card besides its text. */
export function place_pages(
  cards: readonly Card[],
  box: Box,
  u: number,
  around: number,
  width_of: WidthOf,
): Place[][] {
  if (cards.length === 0 || box.width <= 0 || box.height <= 0) return [];
  const most = Math.max(1, columns_in(box.width, COLUMN_MIN * u, u));
  const grid = { box, u, around, width_of };
  for (const size of SIZES) {
    for (let columns = 1; columns <= most; columns += 1) {
      if (columns < most && is_too_wide(grid, columns, size)) continue;
      const pages = fill(cards, grid, columns, size);
      if (pages?.length === 1) return pages;
    }
  }
  let fewest: Place[][] | null = null;
  for (const size of READING) {
    for (let columns = Math.min(most, 3); columns >= 1; columns -= 1) {
      const pages = fill(cards, grid, columns, size);
      if (pages !== null && pages.length < (fewest?.length ?? Infinity)) fewest = pages;
    }
  }
  return fewest ?? fill(cards, grid, 1, FAR, true) ?? [];
}

interface Grid {
  box: Box;
  u: number;
  around: number;
  width_of: WidthOf;
}

function columns_in(width: number, least: number, u: number): number {
  return Math.floor((width + GAP.across * u) / (least + GAP.across * u));
}

function column_width({ box, u }: Grid, columns: number): number {
  return (box.width - GAP.across * u * (columns - 1)) / columns;
}

function is_too_wide(grid: Grid, columns: number, size: number): boolean {
  return column_width(grid, columns) > LETTERS_MAX * LETTER * size * grid.u;
}

/** Null if a text is higher than a page or has a word wider than a column, unless it must be. */
function fill(
  cards: readonly Card[],
  grid: Grid,
  columns: number,
  size: number,
  must = false,
): Place[][] | null {
  const { box, u, around, width_of } = grid;
  const width = column_width(grid, columns);
  const font_px = size * u;
  const pages: Place[][] = [];
  let page: Place[] = [];
  let ends = Array.from({ length: columns }, () => 0);
  for (const { id, text } of cards) {
    const height = height_of(text, width, font_px, width_of) + around * u;
    const stands = height <= box.height && words_whole(text, width, font_px, width_of);
    if (!stands && !must) return null;
    let column = ends.indexOf(Math.min(...ends));
    if ((ends[column] ?? 0) + height > box.height && page.length > 0) {
      pages.push(page);
      page = [];
      ends = ends.map(() => 0);
      column = 0;
    }
    const y = ends[column] ?? 0;
    page.push({ id, x: column * (width + GAP.across * u), y, width, height, font_px });
    ends[column] = y + height + GAP.down * u;
  }
  pages.push(page);
  return pages;
}
