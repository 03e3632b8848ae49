// Where the words of a cloud stand: in lines from the left, the most frequent first, each as tall
// as its count says. Nothing is turned, nothing is left to chance. Pure.
import { FAR, type Box, type WidthOf } from './fit_text';
import type { CountedWord } from './words';

export interface PlacedWord extends CountedWord {
  x: number;
  /** Of its base line. */
  y: number;
  font_px: number;
  /** Of the number behind it. */
  count_px: number;
}

/** No cloud holds more: behind them all counts are alike. */
const WORDS_MAX = 44;
/** In units: sizes of the most frequent word that are tried, the largest first. */
const SIZE = { most: 9, many: 4.4, step: 0.25 };
const GAP = { across: 1.4, count: 0.25, down: 0.32 };
const COUNT_SHARE = 0.5;

/** As many words, from the most frequent, as stand in the box at sizes read from the last row. */
export function place_words(
  words: readonly CountedWord[],
  box: Box,
  u: number,
  width_of: WidthOf,
): PlacedWord[] {
  if (box.width <= 0 || box.height <= 0) return [];
  for (let shown = words.slice(0, WORDS_MAX); shown.length > 0; shown = shown.slice(0, -1)) {
    for (let size = SIZE.most; size >= FAR; size -= SIZE.step) {
      const placed = lines(shown, box, u, size, width_of);
      if (placed !== null) return placed;
      if (shown.length > 8 && size < SIZE.many) break; // rather fewer words than a cloud of equals
    }
  }
  return [];
}

function lines(
  words: readonly CountedWord[],
  box: Box,
  u: number,
  size: number,
  width_of: WidthOf,
): PlacedWord[] | null {
  const most = Math.max(...words.map(({ count }) => count));
  const placed: PlacedWord[] = [];
  let line: PlacedWord[] = [];
  let x = 0;
  let y = 0;
  const end_line = (): void => {
    const tallest = Math.max(0, ...line.map(({ font_px }) => font_px));
    y += tallest;
    placed.push(...line.map((word) => ({ ...word, y })));
    y += tallest * GAP.down;
    line = [];
    x = 0;
  };
  for (const { word, count } of words) {
    // The surface of a word follows its count, so its height follows the root.
    const font_px = u * Math.max(FAR, size * Math.sqrt(count / most));
    const count_px = Math.max(font_px * COUNT_SHARE, u);
    const width = width_of(word, font_px) + font_px * GAP.count + width_of(String(count), count_px);
    if (width > box.width) return null;
    if (line.length > 0 && x + width > box.width) end_line();
    line.push({ word, count, x, y: 0, font_px, count_px });
    x += width + u * GAP.across;
  }
  end_line();
  return y <= box.height ? placed : null;
}
