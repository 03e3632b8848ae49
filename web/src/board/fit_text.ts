// How large a text can be set in a box without being
// cut. Pure: the width of a word is asked of the caller.

/** Width in px of `text` set on one line at `font_px`. */
export type WidthOf = (text: string, font_px: number) => number;

export interface Box {
  width: number;
  height: number;
}

/** Line height as a multiple of the font size, for everything this room sets. */
export const LEADING = 1.25;

/** In units of the board: smaller than this (32 px of 1080) nobody reads from the last row. */
export const FAR = 1.42;

/** What canvas and layout may disagree by. */
const SLACK = 0.985;
const STEP = 0.94;

/** Lines the text takes in `width`. Breaks at spaces and line ends only, so never too few. */
export function lines_of(text: string, width: number, font_px: number, width_of: WidthOf): number {
  const room = width * SLACK;
  const space = width_of(' ', font_px);
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let used = 0;
    lines += 1;
    for (const word of paragraph.split(/\s+/u)) {
      const wide = width_of(word, font_px);
      if (used > 0 && used + space + wide <= room) {
        used += space + wide;
        continue;
      }
      if (used > 0) lines += 1;
      lines += Math.max(0, Math.ceil(wide / room) - 1);
      used = wide > room ? wide % room : wide;
    }
  }
  return lines;
}

/**
 * More line ends than this and a text is a list that
 * would eat the wall; it is then set in one run.
 */
const LINE_ENDS_MAX = 6;

/** The text as the board sets it: its own few line ends are kept, many become strokes. */
export function set_for_board(text: string): string {
  const paragraphs = text.split('\n').filter((line) => line.trim() !== '');
  return paragraphs.join(paragraphs.length > LINE_ENDS_MAX ? ' / ' : '\n');
}

export function height_of(text: string, width: number, font_px: number, width_of: WidthOf): number {
  return Math.ceil(lines_of(text, width, font_px, width_of) * font_px * LEADING);
}

/** True if the longest word stands on one line: a large size that breaks words is no gain. */
export function words_whole(
  text: string,
  width: number,
  font_px: number,
  width_of: WidthOf,
): boolean {
  return text.split(/\s+/u).every((word) => width_of(word, font_px) <= width * SLACK);
}

/**
 * The largest size from `max_px` downwards at which the whole text stands in the box. Words are
 * kept whole down to `floor_px`; below it they may break, and the size goes as low as it must.
 */
export function fit_font(
  text: string,
  box: Box,
  max_px: number,
  floor_px: number,
  width_of: WidthOf,
): number {
  let font_px = max_px;
  while (font_px > 1) {
    const whole = font_px <= floor_px || words_whole(text, box.width, font_px, width_of);
    if (whole && height_of(text, box.width, font_px, width_of) <= box.height) return font_px;
    font_px *= STEP;
  }
  return 1;
}
