// Guards of the records that some pages alone read: each is asked for where it is read.
import {
  PHASES,
  ROLES,
  type HelpRecord,
  type HelpRequest,
  type LateIdeaRecord,
  type PlannedPhase,
  type ProgrammeRecord,
  type StaffLink,
  type StaffRecord,
  type UndoRecord,
  type WifiRecord,
} from './ops.gen';
import { is_integer, is_text, list_of, one_of, shape } from './shape';

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
