// How long a programme is, in words.
import { t } from '../../text/wizard';

export function length_words(minutes: number): string {
  if (minutes === 0) return t('minutes_none');
  if (minutes < 60) return t('minutes_only', { minutes });
  return t('minutes_hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}
