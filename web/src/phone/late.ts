// Ideas that missed their phase: which they are, and when the facilitators still look at them.
import type { Returned } from '../session/live.svelte';
import type { Op, Phase } from '../wire/ops.gen';

export function takes_late(phase: Phase | null): boolean {
  return phase === 'sort' || phase === 'vote' || phase === 'results';
}

// One that came too late is an idea like another once ideas are open again.
export function is_idea(op: Op): op is Extract<Op, { kind: 'submit_idea' | 'submit_late_idea' }> {
  return op.kind === 'submit_idea' || op.kind === 'submit_late_idea';
}

// Sent in time or not, it arrived too late: an idea, or how one was mended.
export function missed_the_phase({ op, refusal }: Returned): boolean {
  return refusal === 'wrong_phase' && (is_idea(op) || op.kind === 'edit_idea');
}
