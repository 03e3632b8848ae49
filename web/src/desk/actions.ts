// Which actions an idea offers, in their order, the key of each, and the op it comes to. Pure.
// Redacting is not among them: what cannot be undone has no key.
import { t } from '../text/desk';
import { LIMITS, type Op } from '../wire/ops.gen';
import { is_mine, is_shared, type Crew } from './crew';
import { standing_of, type DeskIdea } from './queue';
import type { Command } from './shortcuts';

export type Action =
  | 'approve'
  | 'show'
  | 'unshow'
  | 'hide'
  | 'similar'
  | 'retag'
  | 'split'
  | 'restore'
  | 'correct'
  | 'claim'
  | 'release';

/** What was done turns into what takes it back, in the same place. */
export function actions_of(idea: DeskIdea, is_on_screen: boolean, crew: Crew): Action[] {
  const standing = standing_of(idea);
  if (standing === 'withdrawn') return [];
  if (standing === 'merged') return ['split'];
  const claim: Action[] = is_shared(crew) ? [is_mine(idea, crew) ? 'release' : 'claim'] : [];
  if (standing === 'hidden') return ['restore', 'retag', ...claim];
  if (standing === 'pending') return ['approve', 'hide', 'retag', 'correct', ...claim];
  return [is_on_screen ? 'unshow' : 'show', 'hide', 'similar', 'retag', 'correct', ...claim];
}

export function command_of(action: Action): Command {
  if (action === 'show' || action === 'unshow') return 'screen';
  return action === 'release' ? 'claim' : action;
}

/** The op of an action that asks nothing more, and what is said once it is done. */
export function op_of(action: Action, { id, number }: DeskIdea): { op: Op; said: string } | null {
  switch (action) {
    case 'approve':
      return { op: { kind: 'approve_ideas', ideas: [id] }, said: t('approved_said', { number }) };
    case 'show':
      return { op: { kind: 'spotlight_idea', idea: id }, said: t('shown_said', { number }) };
    case 'unshow':
      return { op: { kind: 'clear_spotlight' }, said: t('unshown_said') };
    case 'restore':
      return { op: { kind: 'restore_idea', idea: id }, said: t('restored_said', { number }) };
    case 'split':
      return { op: { kind: 'split_idea', idea: id }, said: t('split_said', { number }) };
    case 'claim':
      return { op: { kind: 'claim_ideas', ideas: [id] }, said: t('claimed_said', { number }) };
    case 'release':
      return { op: { kind: 'release_ideas', ideas: [id] }, said: t('released_said', { number }) };
    default:
      return null;
  }
}

/** Ideas that an op is about. */
export function meant_by(op: Op): readonly number[] {
  if ('ideas' in op) return op.ideas;
  return 'idea' in op ? [op.idea] : [];
}

/** One op takes so many and no more. */
export function approvals(ideas: readonly DeskIdea[]): Op[] {
  const ids = ideas.map(({ id }) => id);
  const ops: Op[] = [];
  for (let at = 0; at < ids.length; at += LIMITS.ideas_together_max)
    ops.push({ kind: 'approve_ideas', ideas: ids.slice(at, at + LIMITS.ideas_together_max) });
  return ops;
}

/** Something can be done with several of these at once. */
export function may_mark(idea: DeskIdea): boolean {
  const standing = standing_of(idea);
  return standing === 'published' || standing === 'hidden' || standing === 'pending';
}
