// The end of a journal against the one that was published: is it in there, and what stands behind
// it. Pure.
import { ALLOWED_WHEN_CLOSED } from '../wire/ops.gen';
import type { JournalEntry } from './journal';

export type HeadFindings = {
  readonly shown: string; // the hash whose words are shown
  // same: as this phone heard it in the hall; compare: known of the server alone; other: not in
  // the journal; open: the session is not closed
  readonly verdict: 'same' | 'compare' | 'other' | 'open';
  readonly added: number; // entries behind it that a council makes
  readonly strange: number; // and others, which nobody could make any more
};

/** `heard`: in the hall, at the close; `told`: by the server, whenever it was asked. */
export function judge_head(
  entries: readonly JournalEntry[],
  heard: string | null,
  told: string | null,
): HeadFindings | null {
  const last = entries[entries.length - 1];
  if (last === undefined) return null;
  const expected = heard ?? told;
  if (expected === null) return { shown: last.hash, verdict: 'open', added: 0, strange: 0 };
  const at = entries.findIndex(({ hash }) => hash === expected);
  if (at < 0) return { shown: expected, verdict: 'other', added: 0, strange: 0 };
  const behind = entries.slice(at + 1);
  const added = behind.filter(({ kind }) => ALLOWED_WHEN_CLOSED.includes(kind)).length;
  const verdict = heard === null ? 'compare' : 'same';
  return { shown: expected, verdict, added, strange: behind.length - added };
}
