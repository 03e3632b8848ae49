// Receipts of this person's own entries: asked for over HTTP with their pass. Those of votes are
// kept on this phone, because once the session is closed nobody, the server neither, can say any
// more whose votes they are.
import { parse_refusal } from '../wire/answers';
import {
  parse_kept_votes,
  parse_private,
  parse_receipts,
  type KeptVotes,
  type Receipt,
} from '../wire/receipts';
import { bearer } from './enter';
import { in_time } from './in_time';
import type { Signer } from './names';
import { erase, read, write } from './storage';

const answer_wait_ms = 15_000;

/** All behind `after`, oldest first. Null: not to be had now. */
export async function receipts_of(
  { code, slot, pass }: Signer,
  after = 0,
): Promise<readonly Receipt[] | null> {
  const found: Receipt[] = [];
  for (;;) {
    const from = found[found.length - 1]?.seq ?? after;
    const path = `/api/sessions/${code}/receipts?slot=${slot}&after=${from}`;
    const text = await in_time(answer_wait_ms, async (signal) =>
      (await fetch(path, { headers: bearer(pass), signal })).text(),
    );
    if (text === null) return null;
    const part = parse_receipts(text);
    // Who never joined has none.
    if (part === null) return parse_refusal(text)?.refusal === 'not_joined' ? [] : null;
    found.push(...part.receipts);
    if (!part.more || part.receipts.length === 0) return found;
  }
}

export function kept_votes(who: Signer): KeptVotes | null {
  return parse_kept_votes(read(votes_key(who)) ?? '');
}

/** Brings what is kept up to these votes, of which only those count that a receipt was given for.
    Not for a closed session: nothing is given there. False: not to be had now. */
export async function keep_votes(
  who: Signer,
  voter: string,
  standing: readonly number[],
): Promise<boolean> {
  if (are_erased(who)) return true;
  const kept = kept_votes(who);
  const before = kept?.voter === voter ? kept.receipts : []; // with another card: somebody else
  const more = await receipts_of(who, before[before.length - 1]?.seq);
  if (more === null) return false;
  if (are_erased(who)) return true; // while we asked
  // Ideas can be asked for at any time, and their texts stay where they can be erased.
  const receipts = [...before, ...more.filter(({ kind }) => vote_kinds.includes(kind))];
  if (receipts.length === 0) {
    erase(votes_key(who));
    return true;
  }
  const told = new Set(receipts.map(cast_for));
  const kept_now = { voter, standing: standing.filter((idea) => told.has(idea)), receipts };
  write(votes_key(who), JSON.stringify(kept_now satisfies KeptVotes));
  return true;
}

/** Whether these very votes are kept already, or none are to be. */
export function keeps_votes(who: Signer, standing: readonly number[]): boolean {
  if (are_erased(who)) return true;
  const kept = kept_votes(who)?.standing ?? [];
  return kept.length === standing.length && standing.every((idea) => kept.includes(idea));
}

/** For good: this phone keeps none of this person's votes in this session any more. */
export function erase_votes(who: Signer): void {
  write(votes_key(who), erased_mark);
}

/** The end of the chain as this phone heard it first, when the hall did. */
export function keep_head(code: string, head: string): void {
  if (kept_head(code) === null) write(head_key(code), head);
}

export function kept_head(code: string): string | null {
  return read(head_key(code));
}

const vote_kinds: readonly string[] = ['cast_vote', 'withdraw_vote'];
const erased_mark = '"erased"'; // instead of what was kept

function are_erased(who: Signer): boolean {
  return read(votes_key(who)) === erased_mark;
}

// The idea that a receipt says was voted for.
function cast_for({ kind, private: part }: Receipt): number | undefined {
  return kind === 'cast_vote' ? parse_private(part ?? '')?.op.idea : undefined;
}

function votes_key({ code, slot }: Signer): string {
  return `viche.receipts.${code}.${slot}`;
}

function head_key(code: string): string {
  return `viche.head.${code}`;
}
