// The operator's tabs: which the phase needs, and the keys that lead there from anywhere. Pure.
import type { Phase } from '../wire/ops.gen';

export type Tab = 'ideas' | 'people' | 'talk' | 'sheets' | 'hands';

/** Keys that neither type anything nor belong to the browser; the third tab has one, whichever. */
export const TAB_KEYS: Readonly<Record<Tab, string>> = {
  ideas: 'F2',
  people: 'F4',
  talk: 'F8',
  sheets: 'F8',
  hands: 'F9',
};

/** What is begun and not sent. */
export type Writing = 'ideas' | 'talk' | null;

/** `writing`: a sentence keeps its tab where it can still be sent, or read before the vote. */
export function tabs_of(phase: Phase, has_tables: boolean, writing: Writing): readonly Tab[] {
  if (phase === 'vote' || phase === 'results') return ['ideas', 'people', 'sheets', 'hands'];
  const may_say = has_tables && (phase === 'talk' || phase === 'ideas');
  return may_say || writing === 'talk' ? ['ideas', 'people', 'talk'] : ['ideas', 'people'];
}

/** Where this phase's work is. What is half written is not taken from under the hands. */
export function tab_of(phase: Phase, has_tables: boolean, writing: Writing): Tab {
  if (writing !== null && tabs_of(phase, has_tables, writing).includes(writing)) return writing;
  if (phase === 'ideas' || phase === 'sort') return 'ideas';
  if (phase === 'talk' && has_tables) return 'talk';
  return phase === 'vote' || phase === 'results' ? 'sheets' : 'people';
}
