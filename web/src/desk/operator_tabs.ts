// The operator's tabs: which the phase needs, and the keys that lead there from anywhere. Pure.
import type { Phase } from '../wire/ops.gen';

export const TABS = ['ideas', 'people', 'sheets', 'hands'] as const;
export type Tab = (typeof TABS)[number];

/** Keys that neither type anything nor belong to the browser. */
export const TAB_KEYS: Readonly<Record<Tab, string>> = {
  ideas: 'F2',
  people: 'F4',
  sheets: 'F8',
  hands: 'F9',
};

export function tabs_of(phase: Phase): readonly Tab[] {
  if (phase === 'vote' || phase === 'results') return TABS;
  return ['ideas', 'people'];
}

/** Where this phase's work is. A half written idea is not taken from under the hands. */
export function tab_of(phase: Phase, is_writing: boolean): Tab {
  if (phase === 'ideas' || phase === 'sort' || is_writing) return 'ideas';
  return phase === 'vote' || phase === 'results' ? 'sheets' : 'people';
}
