import { describe, expect, it } from 'vitest';
import type { Readiness } from '../../wire/readiness';
import { judge, type LineName, type Place } from './judge';

const now = new Date(2026, 10, 22, 18, 5).getTime();
const router = {
  url: 'http://192.168.1.10:8080',
  is_loopback: false,
  is_virtual: false,
  is_lent: false,
};
const well: Readiness = {
  now,
  is_clock_kept: true,
  addresses: [router],
  disk: { free_bytes: 52.4e9, is_writable: true, sync_ms: 4 },
  copies: { newest_at: now, is_same_disk: false },
  power: { is_on_mains: true, battery_percent: 96, minutes_left: null },
  boards: 1,
};
const here: Place = {
  url: new URL('http://localhost:8080/s/482913/desk'),
  is_connected: true,
  width: 1366,
  height: 768,
  keeps: true,
  clock_ms: now,
};

function line(name: LineName, facts: Partial<Readiness>, place: Partial<Place> = {}) {
  const found = judge({ ...well, ...facts }, { ...here, ...place }).find((l) => l.name === name);
  if (found === undefined) throw new Error(`no line ${name}`);
  return found;
}

describe('the readiness check', () => {
  it('is content with a laptop on which all is well', () => {
    expect(judge(well, here).map(({ state }) => state)).toEqual(Array(8).fill('good'));
    expect(judge(well, here).every(({ todo }) => todo === null)).toBe(true);
  });

  it('says what to do wherever it is not content', () => {
    const bad: Readiness = {
      now: 0,
      is_clock_kept: null,
      addresses: [],
      disk: null,
      copies: null,
      power: { is_on_mains: null, battery_percent: null, minutes_left: null },
      boards: 0,
    };
    const nowhere = { ...here, is_connected: false, keeps: false };
    for (const { name, state, todo } of judge(bad, nowhere)) {
      expect(state, name).not.toBe('good');
      expect(todo, name).not.toBeNull();
    }
  });

  it('finds no way for phones in this machine’s own and in virtual addresses', () => {
    const own = { ...router, url: 'http://127.0.0.1:8080', is_loopback: true };
    const bridge = { ...router, url: 'http://172.17.0.1:8080', is_virtual: true };
    expect(line('addresses', { addresses: [bridge, own] }).state).toBe('attention');
    expect(line('addresses', { addresses: [bridge, router, own] }).said).toContain(router.url);
  });

  it('warns of an address that is lent, and says when it cannot know', () => {
    const lent = line('addresses', { addresses: [{ ...router, is_lent: true }] });
    expect(lent.state).toBe('attention');
    expect(lent.said).toContain('роутер');
    expect(line('addresses', { addresses: [{ ...router, is_lent: null }] }).state).toBe('unknown');
  });

  it('looks whether the projector has its page', () => {
    expect(line('board', { boards: 2 }).said).toBe('Екран залу відкрито.');
    expect(line('board', { boards: 0 }).todo).toContain('з проєктором');
  });

  it('recommends the laptop itself to a desk that came over the network', () => {
    const remote = line('desk', {}, { url: new URL('http://192.168.1.10:8080/s/1/desk') });
    expect(remote.state).toBe('attention');
    expect(remote.todo).toContain('http://localhost:8080');
    const secret = line('desk', {}, { url: new URL('https://viche.example/s/1/desk') });
    expect(secret.state).toBe('good');
  });

  it('wants a window that the desk fits', () => {
    expect(line('browser', {}, { width: 1024, height: 640 }).state).toBe('good');
    expect(line('browser', {}, { width: 1023 }).state).toBe('attention');
    expect(line('browser', {}, { height: 600 }).state).toBe('attention');
  });

  it('does not vouch for a clock that nobody keeps', () => {
    const alone = line('clock', { is_clock_kept: false });
    expect(alone).toMatchObject({
      state: 'unknown',
      said: 'На ноутбуці 22 листопада 2026 р., 18:05.',
    });
    expect(line('clock', { now: new Date(2000, 0, 1).getTime() }).state).toBe('attention');
  });

  it('compares clocks only where there are two', () => {
    const clock_ms = now + 60_000;
    expect(line('clock', {}, { clock_ms }).state).toBe('good');
    const url = new URL('http://192.168.1.10:8080/s/1/desk');
    expect(line('clock', {}, { clock_ms, url }).state).toBe('attention');
    expect(line('clock', {}, { clock_ms: now + 1000, url }).state).toBe('good');
  });

  it('tells a full disk, a slow one, one that refuses and one that hangs', () => {
    const is = { free_bytes: 52.4e9, is_writable: true, sync_ms: 4 };
    expect(line('disk', { disk: is }).said).toBe('Вільно 52 ГБ, запис триває 4 мс.');
    expect(line('disk', { disk: { ...is, free_bytes: 4.27e9 } }).said).toContain('4,2 ГБ');
    expect(line('disk', { disk: { ...is, free_bytes: 120e6 } }).said).toContain('лише 120 МБ');
    expect(line('disk', { disk: { ...is, sync_ms: 900 } }).said).toContain('повільний');
    expect(line('disk', { disk: { ...is, is_writable: false } }).said).toContain('не вдалося');
    expect(line('disk', { disk: null }).said).toContain('не відповів');
  });

  it('does not count a copy on the same disk as one', () => {
    expect(line('copies', {}).said).toBe('Остання копія о 18:05, на іншому диску.');
    const same = { newest_at: now, is_same_disk: true };
    expect(line('copies', { copies: same }).state).toBe('attention');
    expect(line('copies', { copies: { newest_at: null, is_same_disk: false } }).state).toBe(
      'attention',
    );
  });

  it('says how long a battery lasts, and warns where there is none', () => {
    const on = { is_on_mains: false, battery_percent: 54, minutes_left: 80 };
    expect(line('power', { power: on }).said).toBe(
      'Від батареї: 54 %, вистачить приблизно на 1 год 20 хв.',
    );
    const soon = { ...on, minutes_left: 9 };
    expect(line('power', { power: soon }).said).toContain('на 9 хв');
    const none = { is_on_mains: true, battery_percent: null, minutes_left: null };
    expect(line('power', { power: none }).state).toBe('attention');
  });
});
