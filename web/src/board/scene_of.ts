// Which scene stands on the board: a pause goes before a spotlight, that before what the desk
// chose, and that before what the phase is about. Whatever ends, what was under it is back. Pure.
import type { BoardMode, Phase } from '../wire/ops.gen';
import type { Hall } from './hall';

export type SceneName = 'pause' | 'spotlight' | 'ideas' | Exclude<BoardMode, 'follow'>;

export interface Scene {
  name: SceneName;
  /** The one area that is shown; null: all of them. */
  area: string | null;
}

/** What a phase is about. */
const OF_PHASE: Readonly<Record<Phase, SceneName>> = {
  lobby: 'welcome',
  warmup: 'warmup',
  talk: 'talk',
  ideas: 'ideas',
  sort: 'wall',
  vote: 'turnout',
  results: 'ranking',
  closed: 'thanks',
};

export function scene_of({ phase, spotlight, board, session }: Hall): Scene {
  if (phase.pause !== null) return { name: 'pause', area: null };
  // Nobody can choose any more, and the hall must see how it can check the log.
  if (phase.phase === 'closed') return { name: 'thanks', area: null };
  if (spotlight !== null) return { name: 'spotlight', area: null };
  if (board.mode === 'follow') return { name: OF_PHASE[phase.phase], area: null };
  const area = session.areas.find(({ slug }) => slug === board.area)?.slug ?? null;
  return { name: board.mode, area: has_area(board.mode) ? area : null };
}

/** The modes that an area narrows. */
export const MODES_OF_AREA: readonly BoardMode[] = ['wall', 'newest', 'cloud'];

export function has_area(mode: BoardMode): boolean {
  return MODES_OF_AREA.includes(mode);
}

/** Scenes that are the whole board: no first line above them and no numbers below. */
const WHOLE: readonly SceneName[] = ['pause', 'welcome', 'thanks'];

export function is_whole(name: SceneName): boolean {
  return WHOLE.includes(name);
}

/**
 * Scenes beside which the right third is the way in. Those
 * that need the whole width have it in the last line.
 */
const WITH_WAY: readonly SceneName[] = ['ideas', 'newest', 'rules', 'turnout'];

export function has_way(name: SceneName): boolean {
  return WITH_WAY.includes(name);
}
