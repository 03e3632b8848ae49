import { describe, expect, it } from 'vitest';
import { tab_of, TAB_KEYS, TABS, tabs_of } from './operator_tabs';

describe('the operator’s tabs', () => {
  it('open where the work of the phase is', () => {
    expect(tab_of('lobby', false)).toBe('people');
    expect(tab_of('ideas', false)).toBe('ideas');
    expect(tab_of('vote', false)).toBe('sheets');
  });

  it('leave a half written idea in sight', () => {
    expect(tab_of('vote', true)).toBe('ideas');
  });

  it('are those the phase has, and the one it opens is among them', () => {
    expect(tabs_of('talk')).toEqual(['ideas', 'people']);
    expect(tabs_of('results')).toEqual(TABS);
    expect(tabs_of('closed')).toContain(tab_of('closed', false));
  });

  it('have a key each', () => {
    expect(new Set(Object.values(TAB_KEYS)).size).toBe(TABS.length);
  });
});
