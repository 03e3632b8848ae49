// Steps of this desk's link that the server can take back: which is next, and each in words. Pure.
import { t } from '../text/desk';
import type { Op, UndoRecord } from '../wire/ops.gen';
import type { DeskIdea } from './queue';

export interface Step extends UndoRecord {
  /** Its place in the log. */
  entry: number;
}

/** Newest first. */
export function steps_of(records: ReadonlyMap<number, UndoRecord>): Step[] {
  return [...records]
    .map(([entry, { op, ideas }]) => ({ entry, op, ideas }))
    .sort((a, b) => b.entry - a.entry);
}

const UNDOABLE: readonly Op['kind'][] = [
  'approve_ideas',
  'clear_spotlight',
  'correct_idea',
  'extend_phase',
  'hide_idea',
  'merge_ideas',
  'open_phase',
  'pause',
  'restore_idea',
  'resume',
  'split_idea',
  'spotlight_idea',
  'tag_idea',
];

/** Whether the server keeps a way back from it. */
export function is_undoable({ kind }: Op): boolean {
  return UNDOABLE.includes(kind);
}

/**
 * What is taken back next: the newest step that nothing has overtaken, with all that was done
 * together with it. Newest first.
 */
export function next_back(
  steps: readonly Step[],
  batches: readonly (readonly number[])[],
  overtaken: ReadonlySet<number>,
): readonly Step[] {
  const open = steps.filter(({ entry }) => !overtaken.has(entry));
  const [newest] = open;
  if (newest === undefined) return [];
  const together = batches.find((entries) => entries.includes(newest.entry)) ?? [newest.entry];
  return open.filter(({ entry }) => together.includes(entry));
}

/** `said`: what the desk said when it was done here; a reload forgets it. */
export function step_words(step: Step, ideas: readonly DeskIdea[], said?: string): string {
  const [first] = step.ideas;
  if (first === undefined) return said ?? t.plain(`step_${step.op}`) ?? t('step_other');
  const number = ideas.find(({ id }) => id === first)?.number ?? 0;
  const others = step.ideas.length - 1;
  if (step.op === 'merge_ideas') return t('step_merged', { number, n: others });
  if (step.op === 'approve_ideas' && others > 0) return t('step_approved', { n: others + 1 });
  const words = t.plain(`step_${step.op}`) ?? t('step_other');
  return `${words} ${t('idea_number', { number })}`;
}
