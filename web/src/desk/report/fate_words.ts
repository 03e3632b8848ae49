// What became of a form, in words.
import { t as desk_t } from '../../text/desk';
import { t } from '../../text/report';
import { refusal_words } from '../../ui/refusal_words';
import type { Fate } from './keeper.svelte';

export function fate_words(fate: Fate, is_dirty: boolean, is_connected: boolean): string {
  if (fate === 'saving') return t(is_connected ? 'state_saving' : 'state_away');
  if (typeof fate === 'object') {
    // Said at the field, with how long it is.
    if (fate.refusal === 'text_too_long' && fate.field !== undefined) return t('state_unsaved');
    return t('state_refused', { why: refusal_words(desk_t, fate.refusal) });
  }
  if (is_dirty) return t('state_unsaved');
  return fate === 'saved' ? t('state_saved') : '';
}

/** What is said at a field; null: nothing. */
export function field_fault(fate: Fate, field: string, count: number): string | null {
  if (typeof fate !== 'object' || fate.field !== field) return null;
  const { refusal, limit } = fate;
  if (refusal === 'text_too_long' && limit !== undefined) return t('text_long', { limit, count });
  return refusal_words(desk_t, refusal);
}
