import { expect, test } from 'vitest';
import { FAR } from './fit_text';
import { place_bars } from './place_bars';

const half = (text: string, px: number): number => [...text].length * px * 0.5;
const u = 16;
const small = { width: 59 * u, height: 33 * u };
const wide = { width: 80 * u, height: 33 * u };
const names = (count: number): string[] => Array.from({ length: count }, () => 'Криничне');

test.each([2, 12, 13, 24, 40, 300])(
  '%d names are all there and read from the last row',
  (count) => {
    for (const box of [small, wide]) {
      const plan = place_bars(names(count), box, u, half);
      expect(plan.columns * plan.rows * plan.pages).toBeGreaterThanOrEqual(count);
      expect(plan.font_px).toBeGreaterThanOrEqual(FAR * u - 0.01);
      expect(plan.rows * plan.row_px).toBeLessThanOrEqual(box.height + 0.01);
    }
  },
);

test('thirteen stand in one column, forty on one page', () => {
  expect(place_bars(names(13), small, u, half)).toMatchObject({ columns: 1, pages: 1 });
  expect(place_bars(names(40), small, u, half)).toMatchObject({ columns: 2, pages: 1 });
});

test('no name takes more than its share of the column', () => {
  const plan = place_bars(['Село із дуже довгою назвою над річкою Хорол'], small, u, half);
  expect(plan.name_px).toBeLessThan(plan.column_px / 2);
});
