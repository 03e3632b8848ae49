// The desk's queue of ideas: which stand in it, in
// which order, and what can be done with each. Pure.
import type { Records } from '../session/apply';
import type { DeskIdeaRecord } from '../wire/ops.gen';

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

export type Shelf = 'new' | 'all' | 'hidden' | 'merged';
export const SHELVES: readonly Shelf[] = ['new', 'all', 'hidden', 'merged'];

export interface Filter {
  shelf: Shelf;
  /** Slug, or empty for every area. */
  area: string;
  words: string;
}

/** New is what nobody of the desks worked on and this desk has not read. */
export function on_shelf(idea: DeskIdea, shelf: Shelf, read: ReadonlySet<number>): boolean {
  const standing = standing_of(idea);
  if (shelf === 'hidden') return standing === 'hidden';
  if (shelf === 'merged') return standing === 'merged' || idea.members.length > 0;
  if (shelf === 'new') return standing === 'published' && !idea.moderated && !read.has(idea.id);
  return true;
}

export function filtered(
  ideas: readonly DeskIdea[],
  filter: Filter,
  read: ReadonlySet<number>,
): DeskIdea[] {
  const words = plain(filter.words).split(' ').filter(Boolean);
  return ideas.filter(
    (idea) =>
      on_shelf(idea, filter.shelf, read) &&
      (filter.area === '' || idea.areas.includes(filter.area)) &&
      words.every((word) => is_number(idea, word) || plain(idea.text).includes(word)),
  );
}

/** Letters as they are searched: case and the three apostrophes people type make no difference. */
function plain(text: string): string {
  return text.toLowerCase().replace(/['’ʼ]/g, '').replace(/\s+/g, ' ').trim();
}

function is_number(idea: DeskIdea, word: string): boolean {
  return word.replace(/^[№#]/, '') === String(idea.number);
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

/** Where a key takes a cursor that stands at `at` of `count`; null for keys that do not move it. */
export function stepped(key: string, at: number, count: number): number | null {
  const steps = new Map([
    ['ArrowDown', at + 1],
    ['ArrowUp', at - 1],
    ['PageDown', at + PAGE],
    ['PageUp', at - PAGE],
    ['Home', 0],
    ['End', count - 1],
  ]);
  const to = steps.get(key);
  return to === undefined || count === 0 ? null : Math.min(Math.max(to, 0), count - 1);
}
