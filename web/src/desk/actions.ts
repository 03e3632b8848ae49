// Which actions an idea offers, in their order, and the key of each. Pure.
// Redacting is not among them: what cannot be undone has no key.
import { standing_of, type DeskIdea } from './queue';
import type { Command } from './shortcuts';

export type Action = 'show' | 'unshow' | 'hide' | 'similar' | 'retag' | 'split' | 'restore';

/** What was done turns into what takes it back, in the same place. */
export function actions_of(idea: DeskIdea, is_on_screen: boolean): Action[] {
  const standing = standing_of(idea);
  if (standing === 'withdrawn') return [];
  if (standing === 'merged') return ['split'];
  if (standing === 'hidden') return ['restore', 'retag'];
  return [is_on_screen ? 'unshow' : 'show', 'hide', 'similar', 'retag'];
}

export function command_of(action: Action): Command {
  return action === 'show' || action === 'unshow' ? 'screen' : action;
}

/** Something can be done with several of these at once. */
export function may_mark(idea: DeskIdea): boolean {
  const standing = standing_of(idea);
  return standing === 'published' || standing === 'hidden';
}
