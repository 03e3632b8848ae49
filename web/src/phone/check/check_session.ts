// The whole check: the journal is fetched and recomputed, its end compared with what the hall was
// shown, and one's own entries looked up in it.
import type { Live } from '../../session/live.svelte';
import { fetch_journal } from '../../session/fetch_journal';
import type { Journal } from '../../session/journal';
import { judge_head, type HeadFindings } from '../../session/journal_head';
import type { Signer } from '../../session/names';
import { find_own, type OwnFindings } from '../../session/own_entries';
import { keep_votes, kept_head, kept_votes, receipts_of } from '../../session/receipts';

export type Checked = {
  readonly journal: Journal;
  readonly head: HeadFindings | null; // null: there is no good entry
  readonly own: OwnFindings | null; // null: receipts are not to be had now
  readonly has_votes: boolean; // receipts of votes
};

export async function check_session(
  live: Pick<Live, 'head' | 'mine' | 'records'>,
  who: Signer,
): Promise<Checked | 'unreachable' | 'withheld'> {
  const journal = await fetch_journal(who.code);
  if (typeof journal === 'string') return journal;
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
