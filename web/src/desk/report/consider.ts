// The consideration table: which proposals stand in it, in which order, and how far it has come.
// Pure.
import { ranking } from '../../board/ranking';
import { OUTCOMES, type Decision, type DecisionRecord, type Outcome } from '../../wire/ops.gen';
import { is_text, one_of, shape } from '../../wire/shape';
import type { Match } from '../search';
import { standing_of, type DeskIdea } from '../queue';

export const NOT_DECIDED: Decision = {
  outcome: 'open',
  reason: '',
  goal: '',
  responsible: '',
  deadline: '',
};

export interface Proposal {
  id: number;
  number: number;
  text: string;
  areas: readonly string[];
  /** Null: the hall has not seen the first place, or nobody voted for it. */
  place: number | null;
  support: number;
}

export type Order = 'place' | 'number';

/** `is_revealed`: places are said here only after the hall has seen the first. */
export function proposals_of(
  ideas: readonly DeskIdea[],
  is_revealed: boolean,
  order: Order,
): Proposal[] {
  const published = ideas.filter((idea) => standing_of(idea) === 'published');
  const places = new Map<number, number>();
  if (is_revealed)
    for (const { place, ids } of ranking(published)) for (const id of ids) places.set(id, place);
  const proposals = published.map(({ id, number, text, areas, support }) => {
    return { id, number, text, areas, support, place: places.get(id) ?? null };
  });
  const far = published.length + 1;
  return proposals.sort(
    (a, b) => (order === 'place' ? (a.place ?? far) - (b.place ?? far) : 0) || a.number - b.number,
  );
}

export type Decisions = ReadonlyMap<number, DecisionRecord>;

export function decision_of(decisions: Decisions, id: number): Decision {
  const known = decisions.get(id);
  if (known === undefined) return NOT_DECIDED;
  const { outcome, reason, goal, responsible, deadline } = known;
  return { outcome, reason, goal, responsible, deadline };
}

/** What has an outcome; words without one are a beginning. */
export function is_decided(decisions: Decisions, id: number): boolean {
  return decision_of(decisions, id).outcome !== 'open';
}

/** What the council goes on with. */
export function is_taken_up(decisions: Decisions, id: number): boolean {
  const { outcome } = decision_of(decisions, id);
  return outcome === 'accepted' || outcome === 'partly';
}

export function decided_count(proposals: readonly Proposal[], decisions: Decisions): number {
  return proposals.filter(({ id }) => is_decided(decisions, id)).length;
}

/** `open`: the one being worked on stays in the list whatever it has become. */
export function listed(
  proposals: readonly Proposal[],
  decisions: Decisions,
  filter: { only_open: boolean; found: ReadonlyMap<number, Match> | null },
  open: number | null,
): Proposal[] {
  return proposals.filter(
    ({ id }) =>
      id === open ||
      ((!filter.only_open || !is_decided(decisions, id)) &&
        (filter.found === null || filter.found.has(id))),
  );
}

/** The one so many steps on; null: there is none. */
export function neighbour(
  list: readonly Proposal[],
  open: number | null,
  by: 1 | -1,
): number | null {
  const at = list.findIndex(({ id }) => id === open);
  return list[at + by]?.id ?? null;
}

export type Told = 'goal' | 'responsible' | 'deadline';

/** What was written in each field before, most often first: one types it once. */
export function said_before(decisions: Decisions): Readonly<Record<Told, readonly string[]>> {
  const said = (field: Told): string[] => {
    const counts = new Map<string, number>();
    for (const { [field]: text } of decisions.values())
      if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1]).map(([text]) => text);
  };
  return { goal: said('goal'), responsible: said('responsible'), deadline: said('deadline') };
}

export const is_typed_decision = shape<Decision>({
  outcome: one_of(OUTCOMES),
  reason: is_text,
  goal: is_text,
  responsible: is_text,
  deadline: is_text,
});

/** What a choice on the page stands for. */
export function as_outcome(text: string): Outcome {
  return OUTCOMES.find((one) => one === text) ?? 'open';
}
