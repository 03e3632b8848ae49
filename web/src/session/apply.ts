// The copy a page holds of what the server showed it: puts and drops applied in the order of seq.
// Pure; every step returns a new copy, whole, so that nothing drawn ever changes underneath.
import type { Delta, Drop, MineAddendum, Put, Snapshot } from '../wire/messages';
import type {
  DeskIdeaRecord,
  DeskTotalsRecord,
  HelpRequest,
  IdeaRecord,
  LateIdeaRecord,
  MeRecord,
  OwnIdeaRecord,
  OwnLateRecord,
  PhaseRecord,
  SessionRecord,
  TotalsRecord,
  VotesRecord,
  WifiRecord,
} from '../wire/ops.gen';

export type AnyIdea = IdeaRecord | DeskIdeaRecord;
// Turnout comes by its own message and is held beside what else is counted.
export type Totals = (TotalsRecord | DeskTotalsRecord) & { readonly voted: number };

export type Records = {
  readonly session: SessionRecord | null;
  readonly phase: PhaseRecord | null;
  readonly spotlight: number; // id of an idea, 0: none
  readonly totals: Totals | null;
  readonly ideas: ReadonlyMap<number, AnyIdea>; // by id, which is the seq of their submit_idea
  readonly wifi: WifiRecord | null; // board and desk alone
  readonly help: readonly HelpRequest[]; // desk alone, as is
  readonly late_ideas: ReadonlyMap<number, LateIdeaRecord>; // by the seq of submit_late_idea
};

export type Mine = {
  readonly me: MeRecord | null;
  readonly ideas: ReadonlyMap<number, OwnIdeaRecord>;
  readonly supports: ReadonlySet<number>; // ideas on which this person's «+1» counts now
  readonly late: ReadonlyMap<number, OwnLateRecord>; // by the seq of submit_late_idea
  readonly votes: VotesRecord | null;
};

export type Held = {
  readonly epoch: string;
  readonly seq: number;
  readonly records: Records;
  readonly mine: Mine;
};

export const no_records: Records = {
  session: null,
  phase: null,
  spotlight: 0,
  totals: null,
  ideas: new Map(),
  wifi: null,
  help: [],
  late_ideas: new Map(),
};
export const no_mine: Mine = {
  me: null,
  ideas: new Map(),
  supports: new Set(),
  late: new Map(),
  votes: null,
};

// Replaces everything held. A snapshot is the same for everybody; what is this person's own comes
// right behind it, and a page shows neither before it has both.
export function apply_snapshot(snapshot: Snapshot, own: MineAddendum): Held {
  return {
    epoch: snapshot.epoch,
    seq: snapshot.seq,
    records: apply_records(no_records, snapshot.puts, []),
    mine: apply_mine(no_mine, own),
  };
}

// The copy after the delta, or null when something between is missing and the server must be asked
// again. `mine` counts even if the rest is old: it is about this person, whenever it comes.
export function apply_delta(held: Held, delta: Delta): Held | null {
  if (held.seq < delta.after) return null;
  const mine = delta.mine === undefined ? held.mine : apply_mine(held.mine, delta.mine);
  if (held.seq >= delta.seq) return { ...held, mine };
  return {
    epoch: held.epoch,
    seq: delta.seq,
    records: apply_records(held.records, delta.puts, delta.drops),
    mine,
  };
}

export function apply_mine(mine: Mine, addendum: MineAddendum): Mine {
  let { me, supports, votes } = addendum.whole ? no_mine : mine;
  const ideas = new Map(addendum.whole ? [] : mine.ideas);
  const late = new Map(addendum.whole ? [] : mine.late);
  for (const drop of addendum.drops) {
    if (drop.record === 'own_idea') ideas.delete(drop.id);
    else if (drop.record === 'own_late') late.delete(drop.id);
    else if (drop.record === 'votes') votes = null;
    else if (drop.record === 'supports') supports = new Set();
    else if (drop.record === 'me') me = null;
  }
  for (const put of addendum.puts) {
    if (put.record === 'own_idea') ideas.set(put.id, put.value);
    else if (put.record === 'own_late') late.set(put.id, put.value);
    else if (put.record === 'votes') votes = put.value;
    else if (put.record === 'supports') supports = new Set(put.value.standing);
    else me = put.value;
  }
  return { me, ideas, supports, late, votes };
}

export function apply_turnout(held: Held, voted: number): Held {
  const { totals } = held.records;
  if (totals === null) return held;
  return { ...held, records: { ...held.records, totals: { ...totals, voted } } };
}

function apply_records(records: Records, puts: readonly Put[], drops: readonly Drop[]): Records {
  let { session, phase, spotlight, totals, wifi, help } = records;
  const ideas = changed(records.ideas, 'idea', puts.filter(is_of_idea), drops);
  const late_ideas = changed(records.late_ideas, 'late_idea', puts.filter(is_of_late), drops);
  for (const put of puts) {
    if (put.record === 'session') session = put.value;
    else if (put.record === 'phase') phase = put.value;
    else if (put.record === 'spotlight') spotlight = put.value.idea;
    else if (put.record === 'totals') totals = { ...put.value, voted: totals?.voted ?? 0 };
    else if (put.record === 'wifi') wifi = put.value;
    else if (put.record === 'help') help = put.value.asked;
  }
  return { session, phase, spotlight, totals, ideas, wifi, help, late_ideas };
}

type PutOf<R extends Put['record']> = Extract<Put, { record: R }>;

function is_of_idea(put: Put): put is PutOf<'idea'> {
  return put.record === 'idea';
}

function is_of_late(put: Put): put is PutOf<'late_idea'> {
  return put.record === 'late_idea';
}

// The map itself when nothing of it changed, so that what is computed from it stays.
function changed<T>(
  held: ReadonlyMap<number, T>,
  record: Put['record'],
  puts: readonly { id: number; value: T }[],
  drops: readonly Drop[],
): ReadonlyMap<number, T> {
  const gone = drops.filter((drop) => drop.record === record);
  if (puts.length === 0 && gone.length === 0) return held;
  const next = new Map(held);
  for (const drop of gone) next.delete(drop.id);
  for (const put of puts) next.set(put.id, put.value);
  return next;
}
