// The whole check: the journal is fetched and recomputed, its end compared with what the hall was
// shown, and one's own entries looked up in it.
import type { Live } from '../../session/live.svelte';
import { check_journal, type Journal, type JournalEntry } from '../../session/journal';
import { in_time } from '../../session/in_time';
import type { Signer } from '../../session/names';
import { find_own, type OwnFindings } from '../../session/own_entries';
import { keep_votes, kept_head, kept_votes, receipts_of } from '../../session/receipts';
import { ALLOWED_WHEN_CLOSED } from '../../wire/ops.gen';

export type HeadFindings = {
  readonly shown: string; // the hash whose words are shown
  // same: as this phone heard it in the hall; compare: known of the server alone; other: not in
  // the journal; open: the session is not closed
  readonly verdict: 'same' | 'compare' | 'other' | 'open';
  readonly added: number; // entries behind it that a council makes
  readonly strange: number; // and others, which nobody could make any more
};

export type Checked = {
  readonly journal: Journal;
  readonly head: HeadFindings | null; // null: there is no good entry
  readonly own: OwnFindings | null; // null: receipts are not to be had now
  readonly has_votes: boolean; // receipts of votes
};

const answer_wait_ms = 60_000; // a megabyte at 400 kbit/s takes twenty seconds

export async function check_session(
  live: Pick<Live, 'head' | 'mine' | 'records'>,
  who: Signer,
): Promise<Checked | 'unreachable' | 'withheld'> {
  const text = await in_time(answer_wait_ms, async (signal) => {
    const answer = await fetch(`/r/${who.code}/journal.jsonl`, { signal });
    return answer.ok ? answer.text() : '';
  });
  if (text === null) return 'unreachable';
  if (text === '') return 'withheld';
  const journal = await check_journal(text);
  const { me, ideas, late, votes } = live.mine;
  const is_closed = live.records.phase?.phase === 'closed';
  if (!is_closed && me !== null && me.voter !== null && votes !== null) {
    await keep_votes(
      who,
      me.voter,
      votes.standing.map(({ idea }) => idea),
    );
  }
  const receipts = await receipts_of(who);
  const kept = kept_votes(who);
  const own_ideas =
    ideas.size + [...late.values()].filter(({ fate }) => fate !== 'accepted').length;
  return {
    journal,
    head: judge_head(journal.entries, kept_head(who.code), live.head),
    own:
      receipts === null
        ? null
        : find_own(journal.entries, receipts, kept, { writer: me?.writer ?? '', own_ideas }),
    has_votes: kept !== null,
  };
}

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
