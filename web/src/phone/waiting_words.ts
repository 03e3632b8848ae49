// What is said of something on its way: that it goes, or what it waits for.
import type { Live } from '../session/live.svelte';
import { t } from '../text/phone_later';
import { waits_for } from './waits_for';

export function waiting_words(live: Pick<Live, 'connection' | 'waiting'>): string {
  const why = waits_for(live);
  if (why === null) return t('sending');
  if (why === 'pause') return t('mine_waiting_pause');
  return why === 'server' ? t('mine_waiting_server') : t('mine_waiting');
}
