// The programme of a session: what comes next, how long
// it is planned, which place is revealed next. Pure.
import { ranking, type Rank } from '../board/ranking';
import { LIMITS, PHASES, type Phase, type PlannedPhase } from '../wire/ops.gen';
import { standing_of, type DeskIdea } from './queue';

export type Minutes = Readonly<Record<Phase, number>>;

/** A village hall's afternoon; 0: no clock. The facilitator changes what differs. */
export const USUAL_MINUTES: Minutes = {
  lobby: 0,
  warmup: 5,
  talk: 15,
  ideas: 45,
  sort: 15,
  vote: 12,
  results: 0,
  closed: 0,
};

/** Longest planned phase the server takes. */
export const MINUTES_MAX = 24 * 60;

/** The phase the big button opens; null where it does something else or the programme is over. */
export function next_phase(phase: Phase): Exclude<Phase, 'lobby' | 'closed'> | null {
  const next = PHASES[PHASES.indexOf(phase) + 1];
  return next === undefined || next === 'lobby' || next === 'closed' ? null : next;
}

/**
 * The place to reveal next with its ideas. It begins where the server lets it, and places behind
 * that are in the report; places of ties are skipped, as nobody holds them.
 */
export function next_reveal(ideas: readonly DeskIdea[]): Rank | null {
  const published = ideas.filter((idea) => standing_of(idea) === 'published');
  const shown = published.flatMap(({ place }) => (place === undefined ? [] : [place]));
  const below = Math.min(LIMITS.reveal_place_max + 1, ...shown);
  const ahead = ranking(published).filter(({ place }) => place < below);
  return ahead[ahead.length - 1] ?? null;
}

/** As the facilitators planned; what is usual where they said nothing. */
export function planned_minutes(planned: readonly PlannedPhase[]): Minutes {
  const minutes: Record<Phase, number> = { ...USUAL_MINUTES };
  for (const one of planned) minutes[one.phase] = one.minutes;
  return minutes;
}

/** `otherwise` where it is no number of minutes that a phase can have. */
export function whole_minutes(value: number, otherwise: number): number {
  return Number.isInteger(value) && value >= 0 && value <= MINUTES_MAX ? value : otherwise;
}
