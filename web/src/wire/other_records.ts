// Guards of the records that some pages alone read: each is asked for where it is read.
import {
  BOARD_MODES,
  OUTCOMES,
  PHASES,
  ROLES,
  type BoardRecord,
  type BrandingRecord,
  type CardsRecord,
  type CouncilRecord,
  type DecisionRecord,
  type GuestsLine,
  type GuestsRecord,
  type HallRecord,
  type HandCountRecord,
  type SentenceRecord,
  type SettlementLine,
  type SheetRecord,
  type TableLine,
  type WarmupRecord,
  type HelpRecord,
  type HelpRequest,
  type LateIdeaRecord,
  type PlannedPhase,
  type ProgrammeRecord,
  type PublicationRecord,
  type StaffLink,
  type StaffRecord,
  type UndoRecord,
  type WifiRecord,
} from './ops.gen';
import {
  both,
  is_flag,
  is_integer,
  is_text,
  list_of,
  one_of,
  or_null,
  perhaps,
  shape,
} from './shape';
import type { Guard } from './shape';

export const is_wifi = shape<WifiRecord>({ ssid: is_text, password: is_text });

export const is_help = shape<HelpRecord>({
  asked: list_of(shape<HelpRequest>({ table: is_integer, at: is_integer })),
});

export const is_late_idea = shape<LateIdeaRecord>({
  text: is_text,
  areas: list_of(is_text),
  table: is_integer,
  at: is_integer,
});

export const is_programme = shape<ProgrammeRecord>({
  phases: list_of(shape<PlannedPhase>({ phase: one_of(PHASES), minutes: is_integer })),
});

export const is_staff = shape<StaffRecord>({
  links: list_of(shape<StaffLink>({ id: is_text, role: one_of(ROLES), name: is_text })),
});

export const is_undo = shape<UndoRecord>({ op: is_text, ideas: list_of(is_integer) });

export const is_warmup: Guard<WarmupRecord> = both(
  shape<Omit<WarmupRecord, 'left'>>({
    question: is_text,
    options: list_of(is_text),
    people: list_of(is_integer),
  }),
  perhaps<Pick<WarmupRecord, 'left'>>({ left: is_integer }),
);

export const is_sentence = shape<SentenceRecord>({
  seq: is_integer,
  text: is_text,
  at: is_integer,
});

export const is_board = shape<BoardRecord>({ mode: one_of(BOARD_MODES), area: is_text });

export const is_hall = shape<HallRecord>({
  tables: list_of(
    shape<TableLine>({
      table: is_integer,
      people: is_integer,
      ideas: is_integer,
      last_at: is_integer,
    }),
  ),
  settlements: list_of(
    shape<SettlementLine>({ name: is_text, people: is_integer, ideas: is_integer }),
  ),
});

export const is_guests = shape<GuestsRecord>({
  guests: list_of(
    shape<GuestsLine>({ table: is_integer, settlement: is_text, people: is_integer }),
  ),
});

export const is_sheet = shape<SheetRecord>({
  ideas: list_of(is_integer),
  entered_by: is_text,
  confirmed: is_flag,
  replaces_online: is_flag,
  withdrawal_asked: or_null(is_text),
});

export const is_hand_count = shape<HandCountRecord>({
  hands: is_integer,
  counted_by: is_text,
  confirmed: is_flag,
  withdrawal_asked: or_null(is_text),
});

export const is_cards = shape<CardsRecord>({
  issued: is_integer,
  used: is_integer,
  replaced: is_integer,
});

export const is_branding = shape<BrandingRecord>({ partners: is_text, logo: is_text });

export const is_publication = shape<PublicationRecord>({ published: is_flag, since: is_integer });

export const is_council = shape<CouncilRecord>({
  authority: is_text,
  authority_id: is_text,
  cattutc: is_text,
  ground: is_text,
  aim: is_text,
  term: is_text,
  place: is_text,
  notice: is_text,
  facilitators: is_text,
  contact_person: is_text,
  contact: is_text,
  email: is_text,
  site: is_text,
  next_steps: is_text,
  signer: is_text,
});

export const is_decision = shape<DecisionRecord>({
  outcome: one_of(OUTCOMES),
  reason: is_text,
  goal: is_text,
  responsible: is_text,
  deadline: is_text,
  at: is_integer,
});
