// A person's own entries against the journal: which of them it holds as they were made. Pure.
import { parse_private, type KeptVotes, type Receipt } from '../wire/receipts';
import { commitment_of } from './chain';
import type { JournalEntry } from './journal';

export type OwnEntry = {
  readonly seq: number;
  readonly kind: string;
  readonly text: string | null;
  readonly idea: number | null; // that an op names
  readonly is_there: boolean; // in the journal, as the receipt says
};

export type OwnFindings = {
  readonly entries: readonly OwnEntry[]; // in order
  readonly ideas: number; // found
  readonly votes: number; // standing ones found
  readonly missing: number; // of entries, ideas and votes that should be there
  readonly erased: number; // private parts of which only the commitment is left
};

const idea_kinds: readonly string[] = ['submit_idea', 'submit_late_idea'];
// What the voter did is judged by what was kept of it: who that was is known to this phone alone.
const voter_kinds: readonly string[] = ['cast_vote', 'withdraw_vote', 'use_card'];

/** `own_ideas`: how many this person knows to have handed in. `writer`: who they write as. */
export function find_own(
  journal: readonly JournalEntry[],
  receipts: readonly Receipt[],
  votes: KeptVotes | null,
  who: { readonly writer: string; readonly own_ideas: number },
): OwnFindings {
  const written = receipts.filter(({ kind }) => !voter_kinds.includes(kind));
  const own = new Set([who.writer, votes?.voter ?? '']);
  const sorted = [...written, ...(votes?.receipts ?? [])].sort((a, b) => a.seq - b.seq);
  const readable = sorted.filter(({ private: part }) => part !== null);
  const entries = readable.map((receipt) => own_entry(journal, receipt, own));
  const there = entries.filter(({ is_there }) => is_there);
  const ideas = there.filter(({ kind }) => idea_kinds.includes(kind)).length;
  const standing = votes?.standing ?? [];
  const cast = standing.filter((idea) =>
    there.some((entry) => entry.kind === 'cast_vote' && entry.idea === idea),
  ).length;
  const never_told = Math.max(
    0,
    who.own_ideas - entries.filter(({ kind }) => idea_kinds.includes(kind)).length,
  );
  const untold_votes = standing.filter(
    (idea) => !entries.some((entry) => entry.kind === 'cast_vote' && entry.idea === idea),
  ).length;
  return {
    entries,
    ideas,
    votes: cast,
    missing: entries.length - there.length + never_told + untold_votes,
    erased: sorted.length - readable.length,
  };
}

function own_entry(
  journal: readonly JournalEntry[],
  receipt: Receipt,
  own: ReadonlySet<string>,
): OwnEntry {
  const line = journal[receipt.seq - 1];
  const written = parse_private(receipt.private ?? '');
  const text = receipt.texts[0] ?? null;
  return {
    seq: receipt.seq,
    kind: receipt.kind,
    text: text !== null && 'text' in text ? text.text : null,
    idea: written?.op.idea ?? null,
    is_there:
      line?.kind === receipt.kind &&
      line.commitment === commitment_of(receipt) &&
      written !== null &&
      own.has(written.actor.id),
  };
}
