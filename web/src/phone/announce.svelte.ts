// What a screen reader is told of the session itself: a new phase, and the end of a pause.
// To be called while a component is set up.
import type { Live } from '../session/live.svelte';
import { t } from '../text/phone';
import type { Phase } from '../wire/ops.gen';
import { voice } from './voice.svelte';

export function announce(live: Live, on_new_phase: () => void): void {
  let phase_before: Phase | null = null;
  let was_paused = false;

  $effect(() => {
    const phase = live.records.phase?.phase ?? null;
    if (phase === null || phase === phase_before) return;
    if (phase_before !== null) {
      on_new_phase();
      voice.say(t('phase_announced', { phase: t(`phase_${phase}`) }));
    }
    phase_before = phase;
  });

  $effect(() => {
    const is_paused = (live.records.phase?.pause ?? null) !== null;
    if (was_paused && !is_paused) voice.say(t('paused_again'));
    was_paused = is_paused;
  });
}
