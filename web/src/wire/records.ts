// Guards of the records: what each must hold before a page believes it.
import {
  AUTHORSHIPS,
  CHANNELS,
  HIDE_REASONS,
  LANGUAGES,
  LATE_FATES,
  PAUSE_REASONS,
  PHASES,
  type Area,
  type DeskIdeaRecord,
  type DeskTotalsRecord,
  type IdeaRecord,
  type MeRecord,
  type OwnIdeaRecord,
  type OwnLateRecord,
  type Pause,
  type PhaseRecord,
  type SessionRecord,
  type SpotlightRecord,
  type StandingVote,
  type SupportsRecord,
  type TotalsRecord,
  type VotesRecord,
} from './ops.gen';
import {
  both,
  is_flag,
  is_integer,
  is_object,
  is_text,
  list_of,
  one_of,
  or_null,
  perhaps,
  shape,
} from './shape';
import type { Guard } from './shape';

const is_area = shape<Area>({
  slug: is_text,
  name: is_text,
  full_name: is_text,
  english: is_text,
});

export const is_session: Guard<SessionRecord> = both(
  shape<Omit<SessionRecord, 'contact'>>({
    code: is_text,
    title: is_text,
    community: is_text,
    question: is_text,
    areas: list_of(is_area),
    votes_per_person: is_integer,
    languages: list_of(one_of(LANGUAGES)),
    level: is_integer,
    tables: is_integer,
    settlements: list_of(is_text),
    people_per_phone: is_integer,
    premoderation: is_flag,
    authorship: one_of(AUTHORSHIPS),
  }),
  perhaps<Pick<SessionRecord, 'contact'>>({ contact: is_text }),
);

export const is_phase = shape<PhaseRecord>({
  phase: one_of(PHASES),
  opened_at: is_integer,
  planned_ms: is_integer,
  extended_ms: is_integer,
  paused_ms: is_integer,
  pause: or_null(shape<Pause>({ reason: one_of(PAUSE_REASONS), since: is_integer })),
});

type OfIdea = 'original' | 'support' | 'paper' | 'hands' | 'place'; // that it may be without

const is_idea: Guard<IdeaRecord> = both(
  shape<Omit<IdeaRecord, OfIdea>>({
    number: is_integer,
    text: is_text,
    areas: list_of(is_text),
    at: is_integer,
    channel: one_of(CHANNELS),
    merged: is_integer,
    supports: is_integer,
  }),
  perhaps<Pick<IdeaRecord, OfIdea>>({
    original: is_text,
    support: is_integer,
    paper: is_integer,
    hands: is_integer,
    place: is_integer,
  }),
);

const is_desk_idea: Guard<DeskIdeaRecord> = both(
  is_idea,
  shape<Omit<DeskIdeaRecord, keyof Omit<IdeaRecord, 'support'>>>({
    support: is_integer,
    table: is_integer,
    settlement: is_text,
    hidden: or_null(one_of(HIDE_REASONS)),
    withdrawn: is_flag,
    redacted: is_flag,
    moderated: is_flag,
    pending: is_flag,
    claimed: or_null(is_text),
    merged_into: is_integer,
    members: list_of(is_integer),
  }),
);

export const is_spotlight = shape<SpotlightRecord>({ idea: is_integer });

const is_totals = shape<TotalsRecord>({
  ideas: is_integer,
  people: is_integer,
  tables: is_integer,
});

const is_desk_totals: Guard<DeskTotalsRecord> = both(
  is_totals,
  shape<Omit<DeskTotalsRecord, keyof TotalsRecord>>({
    submitted: is_integer,
    hidden: is_integer,
    merged: is_integer,
    pending: is_integer,
    votes: is_integer,
  }),
);

export const is_me = shape<MeRecord>({
  writer: is_text,
  voter: or_null(is_text),
  joined: is_flag,
  table: is_integer,
  settlement: is_text,
  asks_help: is_flag,
  card: is_integer,
  warmup: or_null(is_integer),
});

export const is_own_idea: Guard<OwnIdeaRecord> = both(
  shape<Omit<OwnIdeaRecord, 'original'>>({
    number: is_integer,
    text: is_text,
    areas: list_of(is_text),
    at: is_integer,
    hidden: or_null(one_of(HIDE_REASONS)),
    withdrawn: is_flag,
    redacted: is_flag,
    moderated: is_flag,
    pending: is_flag,
    merged_into: is_integer,
  }),
  perhaps<Pick<OwnIdeaRecord, 'original'>>({ original: is_text }),
);

export const is_supports = shape<SupportsRecord>({ standing: list_of(is_integer) });

export const is_own_late = shape<OwnLateRecord>({
  text: is_text,
  areas: list_of(is_text),
  at: is_integer,
  fate: one_of(LATE_FATES),
  idea: is_integer,
});

export const is_votes = shape<VotesRecord>({
  standing: list_of(shape<StandingVote>({ idea: is_integer, on: is_integer })),
  left: is_integer,
});

// A desk's idea says whether it is hidden, its totals how many were submitted; what says so must
// be whole.
export const is_any_idea: Guard<IdeaRecord | DeskIdeaRecord> = (value): value is IdeaRecord =>
  is_object(value) && 'merged_into' in value ? is_desk_idea(value) : is_idea(value);
export const is_any_totals: Guard<TotalsRecord | DeskTotalsRecord> = (
  value,
): value is TotalsRecord =>
  is_object(value) && 'submitted' in value ? is_desk_totals(value) : is_totals(value);
