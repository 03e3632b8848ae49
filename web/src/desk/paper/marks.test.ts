import { describe, expect, it } from 'vitest';
import { difference, numbers_in, with_typed, type ListedIdea } from './marks';

const ideas: readonly ListedIdea[] = [3, 4, 12].map((number) => ({
  id: number * 100,
  number,
  text: `Ідея ${String(number)}`,
}));
const [third, fourth] = ideas;

function typed(text: string, already: readonly ListedIdea[] = [], most = 10) {
  const { marks, fault } = with_typed(already, text, ideas, most);
  return { numbers: marks.map(({ number }) => number), fault };
}

describe('numbers typed from a sheet', () => {
  it('may stand apart in any way', () => {
    expect(numbers_in(' 3, 4;12 ')).toEqual([3, 4, 12]);
    expect(numbers_in('№ 7')).toEqual([7]);
  });

  it('are nothing where another word stands among them, or no word', () => {
    expect(numbers_in('3 школа')).toBeNull();
    expect(numbers_in('-3')).toBeNull();
    expect(numbers_in('  ')).toBeNull();
  });
});

describe('a mark', () => {
  it('is the idea of that number', () => {
    expect(typed('12')).toEqual({ numbers: [12], fault: null });
  });

  it('is refused where no such idea is voted for', () => {
    expect(typed('5')).toEqual({ numbers: [], fault: { why: 'unknown', number: 5 } });
  });

  it('counts once', () => {
    expect(typed('3', ideas.slice(0, 1)).fault).toEqual({ why: 'twice', number: 3 });
  });

  it('is one too many above what a person has', () => {
    expect(typed('3 4 12', [], 2)).toEqual({ numbers: [3, 4], fault: { why: 'too_many' } });
  });

  it('of several typed at once stays as far as they were right', () => {
    expect(typed('3 99 4').numbers).toEqual([3]);
  });

  it('that is no number is said to be none', () => {
    expect(typed('аптека').fault).toEqual({ why: 'no_number' });
  });
});

describe('two readings of one sheet', () => {
  it('differ in what only one of them has', () => {
    expect(difference([third?.id ?? 0, 9], [fourth?.id ?? 0, 9])).toEqual({
      only_first: [300],
      only_second: [400],
    });
  });
});
