// The check of whoever has no pass: the journal is fetched and recomputed, and its end compared
// with the head that a report stated, if one led here.
import { fetch_journal } from '../session/fetch_journal';
import type { Journal, JournalEntry } from '../session/journal';
import { judge_head, type HeadFindings } from '../session/journal_head';
import { ALLOWED_WHEN_CLOSED } from '../wire/ops.gen';

export type PublicCheck = {
  readonly journal: Journal;
  readonly head: HeadFindings | null; // null: there is no good entry
};

export async function check_public(
  code: string,
  told: string | null,
): Promise<PublicCheck | 'unreachable' | 'withheld'> {
  const journal = await fetch_journal(code);
  if (typeof journal === 'string') return journal;
  const { entries } = journal;
  return { journal, head: judge_head(entries, null, told ?? end_of_hall(entries)) };
}

/** The end that the hall was shown, as far as the journal itself tells: behind it is the council's
    alone. Whoever adds another entry changes it, and so the words that are compared. */
export function end_of_hall(entries: readonly JournalEntry[]): string | null {
  return entries.filter(({ kind }) => !ALLOWED_WHEN_CLOSED.includes(kind)).pop()?.hash ?? null;
}
