// A filter's values in words, as the panel offers them and the chips say what is on.
import { t } from '../text/desk';
import { area_name } from '../ui/area_name';
import type { Area, Channel } from '../wire/ops.gen';
import type { Filter, Narrowing } from './queue';

export function table_words(table: number): string {
  return table === 0 ? t('operator_no_table') : t('idea_table', { table });
}

export function channel_words(channel: Channel): string {
  if (channel === 'phone') return t('filter_phone');
  return channel === 'oral' ? t('operator_oral') : t('operator_paper');
}

export function narrowing_words(
  by: Narrowing,
  { area, table, settlement, channel }: Filter,
  areas: readonly Area[],
): string {
  if (by === 'silent') return t('filter_silent');
  if (by === 'free') return t('filter_free');
  if (by === 'settlement') return settlement;
  if (by === 'table') return table === null ? '' : table_words(table);
  if (by === 'channel') return channel === null ? '' : channel_words(channel);
  const named = areas.find(({ slug }) => slug === area);
  return named === undefined ? area : area_name(named);
}
