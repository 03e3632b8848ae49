import { describe, expect, it } from 'vitest';
import { USUAL_MINUTES } from '../programme';
import { next_hour, programme_times, total_minutes } from './programme_times';

const lines = (minutes = USUAL_MINUTES, start = '14:00'): string[] =>
  programme_times(minutes, start).map(({ phase, from, to }) => `${phase} ${from}–${to}`);

describe('the programme on paper', () => {
  it('follows the planned minutes from the time people are asked to come', () => {
    expect(lines()).toEqual([
      'lobby null–14:00',
      'warmup 14:00–14:05',
      'talk 14:05–14:20',
      'ideas 14:20–15:05',
      'sort 15:05–15:20',
      'vote 15:20–15:32',
      'results 15:32–null',
    ]);
  });

  it('gives gathering its time where one is planned', () => {
    expect(lines({ ...USUAL_MINUTES, lobby: 20 }).slice(0, 2)).toEqual([
      'lobby 14:00–14:20',
      'warmup 14:20–14:25',
    ]);
  });

  it('leaves the end of a phase without a clock open and goes on from its beginning', () => {
    expect(lines({ ...USUAL_MINUTES, talk: 0 }).slice(2, 4)).toEqual([
      'talk 14:05–null',
      'ideas 14:05–14:50',
    ]);
  });

  it('goes past midnight', () => {
    expect(lines(USUAL_MINUTES, '23:50')[2]).toBe('talk 23:55–0:10');
  });

  it('adds up, and proposes the next full hour', () => {
    expect(total_minutes(USUAL_MINUTES)).toBe(92);
    expect(next_hour(new Date(2027, 4, 3, 9, 1))).toBe('10:00');
    expect(next_hour(new Date(2027, 4, 3, 23, 30))).toBe('00:00');
  });
});
