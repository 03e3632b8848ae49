// Why a name was not kept or not erased, in words.
import type { Waiting } from '../session/enter';
import { t } from '../text/phone_later';
import { refusal_words } from '../ui/refusal_words';

export function name_refusal_words(why: Waiting): string {
  if (why === 'unreachable') return t('name_away');
  return why === 'value_out_of_range' ? t('name_too_often') : refusal_words(t, why);
}
