// Keeps on this phone what only it will know once the session is closed: receipts of one's votes,
// and the end of the chain as the hall heard it. Called while a component is made.
import type { Live } from '../session/live.svelte';
import type { Signer } from '../session/names';
import { keep_head, keep_votes, keeps_votes } from '../session/receipts';

// Votes come in handfuls, and a hall stops voting at one moment: neither asks at once.
const settled_ms = 4_000;
const spread_ms = 6_000;

export function keep_receipts(live: Live, who: Signer): void {
  let tries = $state(0);
  // Who comes after the close hears of the end from the server alone, and cannot vouch for it.
  const was_open = live.records.phase?.phase !== 'closed';

  $effect(() => {
    if (was_open && live.head !== null) keep_head(who.code, live.head);
  });

  $effect(() => {
    const voter = live.mine.me?.voter ?? null;
    const standing = live.mine.votes?.standing.map(({ idea }) => idea) ?? null;
    const is_settled = tries >= 0 && live.outbox.length === 0;
    if (voter === null || standing === null || !is_settled || keeps_votes(who, standing)) return;
    const timer = setTimeout(
      () => {
        void keep_votes(who, voter, standing).then((are_kept) => {
          if (!are_kept) tries += 1;
        });
      },
      settled_ms + Math.random() * spread_ms,
    );
    return () => clearTimeout(timer);
  });
}
