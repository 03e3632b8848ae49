// Which screens a phase has: the first is where the phase begins, the others are tabs beside it.
import type { Phase } from '../wire/ops.gen';

export type Screen = 'wait' | 'write' | 'all' | 'mine' | 'vote' | 'results';

const screens: Readonly<Record<Phase, readonly Screen[]>> = {
  lobby: ['wait'],
  warmup: ['wait'],
  talk: ['wait'],
  ideas: ['write', 'all', 'mine'],
  sort: ['wait', 'all', 'mine'],
  vote: ['vote', 'mine'],
  results: ['results', 'all', 'mine'],
  closed: ['results', 'all', 'mine'],
};

export function screens_of(phase: Phase): readonly Screen[] {
  return screens[phase];
}

export function first_screen(phase: Phase): Screen {
  return screens[phase][0] ?? 'wait';
}

// Where the person is: the tab they chose, if the phase has it.
export function screen_of(phase: Phase | null, chosen: Screen | null): Screen | null {
  if (phase === null) return null;
  return chosen !== null && screens[phase].includes(chosen) ? chosen : first_screen(phase);
}
