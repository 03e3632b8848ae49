// When each phase would begin and end if the session began at a given time and kept its plan. Pure.
import { PHASES, type Phase } from '../../wire/ops.gen';
import type { Minutes } from '../programme';

export interface PlannedPhase {
  phase: Exclude<Phase, 'closed'>;
  minutes: number;
  /** Times of day; null: it has no clock, so nobody knows. */
  from: string | null;
  to: string | null;
}

const DAY = 24 * 60;

/**
 * `start` is when the people are asked to be there, as `14:00`. Gathering without a planned length
 * ends then; any other phase without one begins in its turn, and its end is open.
 */
export function programme_times(minutes: Minutes, start: string): PlannedPhase[] {
  let at = minutes_of(start);
  const planned: PlannedPhase[] = [];
  for (const phase of PHASES) {
    if (phase === 'closed') continue;
    const lasts = minutes[phase];
    const is_before = phase === 'lobby' && lasts === 0;
    const to = is_before || lasts > 0 ? time_text(at + lasts) : null;
    planned.push({ phase, minutes: lasts, from: is_before ? null : time_text(at), to });
    at += lasts;
  }
  return planned;
}

export function total_minutes(minutes: Minutes): number {
  return PHASES.reduce((sum, phase) => sum + (phase === 'closed' ? 0 : minutes[phase]), 0);
}

/** The next full hour, which is what one types most often. */
export function next_hour(now: Date): string {
  return `${String((now.getHours() + 1) % 24).padStart(2, '0')}:00`;
}

function minutes_of(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

function time_text(minutes: number): string {
  const at = minutes % DAY;
  return `${Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')}`;
}
