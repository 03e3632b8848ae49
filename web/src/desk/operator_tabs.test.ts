import { describe, expect, it } from 'vitest';
import { PHASES } from '../wire/ops.gen';
import { tab_of, TAB_KEYS, tabs_of } from './operator_tabs';

describe('the operator’s tabs', () => {
  it('open where the work of the phase is', () => {
    expect(tab_of('lobby', true, null)).toBe('people');
    expect(tab_of('talk', true, null)).toBe('talk');
    expect(tab_of('ideas', true, null)).toBe('ideas');
    expect(tab_of('vote', true, null)).toBe('sheets');
  });

  it('have no sentences of tables in a hall without tables', () => {
    expect(tab_of('talk', false, null)).toBe('people');
    expect(tabs_of('talk', false, null)).not.toContain('talk');
  });

  it('leave a half written idea in sight', () => {
    expect(tab_of('vote', true, 'ideas')).toBe('ideas');
    expect(tab_of('talk', true, 'ideas')).toBe('ideas');
  });

  it('leave a half written sentence in sight until the vote', () => {
    expect(tab_of('ideas', true, 'talk')).toBe('talk');
    expect(tab_of('sort', true, 'talk')).toBe('talk');
    expect(tab_of('vote', true, 'talk')).toBe('sheets');
  });

  it('are those the phase has, and the one it opens is among them', () => {
    expect(tabs_of('lobby', true, null)).toEqual(['ideas', 'people']);
    expect(tabs_of('ideas', true, null)).toEqual(['ideas', 'people', 'talk']);
    expect(tabs_of('results', true, null)).toEqual(['ideas', 'people', 'sheets', 'hands']);
    for (const phase of PHASES) {
      for (const writing of ['ideas', 'talk', null] as const) {
        expect(tabs_of(phase, true, writing)).toContain(tab_of(phase, true, writing));
      }
    }
  });

  it('have a key each, in every phase', () => {
    for (const phase of PHASES) {
      const keys = tabs_of(phase, true, 'talk').map((tab) => TAB_KEYS[tab]);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});
