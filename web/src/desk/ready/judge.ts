// What the facts of the readiness check mean for a hall: a state for each line, what is, and what
// to do where it is not well. What is not known is said to be so.
import { language } from '../../text/catalogue.svelte';
import { number_text } from '../../text/plural';
import { t } from '../../text/ready';
import type { Copies, Disk, Power, ReachedAt, Readiness } from '../../wire/readiness';
import { time_of_day } from '../time_of_day';

export type State = 'good' | 'attention' | 'unknown';
export type LineName =
  'addresses' | 'desk' | 'board' | 'browser' | 'clock' | 'disk' | 'copies' | 'power';
export type Line = { name: LineName; state: State; said: string; todo: string | null };

/** What the page knows of itself. */
export type Place = {
  url: URL;
  is_connected: boolean;
  width: number;
  height: number;
  keeps: boolean;
  clock_ms: number;
};

const free_bytes_min = 500e6; // a session of a city takes some 20 MB; copies and programs want room
const sync_ms_max = 200; // every acknowledgement waits for as long
const apart_ms_max = 5000;
const narrowest = 1024;
const lowest = 640;
const oldest_year = 2025; // a clock that lost its battery begins again in 1970 or 2000

export function judge(facts: Readiness, place: Place): Line[] {
  return [
    addresses(facts.addresses),
    desk(place),
    board(facts.boards),
    browser(place),
    clock(facts, place),
    disk(facts.disk),
    copies(facts.copies),
    power(facts.power),
  ];
}

export function is_here(url: URL): boolean {
  return /^(localhost|127\.[\d.]+|\[::1\])$/.test(url.hostname);
}

function good(name: LineName, said: string): Line {
  return { name, state: 'good', said, todo: null };
}

function look(name: LineName, said: string, todo: string): Line {
  return { name, state: 'attention', said, todo };
}

function unsure(name: LineName, said: string, todo: string): Line {
  return { name, state: 'unknown', said, todo };
}

function addresses(all: readonly ReachedAt[]): Line {
  const name = 'addresses';
  const best = all.find((one) => !one.is_loopback && !one.is_virtual);
  if (best === undefined) return look(name, t('addresses_none'), t('addresses_none_do'));
  const said = { address: best.url };
  if (best.is_lent === null)
    return unsure(name, t('addresses_unsure', said), t('addresses_unsure_do'));
  if (!best.is_lent) return good(name, t('addresses_kept', said));
  return look(name, t('addresses_lent', said), t('addresses_lent_do'));
}

function desk({ url, is_connected }: Place): Line {
  const name = 'desk';
  if (!is_connected) return look(name, t('desk_away'), t('desk_away_do'));
  if (is_here(url)) return good(name, t('desk_here'));
  if (url.protocol === 'https:') return good(name, t('desk_secret'));
  const address = `http://localhost:${url.port === '' ? '80' : url.port}`;
  return look(name, t('desk_remote'), t('desk_remote_do', { address }));
}

function board(open: number): Line {
  const name = 'board';
  return open > 0 ? good(name, t('board_open')) : look(name, t('board_none'), t('board_none_do'));
}

function browser({ width, height, keeps }: Place): Line {
  const name = 'browser';
  if (!keeps) return look(name, t('browser_forgets'), t('browser_forgets_do'));
  const size = { width, height };
  if (width >= narrowest && height >= lowest) return good(name, t('browser_fits', size));
  return look(name, t('browser_small', size), t('browser_small_do'));
}

function clock({ now, is_clock_kept }: Readiness, { url, clock_ms }: Place): Line {
  const name = 'clock';
  const told = language.current === 'uk' ? 'uk-UA' : 'en-GB';
  const day: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' };
  const date = new Date(now).toLocaleDateString(told, day);
  const said = { time: time_of_day(now), date };
  if (new Date(now).getFullYear() < oldest_year)
    return look(name, t('clock_wrong', said), t('clock_wrong_do'));
  const is_apart = !is_here(url) && Math.abs(now - clock_ms) > apart_ms_max;
  if (is_apart) return look(name, t('clock_apart', said), t('clock_apart_do'));
  if (is_clock_kept === true) return good(name, t('clock_kept', said));
  return unsure(name, t('clock_alone', said), t('clock_alone_do'));
}

function disk(is: Disk | null): Line {
  const name = 'disk';
  if (is === null) return look(name, t('disk_hangs'), t('disk_hangs_do'));
  if (!is.is_writable) return look(name, t('disk_refuses'), t('disk_refuses_do'));
  const ms = number_text(language.current, Math.max(1, is.sync_ms));
  if (is.sync_ms > sync_ms_max) return look(name, t('disk_slow', { ms }), t('disk_slow_do'));
  const free = is.free_bytes === null ? '?' : size(is.free_bytes);
  if (is.free_bytes !== null && is.free_bytes < free_bytes_min)
    return look(name, t('disk_full', { free }), t('disk_full_do'));
  return good(name, t('disk_good', { free, ms }));
}

function copies(are: Copies | null): Line {
  const name = 'copies';
  if (are === null) return look(name, t('copies_off'), t('copies_off_do'));
  if (are.newest_at === null) return look(name, t('copies_none_yet'), t('copies_none_yet_do'));
  const said = { time: time_of_day(are.newest_at) };
  if (are.is_same_disk === true) return look(name, t('copies_same', said), t('copies_same_do'));
  return good(name, t(are.is_same_disk === null ? 'copies_near' : 'copies_good', said));
}

function power({ is_on_mains, battery_percent, minutes_left }: Power): Line {
  const name = 'power';
  const percent = battery_percent ?? 0;
  if (is_on_mains === null && battery_percent === null)
    return unsure(name, t('power_unknown'), t('power_unknown_do'));
  if (battery_percent === null) return look(name, t('power_mains_only'), t('power_mains_only_do'));
  if (is_on_mains === true) return good(name, t('power_mains', { percent }));
  const left = minutes_left === null ? null : long(minutes_left);
  const said =
    left === null ? t('power_battery', { percent }) : t('power_battery_left', { percent, left });
  return look(name, said, t('power_battery_do'));
}

function size(bytes: number): string {
  const [key, unit] = bytes >= 1e9 ? (['gigabytes', 1e9] as const) : (['megabytes', 1e6] as const);
  const n = bytes / unit;
  const rounded = n < 10 ? Math.floor(n * 10) / 10 : Math.floor(n);
  return t(key, { n: rounded });
}

function long(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return t('minutes_only', { minutes });
  return t('hours_minutes', { hours, minutes: minutes % 60 });
}
