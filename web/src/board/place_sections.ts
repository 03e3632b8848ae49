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

/** In units: between sections, the head of one, what stands around a text and under the last one. */
const GAP = { across: 2.2, down: 1.2 };
export const HEAD = 2.9;
export const AROUND = 0.9;
const REST = 1.9;
const COLUMN_MIN = 24;
const SIZES = [3, 2.6, 2.2, 1.9, 1.7, 1.55, FAR];
/** At a size that shows fewer ideas of an area than this, rather a smaller one. */
const SHOWN_MIN = 2;
/** No section holds more; the rest is not measured. */
const LOOKED_AT_MAX = 24;

export function place_sections(
  sections: readonly Section[],
  box: Box,
  u: number,
  width_of: WidthOf,
): PlacedSection[][] {
  if (sections.length === 0 || box.width <= 0 || box.height <= 0) return [];
  const grid = choose_grid(sections, box, u, width_of);
  const pages: PlacedSection[][] = [];
  const on_page = grid.columns * grid.rows;
  const count = Math.ceil(sections.length / on_page);
  const each = Math.ceil(sections.length / count);
  for (let from = 0; from < sections.length; from += each) {
    pages.push(place_page(sections.slice(from, from + each), grid, u, width_of));
  }
  return pages;
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

/** The largest sections that all stand on one page; else the densest in which each shows an idea. */
function choose_grid(sections: readonly Section[], box: Box, u: number, width_of: WidthOf): Grid {
  const all = grids(box, u);
  const fitting = all.filter((grid) =>
    sections.every(({ cards }) => shown_in(cards, grid, u, FAR, width_of).length > 0),
  );
  const one_page = fitting.filter(({ columns, rows }) => columns * rows >= sections.length);
  const last = all[all.length - 1];
  const chosen = one_page.at(-1) ?? fitting[0] ?? last;
  return chosen ?? { columns: 1, rows: 1, ...box };
}

function place_page(
  sections: readonly Section[],
  grid: Grid,
  u: number,
  width_of: WidthOf,
): PlacedSection[] {
  const size =
    SIZES.find((one) =>
      sections.every(({ cards }) => {
        const shown = shown_in(cards, grid, u, one, width_of).length;
        return shown >= Math.min(SHOWN_MIN, cards.length);
      }),
    ) ?? FAR;
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

/** From the newest on, those that stand whole in what is left; a long one makes way for the next. */
function shown_in(
  cards: readonly Card[],
  grid: Grid,
  u: number,
  size: number,
  width_of: WidthOf,
): Card[] {
  const font_px = size * u;
  const around = AROUND * u;
  const heights = cards.slice(0, LOOKED_AT_MAX).map(({ text }) => {
    const whole = words_whole(text, grid.width, font_px, width_of);
    return whole ? height_of(text, grid.width, font_px, width_of) + around : Infinity;
  });
  const take = (room: number): Card[] => {
    let left = room;
    return cards.filter((_, i) => {
      const height = heights[i] ?? Infinity;
      if (height > left) return false;
      left -= height;
      return true;
    });
  };
  const room = grid.height - HEAD * u;
  const all = take(room);
  return all.length === cards.length ? all : take(room - REST * u);
}
