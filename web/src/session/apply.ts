// The copy a page holds of what the server showed it: puts and drops applied in the order of seq.
// Pure; every step returns a new copy, whole, so that nothing drawn ever changes underneath.
import type { Delta, Drop, MineAddendum, MinePut, Put, Snapshot } from '../wire/messages';
import type {
  DeskIdeaRecord,
  DeskTotalsRecord,
  IdeaRecord,
  MeRecord,
  OwnIdeaRecord,
  OwnLateRecord,
  PhaseRecord,
  SessionRecord,
  TotalsRecord,
  VotesRecord,
} from '../wire/ops.gen';

export type AnyIdea = IdeaRecord | DeskIdeaRecord;
// Turnout comes by its own message and is held beside what else is counted.
export type Totals = (TotalsRecord | DeskTotalsRecord) & { readonly voted: number };

// As they came, by record and id; whoever reads one guards it.
export type Others = ReadonlyMap<string, unknown>;

export type Records = {
  readonly session: SessionRecord | null;
  readonly phase: PhaseRecord | null;
  readonly spotlight: number; // id of an idea, 0: none
  readonly totals: Totals | null;
  readonly ideas: ReadonlyMap<number, AnyIdea>; // by id, which is the seq of their submit_idea
  readonly others: Others; // read by some pages alone, with others.ts
};

export type Mine = {
  readonly me: MeRecord | null;
  readonly ideas: ReadonlyMap<number, OwnIdeaRecord>;
  readonly supports: ReadonlySet<number>; // ideas on which this person's «+1» counts now
  readonly late: ReadonlyMap<number, OwnLateRecord>; // by the seq of submit_late_idea
  readonly votes: VotesRecord | null;
  readonly others: Others;
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
  others: new Map(),
};
export const no_mine: Mine = {
  me: null,
  ideas: new Map(),
  supports: new Set(),
  late: new Map(),
  votes: null,
  others: new Map(),
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
    else if (put.record === 'me') me = put.value;
  }
  const kept = addendum.whole ? no_mine.others : mine.others;
  const others = changed_others(kept, addendum.puts, addendum.drops, own);
  return { me, ideas, supports, late, votes, others };
}

export function apply_turnout(held: Held, voted: number): Held {
  const { totals } = held.records;
  if (totals === null) return held;
  return { ...held, records: { ...held.records, totals: { ...totals, voted } } };
}

function apply_records(records: Records, puts: readonly Put[], drops: readonly Drop[]): Records {
  let { session, phase, spotlight, totals } = records;
  const ideas = changed(records.ideas, puts.filter(is_of_idea), drops.filter(is_of_idea));
  for (const put of puts) {
    if (put.record === 'session') session = put.value;
    else if (put.record === 'phase') phase = put.value;
    else if (put.record === 'spotlight') spotlight = put.value.idea;
    else if (put.record === 'totals') totals = { ...put.value, voted: totals?.voted ?? 0 };
  }
  const others = changed_others(records.others, puts, drops, core);
  return { session, phase, spotlight, totals, ideas, others };
}

const core = ['session', 'phase', 'idea', 'spotlight', 'totals'];
const own = ['me', 'own_idea', 'supports', 'own_late', 'votes'];

type OfIdea = { record: 'idea' };

function is_of_idea<P extends Put | Drop>(put: P): put is P & OfIdea {
  return put.record === 'idea';
}

// The map itself when nothing of it changed, so that what is computed from it stays.
function changed<K, T>(
  held: ReadonlyMap<K, T>,
  puts: readonly { id: K; value: T }[],
  drops: readonly { id: K }[],
): ReadonlyMap<K, T> {
  if (puts.length === 0 && drops.length === 0) return held;
  const next = new Map(held);
  for (const drop of drops) next.delete(drop.id);
  for (const put of puts) next.set(put.id, put.value);
  return next;
}

function changed_others(
  held: Others,
  puts: readonly (Put | MinePut)[],
  drops: readonly Drop[],
  not_these: readonly string[],
): Others {
  const is_other = ({ record }: Drop): boolean => !not_these.includes(record);
  return changed(
    held,
    puts.filter(is_other).map((put) => ({ id: key_of(put), value: put.value })),
    drops.filter(is_other).map((drop) => ({ id: key_of(drop) })),
  );
}

function key_of({ record, id }: Drop): string {
  return `${record}/${id}`;
}
