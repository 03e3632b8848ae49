import { describe, expect, it } from 'vitest';
import type { Area } from '../../wire/ops.gen';
import type { DeskIdea } from '../queue';
import { ideas_by_area, voting_pages, type AreaHeights, type Column } from './voting_pages';

const area = (slug: string): Area => ({ slug, name: slug, full_name: slug, english: slug });

const idea = (number: number, areas: string[], rest: Partial<DeskIdea> = {}): DeskIdea => ({
  id: number,
  number,
  text: `ідея ${number}`,
  areas,
  at: 0,
  channel: 'phone',
  merged: 0,
  supports: 0,
  support: 0,
  table: 0,
  settlement: '',
  hidden: null,
  withdrawn: false,
  redacted: false,
  moderated: false,
  pending: false,
  claimed: null,
  merged_into: 0,
  members: [],
  ...rest,
});

const equal = (...counts: number[]): AreaHeights[] =>
  counts.map((count) => ({ heading: 2, ideas: Array.from({ length: count }, () => 4) }));

const heights_of = (areas: readonly AreaHeights[], column: Column): number =>
  column.reduce((sum, part) => {
    const own = areas[part.area];
    return (
      sum +
      (own?.heading ?? 0) +
      (own?.ideas.slice(part.from, part.to) ?? []).reduce((all, one) => all + one, 0)
    );
  }, 0);

describe('the ideas of the voting sheet', () => {
  it('are those that can be voted for, each once, under its main area and by number', () => {
    const ideas = [
      idea(7, ['roads']),
      idea(6, ['school', 'roads']),
      idea(5, ['roads'], { hidden: 'test' }),
      idea(4, ['roads'], { withdrawn: true }),
      idea(3, ['roads'], { merged_into: 2 }),
      idea(2, ['roads'], { members: [3] }),
    ];
    const groups = ideas_by_area(ideas, [area('school'), area('roads'), area('water')]);
    expect(
      groups.map((group) => [group.area.slug, group.ideas.map(({ number }) => number)]),
    ).toEqual([
      ['school', [6]],
      ['roads', [2, 7]],
    ]);
  });
});

describe('the pages of the voting sheet', () => {
  it('are none without ideas', () => {
    expect(voting_pages([], { first: 10, later: 10 }, 2)).toEqual([]);
  });

  it('repeat the heading where an area goes on', () => {
    expect(voting_pages(equal(5), { first: 10, later: 14 }, 1)).toEqual([
      [[{ area: 0, from: 0, to: 2 }]],
      [[{ area: 0, from: 2, to: 5 }]],
    ]);
  });

  it('never leave a heading without an idea', () => {
    const pages = voting_pages(equal(1, 3), { first: 8, later: 100 }, 1);
    expect(pages[0]).toEqual([[{ area: 0, from: 0, to: 1 }]]);
  });

  it('end in columns of one length', () => {
    const areas = equal(4, 4);
    const [page] = voting_pages(areas, { first: 100, later: 100 }, 2);
    expect(page?.map((column) => heights_of(areas, column))).toEqual([18, 18]);
  });

  it('hold every idea once, in order, and nothing beyond their room', () => {
    const areas: AreaHeights[] = Array.from({ length: 24 }, (_, at) => ({
      heading: 9,
      ideas: Array.from({ length: (at * 7) % 31 }, (_one, of) => 5 + ((at + of * 13) % 60)),
    })).filter(({ ideas }) => ideas.length > 0);
    const pages = voting_pages(areas, { first: 180, later: 240 }, 2);
    const seen = pages
      .flat(2)
      .flatMap(({ area: at, from, to }) =>
        Array.from({ length: to - from }, (_, of) => `${at} ${from + of}`),
      );
    expect(seen).toEqual(areas.flatMap(({ ideas }, at) => ideas.map((_, of) => `${at} ${of}`)));
    for (const [at, page] of pages.entries()) {
      for (const column of page) {
        expect(heights_of(areas, column)).toBeLessThanOrEqual(at === 0 ? 180 : 240);
      }
    }
  });

  it('let an idea that is taller than a column stand alone', () => {
    const areas = [{ heading: 2, ideas: [3, 50, 3] }];
    expect(voting_pages(areas, { first: 10, later: 10 }, 1).length).toBe(3);
  });
});
