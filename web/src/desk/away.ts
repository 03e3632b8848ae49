// Phones that joined and are not on the line now, in words; and tries at cards that went wrong.
// Pure.
import type { Presence } from '../session/live.svelte';
import { t } from '../text/desk';
import type { Phase } from '../wire/ops.gen';

/** More wrong digits than slips of the finger come to. */
const WRONG_CARDS_MAX = 20;

/** Null while nobody is away. */
export function away_words(presence: Presence | null): string | null {
  const away = presence?.away.filter(({ people }) => people > 0) ?? [];
  const n = away.reduce((sum, { people }) => sum + people, 0);
  if (n === 0) return null;
  const tables = away.map(({ table }) => table).filter((table) => table > 0);
  const places = tables.length === 0 ? [] : [listed(tables)];
  if (away.some(({ table }) => table === 0)) places.push(t('away_no_table'));
  return t('away', { n, where: places.join(', ') });
}

/** In these a phone that is away would miss its last moment. */
export function is_missed(phase: Phase): boolean {
  return phase === 'ideas' || phase === 'vote';
}

export function is_guessing({ wrong_cards }: Presence): boolean {
  return wrong_cards > WRONG_CARDS_MAX;
}

function listed(tables: readonly number[]): string {
  const in_order = [...tables].sort((a, b) => a - b);
  const last = in_order.pop() ?? 0;
  if (in_order.length === 0) return t('away_table', { table: last });
  return t('away_tables', { first: in_order.join(', '), last });
}
