import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import type { SessionRecord } from '../../wire/ops.gen';
import VotingPage from './VotingPage.svelte';

const session: SessionRecord = {
  code: '482913',
  title: 'Стратегія громади',
  community: 'Криничненська громада',
  question: '',
  areas: [],
  votes_per_person: 3,
  languages: ['uk'],
  level: 1,
  tables: 0,
  settlements: [],
  people_per_phone: 1,
  premoderation: false,
  authorship: 'unnamed',
};

const drawn = (page: number, level: number): string =>
  render(VotingPage, { props: { session: { ...session, level }, page, pages: 2 } }).body;

describe('a page of the voting sheet', () => {
  it('tells the rule once, and on every page whose it is and which it is', () => {
    expect(drawn(1, 1)).toContain('Ви маєте 3 голоси.');
    expect(drawn(2, 1)).not.toContain('голос');
    for (const page of [1, 2]) {
      expect(drawn(page, 1)).toContain('№ бланка');
      expect(drawn(page, 1)).toContain('Стратегія громади');
      expect(drawn(page, 1)).toContain(`сторінка ${page} з 2`);
    }
  });

  it('asks for the number of the card where the session votes by cards', () => {
    expect(drawn(1, 2)).toContain('№ картки');
    expect(drawn(1, 2)).toContain('впишіть номер своєї картки');
    expect(drawn(2, 2)).toContain('№ картки');
    expect(drawn(1, 1)).not.toContain('картки');
  });
});
