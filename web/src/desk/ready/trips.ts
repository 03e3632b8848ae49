// What came back from the phones that were pinged, in words.
import { language } from '../../text/catalogue.svelte';
import { number_text } from '../../text/plural';
import { t } from '../../text/ready';
import type { RoundTrips } from '../../wire/readiness';
import type { State } from './judge';

const slow_us = 1_000_000; // a vote that shows after a second is tapped again

export type TripWords = { state: State; said: string; todo: string | null };

// `trips`: null before anything was asked; `failed`: the server said nothing of phones.
export function trip_words(trips: RoundTrips | 'failed' | null): TripWords {
  if (trips === 'failed') return { state: 'unknown', said: t('ready_failed'), todo: null };
  const { asked, answered, median_us, worst_us } = trips ?? { asked: 0, answered: 0 };
  if (asked === 0) return { state: 'unknown', said: t('phones_none'), todo: null };
  if (answered < asked || median_us === undefined || worst_us === undefined)
    return {
      state: 'attention',
      said: t('phones_silent', { answered, asked }),
      todo: t('phones_silent_do'),
    };
  const said =
    answered === 1
      ? t('phones_one', { ms: ms_of(median_us) })
      : t('phones_all', { n: answered, ms: ms_of(median_us), worst: ms_of(worst_us) });
  const is_slow = median_us > slow_us;
  return {
    state: is_slow ? 'attention' : 'good',
    said,
    todo: is_slow ? t('phones_slow') : null,
  };
}

// Whole milliseconds, and never none.
function ms_of(us: number): string {
  return number_text(language.current, Math.max(1, Math.round(us / 1000)));
}
