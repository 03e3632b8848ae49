// The one guard through which what the server sends enters the page. Beyond it, types hold.
import {
  ROLES,
  type DeskIdeaRecord,
  type DeskTotalsRecord,
  type IdeaRecord,
  type MeRecord,
  type OwnIdeaRecord,
  type OwnLateRecord,
  type PhaseRecord,
  type RefusalKind,
  type RefusalName,
  type Role,
  type SessionRecord,
  type SpotlightRecord,
  type SupportsRecord,
  type TotalsRecord,
  type VotesRecord,
} from './ops.gen';
import { is_refusal_kind, is_refusal_name } from './answers';
import {
  is_any_idea,
  is_any_totals,
  is_me,
  is_own_idea,
  is_own_late,
  is_phase,
  is_session,
  is_spotlight,
  is_supports,
  is_votes,
} from './records';
import {
  both,
  is_flag,
  is_integer,
  is_object,
  is_text,
  list_of,
  one_of,
  or_null,
  parse_json,
  perhaps,
  shape,
} from './shape';
import type { Guard } from './shape';

// Records that some pages alone read, and guard as they read them: others carry no word of them.
const OTHERS = [
  'wifi',
  'help',
  'late_idea',
  'programme',
  'staff',
  'warmup',
  'sentence',
  'board',
  'hall',
  'guests',
  'sheet',
  'hand_count',
  'cards',
  'branding',
  'council',
  'decision',
  'publication',
] as const;
const OWN_OTHERS = ['undo'] as const;
export type OtherRecord = (typeof OTHERS)[number] | (typeof OWN_OTHERS)[number];

export type Put =
  | { record: 'session'; id: number; value: SessionRecord }
  | { record: 'phase'; id: number; value: PhaseRecord }
  | { record: 'idea'; id: number; value: IdeaRecord | DeskIdeaRecord }
  | { record: 'spotlight'; id: number; value: SpotlightRecord }
  | { record: 'totals'; id: number; value: TotalsRecord | DeskTotalsRecord }
  | { record: (typeof OTHERS)[number]; id: number; value: object };

export type MinePut =
  | { record: 'me'; id: number; value: MeRecord }
  | { record: 'own_idea'; id: number; value: OwnIdeaRecord }
  | { record: 'supports'; id: number; value: SupportsRecord }
  | { record: 'own_late'; id: number; value: OwnLateRecord }
  | { record: 'votes'; id: number; value: VotesRecord }
  | { record: (typeof OWN_OTHERS)[number]; id: number; value: object };

export type Drop = { record: string; id: number };
export type MineAddendum = { whole: boolean; puts: readonly MinePut[]; drops: readonly Drop[] };

export type Welcome = {
  type: 'welcome';
  protocol: number;
  epoch: string;
  boot: string;
  now: number;
  role: Role;
  seq: number;
};
export type Snapshot = {
  type: 'snapshot';
  epoch: string;
  seq: number;
  puts: readonly Put[];
};
export type Delta = {
  type: 'delta';
  after: number;
  seq: number;
  puts: readonly Put[];
  drops: readonly Drop[];
  mine?: MineAddendum;
};
export type MineMessage = { type: 'mine'; seq: number; mine: MineAddendum };
export type Ack = { type: 'ack'; id: string; seq: number };
export type Refusal = {
  type: 'refusal';
  id: string | null;
  refusal: RefusalName;
  kind: RefusalKind;
  field?: string;
  limit?: number;
};
export type Alike = { idea: number; alike: number };
export type Similar = { type: 'similar'; id: string; ideas: readonly Alike[] };
export type Turnout = { type: 'turnout'; voted: number };
export type AwayTable = { table: number; people: number };
export type Presence = {
  type: 'presence';
  connected: number;
  away: readonly AwayTable[];
  wrong_cards: number;
  erasing: boolean;
};
// The end of a closed session's chain.
export type Head = { type: 'head'; seq: number; hash: string };
export type Pong = { type: 'pong'; at: number; now: number };

