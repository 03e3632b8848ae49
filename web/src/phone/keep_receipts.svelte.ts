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
  // Each apart from all the rest of `live`, whose every frame would begin the wait anew.
  const head = $derived(live.heard_head);
  const phase = $derived(live.records.phase?.phase ?? null);
  const voter = $derived(live.mine.me?.voter ?? null);
  const votes = $derived(live.mine.votes);
  const is_settled = $derived(live.outbox.length === 0);

  $effect(() => {
    if (head !== null) keep_head(who.code, head);
  });

  $effect(() => {
    if (tries < 0 || phase === null || voter === null || votes === null || !is_settled) return;
    // Of a closed session no receipts of votes are given any more.
    if (phase === 'closed') return;
    const of = voter;
    const standing = votes.standing.map(({ idea }) => idea);
    if (keeps_votes(who, standing)) return;
    // Once the vote is over no more of them come, and the close may follow at any moment.
    const timer = setTimeout(
      () => {
        void keep_votes(who, of, standing).then((are_kept) => {
          if (!are_kept) tries += 1;
        });
      },
      (phase === 'vote' ? settled_ms : 0) + Math.random() * spread_ms,
    );
    return () => clearTimeout(timer);
  });
}
