// The guards of what the server tells a facilitator before people come: the laptop, the way to the
// phones and back, the rehearsal. Only the desk asks for them.
import {
  both,
  is_flag,
  is_integer,
  is_text,
  list_of,
  one_of,
  or_null,
  parse_json,
  perhaps,
  shape,
} from './shape';

export type ReachedAt = {
  url: string;
  is_loopback: boolean;
  is_virtual: boolean;
  /** For a time, by a router; null: the server does not know. */
  is_lent: boolean | null;
};
export type Disk = { free_bytes: number | null; is_writable: boolean; sync_ms: number };
export type Copies = { newest_at: number | null; is_same_disk: boolean | null };
export type Power = {
  is_on_mains: boolean | null;
  battery_percent: number | null;
  minutes_left: number | null;
};
/** What is null is not known; without `disk` it did not answer, without `copies` none are kept. */
export type Readiness = {
  now: number;
  is_clock_kept: boolean | null;
  addresses: readonly ReachedAt[];
  disk: Disk | null;
  copies: Copies | null;
  power: Power;
  /** Of this session, connected now. */
  boards: number;
};
/** Microseconds; without times nobody answered. */
export type RoundTrips = {
  asked: number;
  answered: number;
  median_us?: number;
  worst_us?: number;
};
export const STAGE_STATES = [
  'none',
  'starting',
  'playing',
  'played',
  'left_off',
  'others',
  'impossible',
] as const;
export type StageState = (typeof STAGE_STATES)[number];
export type Rehearsal = { state: StageState; port?: number; desk?: string; board?: string };

const is_readiness = shape<Readiness>({
  now: is_integer,
  is_clock_kept: or_null(is_flag),
  addresses: list_of(
    shape<ReachedAt>({
      url: is_text,
      is_loopback: is_flag,
      is_virtual: is_flag,
      is_lent: or_null(is_flag),
    }),
  ),
  disk: or_null(
    shape<Disk>({ free_bytes: or_null(is_integer), is_writable: is_flag, sync_ms: is_integer }),
  ),
  copies: or_null(
    shape<Copies>({ newest_at: or_null(is_integer), is_same_disk: or_null(is_flag) }),
  ),
  power: shape<Power>({
    is_on_mains: or_null(is_flag),
    battery_percent: or_null(is_integer),
    minutes_left: or_null(is_integer),
  }),
  boards: is_integer,
});
const is_round_trips = both(
  shape<Pick<RoundTrips, 'asked' | 'answered'>>({ asked: is_integer, answered: is_integer }),
  perhaps<Pick<RoundTrips, 'median_us' | 'worst_us'>>({
    median_us: is_integer,
    worst_us: is_integer,
  }),
);
const is_rehearsal = both(
  shape<Pick<Rehearsal, 'state'>>({ state: one_of(STAGE_STATES) }),
  perhaps<Omit<Rehearsal, 'state'>>({ port: is_integer, desk: is_text, board: is_text }),
);

// The answer to GET …/readiness, or null.
export function parse_readiness(text: string): Readiness | null {
  const value = parse_json(text);
  return is_readiness(value) ? value : null;
}

// The answer to POST …/round-trips, or null.
export function parse_round_trips(text: string): RoundTrips | null {
  const value = parse_json(text);
  return is_round_trips(value) ? value : null;
}

// The answer to …/rehearsal, or null.
export function parse_rehearsal(text: string): Rehearsal | null {
  const value = parse_json(text);
  return is_rehearsal(value) ? value : null;
}
