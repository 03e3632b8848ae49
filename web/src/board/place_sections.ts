// The wall of all areas: a grid of sections, each with as many of its newest ideas as stand in it
// whole. The fewer areas have ideas, the larger the sections; what one page does not hold is on
// the next. Pure.
import { FAR, height_of, words_whole, type Box, type WidthOf } from './fit_text';
import type { Card } from './place_cards';

export interface Section {
  slug: string;
  /** The newest first. */
  cards: readonly Card[];
}

export interface PlacedSection {
  slug: string;
  x: number;
  y: number;
  width: number;
  height: number;
  font_px: number;
  shown: readonly Card[];
  left_out: number;
}

/** In units: between sections, the head of one, what stands around a text. */
const GAP = { across: 2.2, down: 1.2 };
export const HEAD = 2.9;
export const AROUND = 0.9;
const COLUMN_MIN = 24;
const SIZES = [3.6, 3, 2.6, 2.2, 1.9, 1.7, 1.55, FAR];
/** Rather smaller letters, or another page, than fewer ideas of an area than this on average. */
const SHOWN = 2;
/** Rather one idea of each area than more pages than this. */
const PAGES_MAX = 4;
/** No section holds more; the rest is not measured. */
const LOOKED_AT_MAX = 12;

export function place_sections(
  sections: readonly Section[],
  box: Box,
  u: number,
  width_of: WidthOf,
): PlacedSection[][] {
  if (sections.length === 0 || box.width <= 0 || box.height <= 0) return [];
  const usable = usable_grids(sections, box, u, width_of);
  const on_page = Math.max(...usable.map(({ columns, rows }) => columns * rows));
  const pages = Math.ceil(sections.length / on_page);
  const each = Math.ceil(sections.length / pages);
  // The largest sections of which as many stand on a page as there are to be.
  const grid = usable.filter(({ columns, rows }) => columns * rows >= each).at(-1);
  if (grid === undefined) return [];
  return Array.from({ length: pages }, (_, page) => {
    return place_page(sections.slice(page * each, (page + 1) * each), grid, u, width_of);
  });
}

interface Grid {
  columns: number;
  rows: number;
  width: number;
  height: number;
}

/** The densest first. */
function grids(box: Box, u: number): Grid[] {
  const gap = GAP.across * u;
  const most = Math.max(1, Math.floor((box.width + gap) / (COLUMN_MIN * u + gap)));
  const found: Grid[] = [];
  for (let columns = most; columns >= 1; columns -= 1) {
    for (const rows of columns === 1 ? [2, 1] : [3, 2, 1]) {
      const width = (box.width - gap * (columns - 1)) / columns;
      const height = (box.height - GAP.down * u * (rows - 1)) / rows;
      found.push({ columns, rows, width, height });
    }
  }
  return found.sort((a, b) => b.columns * b.rows - a.columns * a.rows || b.columns - a.columns);
}

/** Grids in which areas show two ideas on average; else one each; else all of them. */
function usable_grids(
  sections: readonly Section[],
  box: Box,
  u: number,
  width_of: WidthOf,
): Grid[] {
  const all = grids(box, u);
  for (const wanted of [SHOWN, 1]) {
    const usable = all.filter((grid) => shows(sections, grid, u, FAR, width_of, wanted));
    const most = Math.max(0, ...usable.map(({ columns, rows }) => columns * rows));
    if (most > 0 && (wanted === 1 || sections.length <= most * PAGES_MAX)) return usable;
  }
  return all;
}

/** Whether every section has an idea and all together `wanted` each, as far as they have any. */
function shows(
  sections: readonly Section[],
  grid: Grid,
  u: number,
  size: number,
  width_of: WidthOf,
  wanted: number,
): boolean {
  let spare = 0;
  for (const { cards } of sections) {
    const shown = shown_in(cards, grid, u, size, width_of).length;
    if (shown === 0) return false;
    spare += shown - Math.min(wanted, cards.length);
  }
  return spare >= 0;
}

function place_page(
  sections: readonly Section[],
  grid: Grid,
  u: number,
  width_of: WidthOf,
): PlacedSection[] {
  const size = SIZES.find((one) => shows(sections, grid, u, one, width_of, SHOWN)) ?? FAR;
  return sections.map(({ slug, cards }, index) => {
    const shown = shown_in(cards, grid, u, size, width_of);
    return {
      slug,
      x: (index % grid.columns) * (grid.width + GAP.across * u),
      y: Math.floor(index / grid.columns) * (grid.height + GAP.down * u),
      width: grid.width,
      height: grid.height,
      font_px: size * u,
      shown,
      left_out: cards.length - shown.length,
    };
  });
}

/** From the newest on, those that stand whole in what is left; a long one makes way. */
function shown_in(
  cards: readonly Card[],
  grid: Grid,
  u: number,
  size: number,
  width_of: WidthOf,
): Card[] {
  const font_px = size * u;
  const heights = cards.slice(0, LOOKED_AT_MAX).map(({ text }) => {
    const whole = words_whole(text, grid.width, font_px, width_of);
    return whole ? height_of(text, grid.width, font_px, width_of) + AROUND * u : Infinity;
  });
  let left = grid.height - HEAD * u;
  return cards.filter((_, i) => {
    const height = heights[i] ?? Infinity;
    if (height > left) return false;
    left -= height;
    return true;
  });
}
