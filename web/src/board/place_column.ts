// The newest few in one column: the largest size at which the first three stand whole, then those
// behind them that still find a place. A very long one may have the column for itself. Pure.
import { AROUND, GAP, type Card, type Place } from './place_cards';
import { FAR, fit_font, height_of, words_whole, type Box, type WidthOf } from './fit_text';

/** In units. */
const SIZES = [3.6, 3.4, 3.2, 3, 2.8, 2.6, 2.45, 2.3, 2.15, 2, 1.85, 1.7, 1.55, FAR];
const TOGETHER = 3;

export function place_column(
  cards: readonly Card[],
  box: Box,
  u: number,
  width_of: WidthOf,
): Place[] {
  if (cards.length === 0 || box.width <= 0 || box.height <= 0) return [];
  for (let wanted = Math.min(TOGETHER, cards.length); wanted > 0; wanted -= 1) {
    for (const size of SIZES) {
      const placed = stack(cards, box, u, size * u, width_of);
      if (placed.length >= wanted) return placed;
    }
  }
  const { id, text } = cards[0] ?? { id: 0, text: '' };
  const room = { width: box.width, height: box.height - AROUND * u };
  const font_px = fit_font(text, room, FAR * u, FAR * u, width_of);
  const height = height_of(text, box.width, font_px, width_of) + AROUND * u;
  return [{ id, x: 0, y: 0, width: box.width, height, font_px }];
}

/** As many as stand whole, in their order. */
function stack(
  cards: readonly Card[],
  box: Box,
  u: number,
  font_px: number,
  width_of: WidthOf,
): Place[] {
  const placed: Place[] = [];
  let y = 0;
  for (const { id, text } of cards) {
    const height = height_of(text, box.width, font_px, width_of) + AROUND * u;
    if (y + height > box.height || !words_whole(text, box.width, font_px, width_of)) break;
    placed.push({ id, x: 0, y, width: box.width, height, font_px });
    y += height + GAP.down * u;
  }
  return placed;
}
