// Which actions an idea offers, in the order of the digits that press them.
// Pure. Redacting is not among them: what cannot be undone has no digit.
import { standing_of, type DeskIdea } from './queue';

export type Action = 'show' | 'unshow' | 'hide' | 'mark' | 'unmark' | 'retag' | 'split' | 'restore';

/** Places in the line stay the same as far as they can: hiding is always 2. */
export function actions_of(idea: DeskIdea, is: { marked: boolean; on_screen: boolean }): Action[] {
  const standing = standing_of(idea);
  if (standing === 'withdrawn') return [];
  if (standing === 'merged') return ['split'];
  if (standing === 'hidden') return ['restore', 'retag'];
  return [is.on_screen ? 'unshow' : 'show', 'hide', is.marked ? 'unmark' : 'mark', 'retag'];
}
