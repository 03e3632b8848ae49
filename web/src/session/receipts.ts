// Receipts of this person's own entries: asked for over HTTP with their pass. Those of votes are
// kept on this phone, because once the session is closed nobody, the server neither, can say any
// more whose votes they are.
import { parse_refusal } from '../wire/answers';
import { parse_kept_votes, parse_receipts, type KeptVotes, type Receipt } from '../wire/receipts';
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

/** Brings what is kept up to these votes. False: not to be had now. */
export async function keep_votes(
  who: Signer,
  voter: string,
  standing: readonly number[],
): Promise<boolean> {
  const kept = kept_votes(who);
  const before = kept?.voter === voter ? kept.receipts : []; // with another card: somebody else
  const more = await receipts_of(who, before[before.length - 1]?.seq);
  if (more === null) return false;
  // Ideas can be asked for at any time, and their texts stay where they can be erased.
  const receipts = [...before, ...more.filter(({ kind }) => vote_kinds.includes(kind))];
  write(votes_key(who), JSON.stringify({ voter, standing, receipts } satisfies KeptVotes));
  return true;
}

/** Whether these very votes are kept already. */
export function keeps_votes(who: Signer, standing: readonly number[]): boolean {
  const kept = kept_votes(who)?.standing ?? [];
  return kept.length === standing.length && standing.every((idea) => kept.includes(idea));
}

export function erase_votes(who: Signer): void {
  erase(votes_key(who));
}

/** The end of the chain as this phone heard it first, when the hall did. */
export function keep_head(code: string, head: string): void {
  if (kept_head(code) === null) write(head_key(code), head);
}

export function kept_head(code: string): string | null {
  return read(head_key(code));
}

const vote_kinds: readonly string[] = ['cast_vote', 'withdraw_vote'];

function votes_key({ code, slot }: Signer): string {
  return `viche.receipts.${code}.${slot}`;
}

function head_key(code: string): string {
  return `viche.head.${code}`;
}
