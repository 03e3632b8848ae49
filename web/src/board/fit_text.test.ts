import { expect, test } from 'vitest';
import { fit_font, height_of, LEADING, lines_of, set_for_board } from './fit_text';

/** Every character half as wide as the font is high. */
const half = (text: string, px: number): number => [...text].length * px * 0.5;

test('a text breaks at spaces and at its own line ends', () => {
  expect(lines_of('лікар щодня', 200, 20, half)).toBe(1);
  expect(lines_of('лікар щодня', 100, 20, half)).toBe(2);
  expect(lines_of('один\nдва\n\nтри', 500, 20, half)).toBe(4);
});

test('a word wider than the box is counted with the lines it breaks into', () => {
  expect(lines_of('х'.repeat(45), 100, 20, half)).toBe(5);
});

test('the chosen size is the largest at which the whole text stands in the box', () => {
  const box = { width: 300, height: 200 };
  const text = 'Освітлення на вулиці Садовій';
  const px = fit_font(text, box, 100, 20, half);
  expect(height_of(text, box.width, px, half)).toBeLessThanOrEqual(box.height);
  expect(px).toBeGreaterThan(30);
  expect(fit_font('так', box, 100, 20, half)).toBe(100);
});

test('600 graphemes are never cut, they only get smaller', () => {
  const text = 'слово '.repeat(100).trim();
  const box = { width: 400, height: 120 };
  const px = fit_font(text, box, 80, 20, half);
  expect(lines_of(text, box.width, px, half) * px * LEADING).toBeLessThanOrEqual(box.height);
  const list = set_for_board('так\n'.repeat(150));
  expect(height_of(list, 400, fit_font(list, box, 80, 20, half), half)).toBeLessThanOrEqual(120);
});

test('a few line ends are kept, a long list is set in one run', () => {
  expect(set_for_board('Для школи:\n\n1) теплиця\n2) туалети')).toBe(
    'Для школи:\n1) теплиця\n2) туалети',
  );
  expect(set_for_board('а\nб\nв\nг\nґ\nд\nе')).toBe('а / б / в / г / ґ / д / е');
});

test('words stay whole as long as the size is above the floor', () => {
  const px = fit_font('водопостачання', { width: 100, height: 500 }, 60, 10, half);
  expect(half('водопостачання', px)).toBeLessThanOrEqual(100);
});
