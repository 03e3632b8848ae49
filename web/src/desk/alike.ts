// Which of the ideas that the server called alike stand beside an idea on the desk. Pure.
import type { Alike } from '../session/live.svelte';
import { standing_of, type DeskIdea } from './queue';

/**
 * Best first, without the idea itself, what is merged or hidden by now, and what somebody has said
 * to be different.
 */
export function alike_beside(
  idea: DeskIdea,
  ideas: readonly DeskIdea[],
  found: readonly Alike[],
  different: ReadonlySet<number>,
): DeskIdea[] {
  const by_id = new Map(ideas.map((one) => [one.id, one]));
  return [...found]
    .sort((a, b) => b.alike - a.alike)
    .flatMap(({ idea: id }) => by_id.get(id) ?? [])
    .filter((one) => one.id !== idea.id && standing_of(one) === 'published')
    .filter(({ id }) => !different.has(id));
}
