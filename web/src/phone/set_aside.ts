// What became of a «+1» that somebody gave to an idea instead of sending their own.
import type { Live } from '../session/live.svelte';
import { t } from '../text/phone_later';

// Says that an idea is supported only where the server holds it.
export function set_aside_words(live: Live, idea: number): string {
  const number = live.records.ideas.get(idea)?.number;
  if (number === undefined) return t('similar_set_aside');
  const is_on_its_way = live.outbox.some(
    ({ op }) => op.kind === 'support_idea' && op.idea === idea,
  );
  if (is_on_its_way) return t('similar_supporting', { number });
  return live.mine.supports.has(idea) ? t('similar_instead', { number }) : t('similar_set_aside');
}