export type ServerMessage =
  | Welcome
  | Snapshot
  | Delta
  | MineMessage
  | Ack
  | Refusal
  | Similar
  | Turnout
  | Presence
  | Head
  | Pong;

const is_record: Guard<object> = (value): value is object => is_object(value);

function put_of<R extends string, T>(record: R | readonly R[], value: Guard<T>) {
  return shape<{ record: R; id: number; value: T }>({
    record: one_of(typeof record === 'string' ? [record] : record),
    id: is_integer,
    value,
  });
}

const puts = [
  put_of('session', is_session),
  put_of('phase', is_phase),
  put_of('idea', is_any_idea),
  put_of('spotlight', is_spotlight),
  put_of('totals', is_any_totals),
  put_of(OTHERS, is_record),
];
const mine_puts = [
  put_of('me', is_me),
  put_of('own_idea', is_own_idea),
  put_of('supports', is_supports),
  put_of('own_late', is_own_late),
  put_of('votes', is_votes),
  put_of(OWN_OTHERS, is_record),
];

const is_put: Guard<Put> = (value): value is Put => puts.some((fits) => fits(value));
const is_mine_put: Guard<MinePut> = (value): value is MinePut =>
  mine_puts.some((fits) => fits(value));
const is_drop = shape<Drop>({ record: is_text, id: is_integer });

const is_mine = shape<MineAddendum>({
  whole: is_flag,
  puts: list_of(is_mine_put),
  drops: list_of(is_drop),
});
const with_mine = perhaps<{ mine?: MineAddendum }>({ mine: is_mine });

const messages: { [T in ServerMessage['type']]: Guard<Extract<ServerMessage, { type: T }>> } = {
  welcome: shape<Welcome>({
    type: one_of(['welcome']),
    protocol: is_integer,
    epoch: is_text,
    boot: is_text,
    now: is_integer,
    role: one_of(ROLES),
    seq: is_integer,
  }),
  snapshot: shape<Snapshot>({
    type: one_of(['snapshot']),
    epoch: is_text,
    seq: is_integer,
    puts: list_of(is_put),
  }),
  delta: both(
    shape<Omit<Delta, 'mine'>>({
      type: one_of(['delta']),
      after: is_integer,
      seq: is_integer,
      puts: list_of(is_put),
      drops: list_of(is_drop),
    }),
    with_mine,
  ),
  mine: shape<MineMessage>({ type: one_of(['mine']), seq: is_integer, mine: is_mine }),
  ack: shape<Ack>({ type: one_of(['ack']), id: is_text, seq: is_integer }),
  refusal: both(
    shape<Omit<Refusal, 'field' | 'limit'>>({
      type: one_of(['refusal']),
      id: or_null(is_text),
      refusal: is_refusal_name,
      kind: is_refusal_kind,
    }),
    perhaps<Pick<Refusal, 'field' | 'limit'>>({ field: is_text, limit: is_integer }),
  ),
  similar: shape<Similar>({
    type: one_of(['similar']),
    id: is_text,
    ideas: list_of(shape<Alike>({ idea: is_integer, alike: is_integer })),
  }),
  turnout: shape<Turnout>({ type: one_of(['turnout']), voted: is_integer }),
  presence: shape<Presence>({
    type: one_of(['presence']),
    connected: is_integer,
    away: list_of(shape<AwayTable>({ table: is_integer, people: is_integer })),
    wrong_cards: is_integer,
    erasing: is_flag,
  }),
  head: shape<Head>({ type: one_of(['head']), seq: is_integer, hash: is_text }),
  pong: shape<Pong>({ type: one_of(['pong']), at: is_integer, now: is_integer }),
};

// The message; undefined when it is none of viche.v1, null when it is one and says what this page
// does not know, as a newer server's may.
export function parse_message(text: string): ServerMessage | null | undefined {
  const value = parse_json(text);
  if (!is_object(value)) return undefined;
  const fits = Object.entries(messages).find(([type]) => type === value['type'])?.[1];
  return fits && (fits(value) ? value : null);
}
