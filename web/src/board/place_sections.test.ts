import { expect, test } from 'vitest';
import { FAR, height_of } from './fit_text';
import { AROUND, HEAD, place_sections, type PlacedSection, type Section } from './place_sections';

const half = (text: string, px: number): number => [...text].length * px * 0.5;
const u = 16;
const box = { width: 59 * u, height: 33 * u };
const short = 'Освітлення на вулиці Садовій';
const long = 'слово '.repeat(100).trim();

function sections(areas: number, ideas: number, text: string): Section[] {
  return Array.from({ length: areas }, (_, a) => ({
    slug: `area-${a}`,
    cards: Array.from({ length: ideas }, (_, i) => ({ id: a * 100 + i, text })),
  }));
}

function height_within({ width, font_px, shown }: PlacedSection): number {
  const texts = shown.map(({ text }) => height_of(text, width, font_px, half) + AROUND * u);
  return HEAD * u + texts.reduce((sum, height) => sum + height, 0);
}

test('no ideas have no sections', () => {
  expect(place_sections([], box, u, half)).toEqual([]);
});

test('two areas with an idea each share the board and are set large', () => {
  const [page, ...others] = place_sections(sections(2, 1, short), box, u, half);
  expect(others).toEqual([]);
  expect(page?.map(({ shown, left_out }) => [shown.length, left_out])).toEqual([
    [1, 0],
    [1, 0],
  ]);
  expect(page?.[0]?.font_px).toBeGreaterThan(2 * u);
});

test.each([
  [12, 9, short],
  [24, 21, short],
  [24, 21, long],
])('%d areas of %d ideas: each shows some whole and says how many are left', (areas, n, text) => {
  const pages = place_sections(sections(areas, n, text), box, u, half);
  const all = pages.flat();
  expect(all.map(({ slug }) => slug)).toEqual(sections(areas, n, text).map(({ slug }) => slug));
  for (const section of all) {
    expect(section.shown.length).toBeGreaterThan(0);
    expect(section.shown.length + section.left_out).toBe(n);
    expect(section.font_px).toBeGreaterThanOrEqual(FAR * u);
    expect(height_within(section)).toBeLessThanOrEqual(section.height);
    expect(section.y + section.height).toBeLessThanOrEqual(box.height + 0.01);
    expect(section.x + section.width).toBeLessThanOrEqual(box.width + 0.01);
  }
});

test('an idea too long for what is left makes way for the next', () => {
  const mixed = [
    {
      slug: 'a',
      cards: [
        { id: 1, text: long.repeat(4) },
        { id: 2, text: short },
      ],
    },
  ];
  const [page] = place_sections(mixed, { width: 30 * u, height: 20 * u }, u, half);
  expect(page?.[0]?.shown.map(({ id }) => id)).toEqual([2]);
  expect(page?.[0]?.left_out).toBe(1);
});
