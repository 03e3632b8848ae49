// How a picture is made small enough for the server: tries from the best on. Pure.
import { SETUP_LIMITS } from '../../wire/ops.gen';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A drawing of the picture: its size, and to how many shades of each colour it is brought. */
export interface Attempt extends Size {
  readonly shades: number;
}

const AREA_MAX = 256 * 256;
const WIDTH_MAX = 640;
const SMALLER = 0.8;
const SMALLEST_PX = 48;
const ALL_SHADES = 256;
// A PNG of fewer shades is smaller. A flat sign shows no difference, a photo some.
const SHADES = [ALL_SHADES, 32, 16];

/** As large as a logo may be drawn; a strip of several signs gets its width. Never larger than it
 *  is, but for drawings that have no size of their own. */
export function first_size({ width, height }: Size, has_no_pixels: boolean): Size {
  const by_area = Math.sqrt(AREA_MAX / (width * height));
  const scale = Math.min(by_area, WIDTH_MAX / width, has_no_pixels ? by_area : 1);
  return scaled({ width, height }, scale);
}

/** The tries, from the best on; none for a picture without a size. */
export function attempts(of: Size, has_no_pixels: boolean): readonly Attempt[] {
  const found: Attempt[] = [];
  if (!(of.width > 0 && of.height > 0)) return found;
  const first = first_size(of, has_no_pixels);
  for (let size = first; ; size = scaled(size, SMALLER)) {
    found.push(...SHADES.map((shades) => ({ ...size, shades })));
    if (Math.max(size.width, size.height) <= SMALLEST_PX) return found;
  }
}

function scaled({ width, height }: Size, scale: number): Size {
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}

export function is_small_enough(base64: string): boolean {
  return base64.length <= SETUP_LIMITS.picture_bytes_max;
}

/** The picture as the server takes it, or null where no try was small enough. */
export function first_that_fits(
  tries: readonly Attempt[],
  draw: (attempt: Attempt) => string,
): string | null {
  for (const attempt of tries) {
    const base64 = draw(attempt);
    if (is_small_enough(base64)) return base64;
  }
  return null;
}

/** Each colour to its nearest shade; opaque and clear places stay so. */
export function reduce_shades(pixels: Uint8ClampedArray, shades: number): void {
  if (shades >= ALL_SHADES) return;
  const step = 255 / (shades - 1);
  for (let at = 0; at < pixels.length; at++) {
    pixels[at] = Math.round(Math.round((pixels[at] ?? 0) / step) * step);
  }
}
