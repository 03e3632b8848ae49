// The desk's queue of ideas: which stand in it, in
// which order, and what can be done with each. Pure.
import type { Records } from '../session/apply';
import { CHANNELS, type Channel, type DeskIdeaRecord } from '../wire/ops.gen';
import { is_others, type Crew } from './crew';
import type { Match } from './search';

export interface DeskIdea extends DeskIdeaRecord {
  id: number;
}

/** Newest first. */
export function desk_ideas(records: Records): DeskIdea[] {
  const ideas: DeskIdea[] = [];
  for (const [id, idea] of records.ideas) if ('merged_into' in idea) ideas.push({ ...idea, id });
  return ideas.sort((a, b) => b.id - a.id);
}

export type Standing = 'published' | 'pending' | 'hidden' | 'merged' | 'withdrawn';

export function standing_of(idea: DeskIdeaRecord): Standing {
  if (idea.withdrawn) return 'withdrawn';
  if (idea.merged_into !== 0) return 'merged';
  if (idea.hidden !== null) return 'hidden';
  return idea.pending ? 'pending' : 'published';
}

export type Shelf = 'pending' | 'new' | 'all' | 'hidden' | 'merged';
export const SHELVES: readonly Shelf[] = ['pending', 'new', 'all', 'hidden', 'merged'];

export interface Filter {
  shelf: Shelf;
  words: string;
  /** Slug, or empty for every area. */
  area: string;
  /** 0: at no table; null: wherever. */
  table: number | null;
  /** Empty for every one. */
  settlement: string;
  channel: Channel | null;
  /** Only of tables that have fallen silent. */
  silent: boolean;
  /** None that somebody else works on. */
  free: boolean;
}

/** What narrows a shelf, beside the words searched for. */
export const NARROWINGS = ['area', 'table', 'settlement', 'channel', 'silent', 'free'] as const;
export type Narrowing = (typeof NARROWINGS)[number];

const WIDE: Pick<Filter, Narrowing> = {
  area: '',
  table: null,
  settlement: '',
  channel: null,
  silent: false,
  free: false,
};

export const FIRST_FILTER: Filter = { ...WIDE, shelf: 'new', words: '' };

/** What the filter is narrowed by now. */
export function narrowed(filter: Filter): Narrowing[] {
  return NARROWINGS.filter((one) => filter[one] !== WIDE[one]);
}

/** The filter without some of its narrowings. */
export function widened(filter: Filter, by: readonly Narrowing[]): Filter {
  const kept = NARROWINGS.filter((one) => !by.includes(one));
  return kept.reduce<Filter>((wide, one) => ({ ...wide, [one]: filter[one] }), {
    ...filter,
    ...WIDE,
  });
}

/** Values that occur, each in the order of its list: nothing else is worth filtering by. */
export interface Offer {
  areas: readonly string[];
  tables: readonly number[];
  settlements: readonly string[];
  channels: readonly Channel[];
}

export function offer_of(ideas: readonly DeskIdea[]): Offer {
  const channels = new Set(ideas.map(({ channel }) => channel));
  const settlements = new Set(ideas.map(({ settlement }) => settlement));
  return {
    areas: [...new Set(ideas.flatMap(({ areas }) => areas))],
    tables: [...new Set(ideas.map(({ table }) => table))].sort((a, b) => a - b),
    settlements: [...settlements].filter((one) => one !== ''),
    channels: CHANNELS.filter((one) => channels.has(one)),
  };
}

/** New is what nobody of the desks worked on and this desk has not read. */
export function on_shelf(idea: DeskIdea, shelf: Shelf, read: ReadonlySet<number>): boolean {
  const standing = standing_of(idea);
  if (shelf === 'pending') return standing === 'pending';
  if (shelf === 'hidden') return standing === 'hidden';
  if (shelf === 'merged') return standing === 'merged' || idea.members.length > 0;
  if (shelf === 'new') return standing === 'published' && !idea.moderated && !read.has(idea.id);
  return true;
}

/** What the desk knows beside the ideas themselves. */
export interface Known {
  read: ReadonlySet<number>;
  /** Where the words were found; null: none are asked for. */
  found: ReadonlyMap<number, Match> | null;
  /** Tables that have fallen silent. */
  silent: readonly number[];
  crew: Crew;
}

/**
 * Ideas in the queue's order; those where a word is only alike come after the others: who searches
 * has one idea in mind, and it is more likely where the word really stands.
 */
export function filtered(ideas: readonly DeskIdea[], filter: Filter, known: Known): DeskIdea[] {
  const { read, found } = known;
  const shown = ideas.filter(
    (idea) =>
      on_shelf(idea, filter.shelf, read) &&
      (found === null || found.has(idea.id)) &&
      is_within(idea, filter, known),
  );
  if (found === null) return shown;
  const of = (match: Match): DeskIdea[] => shown.filter(({ id }) => found.get(id) === match);
  return [...of('sure'), ...of('near')];
}

function is_within(idea: DeskIdea, filter: Filter, { silent, crew }: Known): boolean {
  return (
    (filter.area === '' || idea.areas.includes(filter.area)) &&
    (filter.table === null || idea.table === filter.table) &&
    (filter.settlement === '' || idea.settlement === filter.settlement) &&
    (filter.channel === null || idea.channel === filter.channel) &&
    (!filter.silent || silent.includes(idea.table)) &&
    (!filter.free || !is_others(idea, crew))
  );
}

/** Where the cursor stands after the list changed: on its idea, else where that idea was. */
export function cursor_after(
  before: readonly number[],
  after: readonly number[],
  cursor: number,
): number {
  if (after.includes(cursor)) return cursor;
  const at = before.indexOf(cursor);
  return after[Math.min(Math.max(at, 0), after.length - 1)] ?? 0;
}

const PAGE = 8;

/** Where a command takes a cursor that stands at `at` of `count`; null for those that do not. */
export function stepped(command: string, at: number, count: number): number | null {
  const steps = new Map([
    ['down', at + 1],
    ['up', at - 1],
    ['page_down', at + PAGE],
    ['page_up', at - PAGE],
    ['first', 0],
    ['last', count - 1],
  ]);
  const to = steps.get(command);
  return to === undefined || count === 0 ? null : Math.min(Math.max(to, 0), count - 1);
}
