// The voting sheet as pages: which ideas stand on it, under which area, and how they are laid into
// columns when the height of each is known. Pure.
import type { Area } from '../../wire/ops.gen';
import { standing_of, type DeskIdea } from '../queue';

export interface AreaIdeas {
  area: Area;
  ideas: readonly DeskIdea[];
}

/** What can be voted for: each idea once, under its main area, by number. */
export function ideas_by_area(ideas: readonly DeskIdea[], areas: readonly Area[]): AreaIdeas[] {
  const published = ideas.filter((idea) => standing_of(idea) === 'published');
  return areas.flatMap((area) => {
    const own = published.filter((idea) => idea.areas[0] === area.slug);
    own.sort((a, b) => a.number - b.number);
    return own.length === 0 ? [] : [{ area, ideas: own }];
  });
}

/** Heights of an area's heading and of its ideas, in one unit with those of the pages. */
export interface AreaHeights {
  heading: number;
  ideas: readonly number[];
}

/** Ideas `from` to before `to` of the area at this index, under its heading. */
export interface ColumnPart {
  area: number;
  from: number;
  to: number;
}

export type Column = readonly ColumnPart[];

interface Place {
  area: number;
  idea: number;
}

const BALANCE_STEPS = 12;

/**
 * Pages of columns. A heading never stands without an idea and is repeated where its area goes on;
 * columns of the last page are of one length. `first` and `later` are the rooms of the pages.
 */
export function voting_pages(
  areas: readonly AreaHeights[],
  { first, later }: { first: number; later: number },
  columns: number,
): Column[][] {
  const pages: Column[][] = [];
  let at: Place = { area: 0, idea: 0 };
  while (at.area < areas.length) {
    const room = pages.length === 0 ? first : later;
    let page = page_from(areas, at, room, columns);
    if (page.at.area >= areas.length) page = shortest(areas, at, room, columns);
    pages.push(page.columns);
    at = page.at;
  }
  return pages;
}

interface Page {
  columns: Column[];
  at: Place;
}

function page_from(
  areas: readonly AreaHeights[],
  from: Place,
  room: number,
  columns: number,
): Page {
  const page: Page = { columns: [], at: from };
  while (page.columns.length < columns && page.at.area < areas.length) {
    const { column, at } = column_from(areas, page.at, room);
    page.columns.push(column);
    page.at = at;
  }
  return page;
}

// The last page with columns as short as still hold all of it.
function shortest(areas: readonly AreaHeights[], from: Place, room: number, columns: number): Page {
  let [short, enough] = [0, room];
  for (let step = 0; step < BALANCE_STEPS; step += 1) {
    const middle = (short + enough) / 2;
    if (page_from(areas, from, middle, columns).at.area >= areas.length) enough = middle;
    else short = middle;
  }
  return page_from(areas, from, enough, columns);
}

function column_from(
  areas: readonly AreaHeights[],
  from: Place,
  room: number,
): { column: Column; at: Place } {
  const column: ColumnPart[] = [];
  let left = room;
  let at = from;
  for (;;) {
    const area = areas[at.area];
    if (area === undefined) return { column, at };
    left -= area.heading;
    let to = at.idea;
    for (; to < area.ideas.length; to += 1) {
      const height = area.ideas[to] ?? 0;
      // What is taller than a whole column stands there alone, so that there is an end.
      const is_alone = column.length === 0 && to === at.idea;
      if (height > left && !is_alone) break;
      left -= height;
    }
    if (to > at.idea) column.push({ area: at.area, from: at.idea, to });
    if (to < area.ideas.length) return { column, at: { area: at.area, idea: to } };
    at = { area: at.area + 1, idea: 0 };
  }
}
