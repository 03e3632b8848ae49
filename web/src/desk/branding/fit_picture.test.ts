import { expect, test } from 'vitest';
import { SETUP_LIMITS } from '../../wire/ops.gen';
import { attempts, first_size, first_that_fits, reduce_shades } from './fit_picture';

const bound = SETUP_LIMITS.picture_bytes_max;

test('a large picture is drawn small, a strip of signs keeps its width', () => {
  expect(first_size({ width: 4000, height: 4000 }, false)).toEqual({ width: 256, height: 256 });
  expect(first_size({ width: 1200, height: 150 }, false)).toEqual({ width: 640, height: 80 });
});

test('a small picture is not blown up, a drawing without pixels is', () => {
  expect(first_size({ width: 64, height: 32 }, false)).toEqual({ width: 64, height: 32 });
  expect(first_size({ width: 64, height: 64 }, true)).toEqual({ width: 256, height: 256 });
});

test('tries get smaller, with fewer shades first', () => {
  const tries = attempts({ width: 500, height: 500 }, false);
  expect(tries.slice(0, 4)).toEqual([
    { width: 256, height: 256, shades: 256 },
    { width: 256, height: 256, shades: 32 },
    { width: 256, height: 256, shades: 16 },
    { width: 205, height: 205, shades: 256 },
  ]);
  expect(tries[tries.length - 1]?.width).toBeLessThanOrEqual(48);
  expect(attempts({ width: 0, height: 0 }, false)).toEqual([]);
});

test('the first drawing within the bound is taken, to the byte', () => {
  const tries = attempts({ width: 256, height: 256 }, false);
  const drawn = first_that_fits(tries, ({ width, shades }) =>
    'A'.repeat(width === 205 && shades === 32 ? bound : bound + 1),
  );
  expect(drawn?.length).toBe(bound);
  expect(first_that_fits(tries, () => 'A'.repeat(bound + 1))).toBeNull();
});

test('colours go to their nearest shade, black, white and clear stay', () => {
  const pixels = new Uint8ClampedArray([0, 255, 130, 255]);
  reduce_shades(pixels, 16);
  expect([...pixels]).toEqual([0, 255, 136, 255]);
});
