// Computes what tokens.css promises: WCAG contrast of every pair of colours that meets on a page.
import { describe, expect, it } from 'vitest';
import css from './tokens.css?raw';

type Colours = ReadonlyMap<string, string>;

const boards = import.meta.glob<string>('../board/**/*.svelte', {
  eager: true,
  query: '?raw',
  import: 'default',
});

const light = colours_in(/:root,\s*\.paper \{([^}]*)\}/);
const dark = new Map([...light, ...colours_in(/:root:not\(\.paper\) \{([^}]*)\}/)]);
const slugs = [...new Set([...css.matchAll(/data-area='(\w+)'/g)].map(([, slug]) => slug ?? ''))];

// The colours that the first rule of this form names.
function colours_in(rule: RegExp, before: Colours = new Map()): Colours {
  const found = new Map(before);
  for (const [, name = '', colour = ''] of (rule.exec(css)?.[1] ?? '').matchAll(
    /--([\w-]+): (#[0-9a-f]{6});/g,
  )) {
    found.set(name, colour);
  }
  return found;
}

function area_of(slug: string, is_dark: boolean): Colours {
  const day = colours_in(new RegExp(`\\n\\[data-area='${slug}'\\] \\{([^}]*)\\}`));
  if (!is_dark) return day;
  const night = colours_in(/:root:not\(\.paper\) \[data-area\]:not\(\.paper \*\) \{([^}]*)\}/, day);
  return colours_in(
    new RegExp(`:root:not\\(\\.paper\\) \\[data-area='${slug}'\\][^{]*\\{([^}]*)\\}`),
    night,
  );
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(colours: Colours, one: string, other: string): number {
  const [low = 0, high = 0] = [one, other]
    .map((name) => {
      const colour = colours.get(name);
      if (colour === undefined) throw new Error(`no colour --${name}`);
      return luminance(colour);
    })
    .sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const themes = [
  ['light', light],
  ['dark', dark],
] as const;

const texts = [
  ...['ground', 'surface', 'sunken'].flatMap((under) =>
    ['ink', 'muted', 'accent'].map((over) => [over, under] as const),
  ),
  ...['ground', 'surface'].flatMap((under) =>
    ['danger', 'ok'].map((over) => [over, under] as const),
  ),
  ...['accent', 'now', 'danger', 'ok'].map((kind) => ['ink', `${kind}-tint`] as const),
  ...['accent', 'now', 'danger'].map((kind) => [`on-${kind}`, kind] as const),
  ['accent', 'accent-tint'],
  ['danger', 'danger-tint'],
] as const;

// What shows where a control is, or which one is meant.
const signs = ['edge', 'accent'].flatMap((over) =>
  ['ground', 'surface'].map((under) => [over, under] as const),
);

describe.each(themes)('colours of the %s theme', (_, colours) => {
  it.each(texts)('let --%s be read on --%s: 4.5', (over, under) => {
    expect(contrast(colours, over, under)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(signs)('show a control by --%s on --%s: 3', (over, under) => {
    expect(contrast(colours, over, under)).toBeGreaterThanOrEqual(3);
  });
});

describe('the board', () => {
  const used = new Set(
    Object.values(boards).flatMap((text) =>
      [...text.matchAll(/[^-]color: var\(--([\w-]+)\)/g)].map(([, name]) => name ?? ''),
    ),
  );
  const on_ground = [...used].filter((name) => !name.startsWith('on-') && name !== 'ground');

  it('was read: its words have colours', () => {
    expect(on_ground).toContain('muted-far');
  });

  it.each(themes)('has all its words at 7 on the %s ground', (_, colours) => {
    for (const name of on_ground) {
      expect(contrast(colours, name, 'ground'), name).toBeGreaterThanOrEqual(7);
    }
    expect(contrast(colours, 'on-now', 'now')).toBeGreaterThanOrEqual(7);
  });
});

describe('areas', () => {
  it('are twelve', () => {
    expect(slugs).toHaveLength(12);
  });

  it.each(slugs)('%s can be told from the ground, and read on its tint', (slug) => {
    for (const [theme, colours] of themes) {
      const all = new Map([...colours, ...area_of(slug, theme === 'dark')]);
      expect(contrast(all, 'on-area', 'area'), theme).toBeGreaterThanOrEqual(6.2);
      expect(contrast(all, 'area', 'ground'), theme).toBeGreaterThanOrEqual(4.5);
      expect(contrast(all, 'area', 'area-tint'), theme).toBeGreaterThanOrEqual(4.5);
      expect(contrast(all, 'ink', 'area-tint'), theme).toBeGreaterThanOrEqual(7);
    }
  });
});
