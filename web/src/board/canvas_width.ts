// How wide the browser sets a text: measured once per text on a canvas, then scaled to any size.
import type { WidthOf } from './fit_text';

const MEASURED_AT_PX = 100;
/** Words of a session repeat; past this many the memory is worth more than the measuring. */
const REMEMBERED_MAX = 20_000;

/** `font` without its size, e.g. `500` and the family. */
export function canvas_width(weight: number, family: string): WidthOf {
  const pen = document.createElement('canvas').getContext('2d');
  const known = new Map<string, number>();
  return (text, font_px) => {
    let width = known.get(text);
    if (width === undefined) {
      width = [...text].length * MEASURED_AT_PX;
      if (pen !== null) {
        pen.font = `${weight} ${MEASURED_AT_PX}px ${family}`;
        width = pen.measureText(text).width;
      }
      if (known.size >= REMEMBERED_MAX) known.clear();
      known.set(text, width);
    }
    return (width * font_px) / MEASURED_AT_PX;
  };
}
