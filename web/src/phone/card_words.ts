// What came of a voting card, in words.
import type { Waiting } from '../session/enter';
import { t } from '../text/phone_later';
import type { Phase } from '../wire/ops.gen';
import { refusal_words } from '../ui/refusal_words';

export function card_refusal_words(why: Waiting): string {
  if (why === 'unreachable') return t('card_away');
  if (why === 'rate_limited') return t('card_wait');
  return why === 'wrong_phase' ? t('card_late') : refusal_words(t, why);
}

export function card_held_words(card: number, phase: Phase | null): string {
  return phase === 'vote' ? t('card_held', { n: card }) : t('card_held_early', { n: card });
}

// Whether a card can still be brought to this phase.
export function takes_cards(phase: Phase | null): boolean {
  return phase !== null && phase !== 'results' && phase !== 'closed';
}
