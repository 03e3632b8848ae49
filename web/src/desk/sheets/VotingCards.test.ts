import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import type { SessionRecord } from '../../wire/ops.gen';
import VotingCards from './VotingCards.svelte';

const session: SessionRecord = {
  code: '482913',
  title: 'Стратегія громади',
  community: 'Криничненська громада',
  question: '',
  areas: [],
  votes_per_person: 10,
  languages: ['uk'],
  level: 2,
  tables: 0,
  settlements: [],
  people_per_phone: 1,
  premoderation: false,
  authorship: 'unnamed',
};

function drawn(count: number): string {
  const cards = Array.from({ length: count }, (_, at) => ({
    serial: at + 1,
    address: `http://192.168.1.10:8080/s/482913#card=${'A'.repeat(22)}`,
    digits: String(48210000 + at),
  }));
  return render(VotingCards, { props: { session, cards } }).body;
}

const times = (text: string, part: string): number => text.split(part).length - 1;

describe('the voting cards', () => {
  it('stand ten to a sheet', () => {
    for (const [count, sheets] of [
      [1, 1],
      [10, 1],
      [23, 3],
    ] as const) {
      const page = drawn(count);
      expect(times(page, '<article')).toBe(count);
      expect(times(page, 'class="sheet ')).toBe(sheets);
    }
  });

  it('have a code, its digits in fours and a number of their own', () => {
    const page = drawn(2);
    expect(page).toContain('4821\u00a00001');
    expect(page).toContain('QR-код картки № 2');
    expect(page).toContain('Одна картка\u00a0— одна людина.');
  });
});
