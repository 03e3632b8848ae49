// The table at which this person sits, 0: none; where they are about to sit down counts too.
import type { Live } from '../session/live.svelte';

export function table_now({ mine, outbox }: Pick<Live, 'mine' | 'outbox'>): number {
  let table = mine.me?.table ?? 0;
  for (const { op } of outbox) if (op.kind === 'join') table = op.table;
  return table;
}
