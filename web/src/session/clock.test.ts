import { describe, expect, it } from 'vitest';
import type { PhaseRecord } from '../wire/ops.gen';
import { back_off_ms, first_ms, longest_ms } from './back_off';
import { ServerClock, time_left_ms } from './clock';

const phase: PhaseRecord = {
  phase: 'ideas',
  opened_at: 1_000,
  planned_ms: 60_000,
  extended_ms: 0,
  paused_ms: 0,
  pause: null,
};

describe('the clock of a phase', () => {
  it('runs down from what was planned', () => {
    expect(time_left_ms(phase, 1_000)).toBe(60_000);
    expect(time_left_ms(phase, 31_000)).toBe(30_000);
    expect(time_left_ms(phase, 62_000)).toBe(-1_000);
  });

  it('counts what was added, and not what was paused', () => {
    expect(time_left_ms({ ...phase, extended_ms: 5_000, paused_ms: 10_000 }, 31_000)).toBe(45_000);
  });

  it('never shows more than was planned, though the estimate of the time be early', () => {
    expect(time_left_ms(phase, 400)).toBe(60_000);
  });

  it('stands still while paused', () => {
    const paused: PhaseRecord = { ...phase, pause: { reason: 'air_raid', since: 21_000 } };
    expect(time_left_ms(paused, 21_000)).toBe(40_000);
    expect(time_left_ms(paused, 900_000)).toBe(40_000);
  });

  it('is none where no time was planned', () => {
    expect(time_left_ms({ ...phase, planned_ms: 0 }, 5_000)).toBeNull();
  });
});

describe('the server’s time', () => {
  it('is taken from the shortest round trip', () => {
    const clock = new ServerClock(() => 10_000);
    clock.sample(0, 1_000, 50_900); // slow, and wrong by 400
    clock.sample(2_000, 2_020, 52_010);
    clock.sample(3_000, 3_800, 53_000);
    expect(clock.now()).toBe(60_000);
  });

  it('ignores a round trip that ended before it began', () => {
    const clock = new ServerClock(() => 10_000);
    clock.sample(5_000, 4_000, 99_000);
    expect(clock.now()).toBe(10_000);
  });

  it('follows a clock that drifts: the best of the past does not rule for ever', () => {
    const clock = new ServerClock(() => 0);
    clock.sample(0, 1, 100);
    for (let i = 0; i < 8; i++) clock.sample(0, 10, 205);
    expect(clock.now()).toBe(200);
  });
});

describe('coming back', () => {
  it('waits between nothing and twice as long each time, up to the longest', () => {
    for (let attempt = 0; attempt < 40; attempt++) {
      const most = Math.min(longest_ms, first_ms * 2 ** attempt);
      expect(back_off_ms(attempt, () => 0)).toBe(0);
      expect(back_off_ms(attempt, () => 0.999_999)).toBeLessThan(most);
      expect(back_off_ms(attempt, () => 0.999_999)).toBeGreaterThan(most * 0.99);
    }
  });
});
