// Somebody who joined by the poster and later scanned the card of a table sits there.
// To be called while a component is set up.
import type { Live } from '../session/live.svelte';

export function sit_down(live: Live, table: number): void {
  let is_told = table === 0;
  $effect(() => {
    const { me } = live.mine;
    const session = live.records.session;
    if (is_told || session === null || me?.joined !== true) return;
    is_told = true;
    if (me.table !== 0 || table > session.tables) return;
    void live.send({ kind: 'join', table, settlement: me.settlement, channel: 'phone' });
  });
}
