// The copy a page holds of what the server showed it: puts and drops applied in the order of seq.
// Pure; every step returns a new copy, whole, so that nothing drawn ever changes underneath.
import type { Delta, Drop, MineAddendum, Put, Snapshot } from '../wire/messages';
import type {
  DeskIdeaRecord,
  DeskTotalsRecord,
  IdeaRecord,
  MeRecord,
  OwnIdeaRecord,
  PhaseRecord,
  SessionRecord,
  TotalsRecord,
  VotesRecord,
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
};

export type Mine = {
  readonly me: MeRecord | null;
  readonly ideas: ReadonlyMap<number, OwnIdeaRecord>;
  readonly supports: ReadonlySet<number>; // ideas on which this person's «+1» counts now
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
};
export const no_mine: Mine = { me: null, ideas: new Map(), supports: new Set(), votes: null };

// Replaces everything held.
export function apply_snapshot(snapshot: Snapshot): Held {
  return {
    epoch: snapshot.epoch,
    seq: snapshot.seq,
    records: apply_records(no_records, snapshot.puts, []),
    mine: snapshot.mine === undefined ? no_mine : apply_mine(no_mine, snapshot.mine),
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
  for (const drop of addendum.drops) {
    if (drop.record === 'own_idea') ideas.delete(drop.id);
    else if (drop.record === 'votes') votes = null;
    else if (drop.record === 'supports') supports = new Set();
    else if (drop.record === 'me') me = null;
  }
  for (const put of addendum.puts) {
    if (put.record === 'own_idea') ideas.set(put.id, put.value);
    else if (put.record === 'votes') votes = put.value;
    else if (put.record === 'supports') supports = new Set(put.value.standing);
    else me = put.value;
  }
  return { me, ideas, supports, votes };
}

export function apply_turnout(held: Held, voted: number): Held {
  const { totals } = held.records;
  if (totals === null) return held;
  return { ...held, records: { ...held.records, totals: { ...totals, voted } } };
}

function apply_records(records: Records, puts: readonly Put[], drops: readonly Drop[]): Records {
  let { session, phase, spotlight, totals } = records;
  let { ideas } = records;
  if (puts.some(of_ideas) || drops.some(of_ideas)) {
    const next = new Map(ideas);
    for (const drop of drops) if (of_ideas(drop)) next.delete(drop.id);
    for (const put of puts) if (put.record === 'idea') next.set(put.id, put.value);
    ideas = next;
  }
  for (const put of puts) {
    if (put.record === 'session') session = put.value;
    else if (put.record === 'phase') phase = put.value;
    else if (put.record === 'spotlight') spotlight = put.value.idea;
    else if (put.record === 'totals') totals = { ...put.value, voted: totals?.voted ?? 0 };
  }
  return { session, phase, spotlight, totals, ideas };
}

function of_ideas(change: { record: string }): boolean {
  return change.record === 'idea';
}
