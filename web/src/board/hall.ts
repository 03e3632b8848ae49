// What the hall may see: the records as every board draws them, also the desk's miniature. Pure.
import type { AnyIdea, Records, Totals } from '../session/apply';
import { many, one } from '../session/others';
import { wifi_of } from '../ui/wifi';
import {
  is_board,
  is_branding,
  is_hall,
  is_publication,
  is_sentence,
  is_warmup,
  is_wifi,
} from '../wire/other_records';
import type {
  BoardRecord,
  BrandingRecord,
  HallRecord,
  IdeaRecord,
  PhaseRecord,
  SentenceRecord,
  SessionRecord,
  WarmupRecord,
  WifiRecord,
} from '../wire/ops.gen';

export interface HallIdea extends IdeaRecord {
  id: number;
}

/** One sentence of a table, of the talk there. */
export interface Said extends SentenceRecord {
  table: number;
}

export interface Hall {
  session: SessionRecord;
  phase: PhaseRecord;
  totals: Totals;
  /** Published ideas only, newest first. */
  ideas: readonly HallIdea[];
  /** The idea shown to everybody, if it is one the hall may see. */
  spotlight: HallIdea | null;
  /** The network phones are asked to join first. */
  wifi: WifiRecord | null;
  /** What the desk chose for the board. */
  board: BoardRecord;
  warmup: WarmupRecord;
  /** What the tables said, the newest first. */
  said: readonly Said[];
  /** Who sits where, and what has come from there. */
  seats: HallRecord;
  branding: BrandingRecord;
  /** Everybody may read the results page. */
  is_published: boolean;
}

const NO_TOTALS: Totals = { ideas: 0, people: 0, tables: 0, voted: 0 };
const FOLLOW: BoardRecord = { mode: 'follow', area: '' };
const NO_WARMUP: WarmupRecord = { question: '', options: [], people: [] };
const NO_BRANDING: BrandingRecord = { partners: '', logo: '' };

/**
 * Null until session and phase have arrived. A desk's
 * copy holds more than the hall may see; it goes here.
 */
export function hall_of(records: Records): Hall | null {
  const { session, phase } = records;
  if (session === null || phase === null) return null;
  const ideas: HallIdea[] = [];
  for (const [id, idea] of records.ideas) {
    if (is_published(idea)) ideas.push(as_board_sees(id, idea));
  }
  ideas.sort((a, b) => b.id - a.id);
  const spotlight = ideas.find((idea) => idea.id === records.spotlight) ?? null;
  const { others } = records;
  return {
    session,
    phase,
    totals: records.totals ?? NO_TOTALS,
    ideas,
    spotlight,
    wifi: wifi_of(one(others, 'wifi', is_wifi)),
    board: one(others, 'board', is_board) ?? FOLLOW,
    warmup: one(others, 'warmup', is_warmup) ?? NO_WARMUP,
    said: newest_first(many(others, 'sentence', is_sentence)),
    seats: one(others, 'hall', is_hall) ?? nobody_seated(session),
    branding: one(others, 'branding', is_branding) ?? NO_BRANDING,
    is_published: one(others, 'publication', is_publication)?.published === true,
  };
}

function nobody_seated({ tables, settlements }: SessionRecord): HallRecord {
  const empty = { people: 0, ideas: 0 };
  return {
    tables: Array.from({ length: tables }, (_, i) => ({ table: i + 1, ...empty, last_at: 0 })),
    settlements: settlements.map((name) => ({ name, ...empty })),
  };
}

function newest_first(sentences: ReadonlyMap<number, SentenceRecord>): Said[] {
  const said = [...sentences].map(([table, sentence]) => ({ ...sentence, table }));
  return said.sort((a, b) => b.at - a.at || a.table - b.table);
}

function is_published(idea: AnyIdea): boolean {
  if (!('merged_into' in idea)) return true;
  return !idea.pending && idea.hidden === null && !idea.withdrawn && idea.merged_into === 0;
}

/**
 * The fields of the board's record and no others;
 * support only beside a place, that is once revealed.
 */
function as_board_sees(id: number, idea: AnyIdea): HallIdea {
  const { number, text, original, areas, at, channel, merged, supports } = idea;
  const wording = original === undefined ? {} : { original };
  const seen = { id, number, text, ...wording, areas, at, channel, merged, supports };
  const { place, support, paper, hands } = idea;
  if (place === undefined || place < 1 || support === undefined) return seen;
  const on_paper = paper === undefined ? {} : { paper };
  return { ...seen, place, support, ...on_paper, ...(hands === undefined ? {} : { hands }) };
}

/** The ideas of one area, or all of them. */
export function of_area(ideas: readonly HallIdea[], area: string | null): readonly HallIdea[] {
  return area === null ? ideas : ideas.filter((idea) => idea.areas.includes(area));
}

export interface AreaCount {
  slug: string;
  count: number;
}

/**
 * Ideas by area, most first; an idea of two areas counts in both. Areas without ideas stand last.
 */
export function count_areas(ideas: readonly HallIdea[], slugs: readonly string[]): AreaCount[] {
  const counts = new Map(slugs.map((slug) => [slug, 0]));
  for (const idea of ideas) {
    for (const slug of idea.areas) counts.set(slug, (counts.get(slug) ?? 0) + 1);
  }
  return [...counts].map(([slug, count]) => ({ slug, count })).sort((a, b) => b.count - a.count);
}
