// The wire's types, printed from the server's own: do not edit, run scripts/gen.
// Spelled as in C++, so that one grep finds a field on both sides.

export type Phase = 'lobby' | 'warmup' | 'talk' | 'ideas' | 'sort' | 'vote' | 'results' | 'closed';
export const PHASES: readonly Phase[] = ['lobby', 'warmup', 'talk', 'ideas', 'sort', 'vote', 'results', 'closed'];

export type PauseReason = 'air_raid' | 'no_power' | 'rest' | 'other';
export const PAUSE_REASONS: readonly PauseReason[] = ['air_raid', 'no_power', 'rest', 'other'];

export type HideReason = 'off_topic' | 'insult' | 'advertising' | 'personal_data' | 'security' | 'repeat' | 'test';
export const HIDE_REASONS: readonly HideReason[] = ['off_topic', 'insult', 'advertising', 'personal_data', 'security', 'repeat', 'test'];

export type Channel = 'phone' | 'oral' | 'paper';
export const CHANNELS: readonly Channel[] = ['phone', 'oral', 'paper'];

export type LateFate = 'waiting' | 'accepted' | 'declined';
export const LATE_FATES: readonly LateFate[] = ['waiting', 'accepted', 'declined'];

export type BoardMode = 'follow' | 'welcome' | 'rules' | 'warmup' | 'talk' | 'newest' | 'wall' | 'cloud' | 'areas' | 'settlements' | 'silent' | 'turnout' | 'countdown' | 'ranking' | 'thanks';
export const BOARD_MODES: readonly BoardMode[] = ['follow', 'welcome', 'rules', 'warmup', 'talk', 'newest', 'wall', 'cloud', 'areas', 'settlements', 'silent', 'turnout', 'countdown', 'ranking', 'thanks'];

export type Authorship = 'unnamed' | 'named';
export const AUTHORSHIPS: readonly Authorship[] = ['unnamed', 'named'];

export type Outcome = 'open' | 'accepted' | 'partly' | 'declined' | 'study' | 'passed_on';
export const OUTCOMES: readonly Outcome[] = ['open', 'accepted', 'partly', 'declined', 'study', 'passed_on'];

export type Language = 'uk' | 'en';
export const LANGUAGES: readonly Language[] = ['uk', 'en'];

export type Role = 'host' | 'facilitator' | 'operator' | 'board' | 'resident';
export const ROLES: readonly Role[] = ['host', 'facilitator', 'operator', 'board', 'resident'];

export type Area = {
  slug: string;
  name: string;
  full_name: string;
  english: string;
};

export type Settings = {
  title: string;
  community: string;
  question: string;
  areas: readonly Area[];
  votes_per_person: number;
  languages: readonly Language[];
  level: number;
  tables: number;
  settlements: readonly string[];
};

export type CardCodes = {
  code: string;
  digits: string;
};

export type ReportDetails = {
  authority: string;
  authority_id: string;
  cattutc: string;
  ground: string;
  aim: string;
  term: string;
  place: string;
  notice: string;
  facilitators: string;
  contact_person: string;
  contact: string;
  email: string;
  site: string;
  next_steps: string;
  signer: string;
};

export type Decision = {
  outcome: Outcome;
  reason: string;
  goal: string;
  responsible: string;
  deadline: string;
};

export type DecisionLine = {
  idea: number;
  decision: Decision;
};

export type Op =
  | { kind: 'configure_session'; title: string; community: string; question: string; areas: readonly Area[]; votes_per_person: number; languages: readonly Language[]; level: number; tables: number; settlements: readonly string[] }
  | { kind: 'open_phase'; phase: Phase; minutes: number }
  | { kind: 'pause'; reason: PauseReason }
  | { kind: 'resume' }
  | { kind: 'extend_phase'; minutes: number }
  | { kind: 'join'; table: number; settlement: string; channel: Channel }
  | { kind: 'submit_idea'; text: string; areas: readonly string[]; table: number; channel: Channel }
  | { kind: 'edit_idea'; idea: number; text: string }
  | { kind: 'withdraw_idea'; idea: number }
  | { kind: 'tag_idea'; idea: number; areas: readonly string[] }
  | { kind: 'support_idea'; idea: number }
  | { kind: 'withdraw_support'; idea: number }
  | { kind: 'redact_idea'; idea: number; text: string }
  | { kind: 'hide_idea'; idea: number; reason: HideReason }
  | { kind: 'restore_idea'; idea: number }
  | { kind: 'merge_ideas'; main: number; others: readonly number[] }
  | { kind: 'split_idea'; idea: number }
  | { kind: 'spotlight_idea'; idea: number }
  | { kind: 'clear_spotlight' }
  | { kind: 'cast_vote'; idea: number }
  | { kind: 'withdraw_vote'; idea: number }
  | { kind: 'reveal_place'; place: number }
  | { kind: 'ask_help' }
  | { kind: 'end_help'; table: number }
  | { kind: 'set_wifi'; ssid: string; password: string }
  | { kind: 'share_phones'; people: number }
  | { kind: 'submit_late_idea'; text: string; areas: readonly string[]; table: number }
  | { kind: 'accept_late_idea'; late: number }
  | { kind: 'decline_late_idea'; late: number }
  | { kind: 'correct_idea'; idea: number; text: string }
  | { kind: 'approve_ideas'; ideas: readonly number[] }
  | { kind: 'claim_ideas'; ideas: readonly number[] }
  | { kind: 'release_ideas'; ideas: readonly number[] }
  | { kind: 'set_premoderation'; is_on: boolean }
  | { kind: 'plan_phase'; phase: Phase; minutes: number }
  | { kind: 'undo_entry'; entry: number }
  | { kind: 'withdraw_link'; link: string }
  | { kind: 'set_warmup'; question: string; options: readonly string[] }
  | { kind: 'answer_warmup'; option: number }
  | { kind: 'count_warmup'; option: number; people: number }
  | { kind: 'drop_warmup_hands' }
  | { kind: 'say_for_table'; table: number; text: string; after: number }
  | { kind: 'erase_sentence'; table: number }
  | { kind: 'show_board'; mode: BoardMode; areas: readonly string[] }
  | { kind: 'count_guests'; table: number; settlement: string; people: number }
  | { kind: 'enter_sheet'; sheet: number; ideas: readonly number[]; replaces_online: boolean }
  | { kind: 'confirm_sheet'; sheet: number; ideas: readonly number[] }
  | { kind: 'withdraw_sheet'; sheet: number }
  | { kind: 'count_hands'; idea: number; hands: number }
  | { kind: 'confirm_hands'; idea: number; hands: number }
  | { kind: 'withdraw_hands'; idea: number }
  | { kind: 'free_card'; card: number }
  | { kind: 'set_branding'; partners: string; logo: string }
  | { kind: 'set_authorship'; mode: Authorship }
  | { kind: 'set_report_details'; details: ReportDetails }
  | { kind: 'decide_proposals'; lines: readonly DecisionLine[] }
  | { kind: 'publish_results' }
  | { kind: 'withdraw_results' }
  | { kind: 'ask_sheet_withdrawal'; sheet: number }
  | { kind: 'ask_hands_withdrawal'; idea: number }
  | { kind: 'decide_table'; as_of: number; lines: readonly DecisionLine[] }
  ;

export type OpKind = Op['kind'];

// What residents may do, but not while the session is paused.
export const STOPPED_BY_PAUSE: readonly OpKind[] = [
  'submit_idea',
  'edit_idea',
  'withdraw_idea',
  'tag_idea',
  'support_idea',
  'withdraw_support',
  'cast_vote',
  'withdraw_vote',
  'submit_late_idea',
  'answer_warmup',
  'say_for_table',
];

// What may stand behind the close in a journal, also of what the server alone makes.
export const ALLOWED_WHEN_CLOSED: readonly string[] = [
  'add_link',
  'withdraw_link',
  'set_report_details',
  'decide_proposals',
  'publish_results',
  'withdraw_results',
  'decide_table',
];

export const REFUSALS = {
  session_unknown: 'final',
  session_full: 'later',
  session_closed: 'final',
  link_unknown: 'final',
  pass_missing: 'final',
  host_key_wrong: 'final',
  origin_refused: 'final',
  subprotocol_unknown: 'final',
  request_malformed: 'final',
  op_malformed: 'final',
  op_unknown: 'final',
  op_id_malformed: 'final',
  not_allowed: 'final',
  not_joined: 'final',
  not_yours: 'final',
  wrong_phase: 'final',
  phase_open_already: 'final',
  paused: 'later',
  paused_already: 'final',
  not_paused: 'final',
  no_clock: 'final',
  text_empty: 'final',
  text_too_long: 'final',
  text_invalid: 'final',
  text_forbidden: 'final',
  area_unknown: 'final',
  area_count: 'final',
  area_in_use: 'final',
  areas_malformed: 'final',
  value_out_of_range: 'final',
  votes_cast_already: 'final',
  idea_unknown: 'final',
  idea_hidden: 'final',
  idea_not_hidden: 'final',
  idea_withdrawn: 'final',
  idea_merged: 'final',
  idea_not_merged: 'final',
  idea_moderated: 'final',
  merge_malformed: 'final',
  results_were_shown: 'final',
  spotlight_empty: 'final',
  vote_stands_already: 'final',
  vote_absent: 'final',
  no_votes_left: 'final',
  vote_outcome_unknown: 'final',
  own_ideas_full: 'final',
  ideas_full: 'final',
  idea_own: 'final',
  support_stands_already: 'final',
  support_absent: 'final',
  help_asked_already: 'final',
  help_absent: 'final',
  slot_refused: 'final',
  late_unknown: 'final',
  idea_not_pending: 'final',
  idea_pending: 'final',
  ideas_malformed: 'final',
  text_as_it_was: 'final',
  undo_unknown: 'final',
  undo_overtaken: 'final',
  link_own: 'final',
  warmup_answered: 'final',
  not_your_table: 'final',
  sentence_changed: 'final',
  sentence_absent: 'final',
  decision_changed: 'final',
  sheet_unknown: 'final',
  sheet_entered_already: 'final',
  sheet_confirmed_already: 'final',
  sheet_differs: 'final',
  second_person_needed: 'final',
  withdrawal_unasked: 'final',
  marks_too_many: 'final',
  marks_malformed: 'final',
  hands_unknown: 'final',
  hands_counted_already: 'final',
  hands_differ: 'final',
  idea_hands_counted: 'final',
  card_needed: 'final',
  card_unknown: 'final',
  card_void: 'final',
  card_taken: 'final',
  card_held_already: 'final',
  card_unused: 'final',
  card_voted_online: 'final',
  online_votes_absent: 'final',
  voted_on_paper: 'final',
  sheet_under_check: 'final',
  names_not_asked: 'final',
  consent_missing: 'final',
  name_malformed: 'final',
  recovery_unknown: 'final',
  rehearsal_runs: 'final',
  rehearsal_failed: 'final',
  rate_limited: 'later',
  inbox_full: 'later',
  storage_unavailable: 'later',
} as const;

export type RefusalName = keyof typeof REFUSALS;
export type RefusalKind = 'final' | 'later';

export const LATER: readonly RefusalName[] = [
  'session_full',
  'paused',
  'rate_limited',
  'inbox_full',
  'storage_unavailable',
];

export const CLOSE_CODES = {
  going_away: 1001,
  text_only: 1003,
  utf8: 1007,
  too_big: 1009,
  slow: 4100,
  idle: 4102,
  malformed: 4200,
  message_unknown: 4201,
  hello_expected: 4202,
  hello_late: 4203,
  hello_refused: 4204,
  link_withdrawn: 4205,
} as const;

export type Pause = {
  reason: PauseReason;
  since: number;
};

export type SessionRecord = {
  code: string;
  title: string;
  community: string;
  question: string;
  areas: readonly Area[];
  votes_per_person: number;
  languages: readonly Language[];
  level: number;
  tables: number;
  settlements: readonly string[];
  people_per_phone: number;
  premoderation: boolean;
  authorship: Authorship;
  contact?: string;
};

export type PhaseRecord = {
  phase: Phase;
  opened_at: number;
  planned_ms: number;
  extended_ms: number;
  paused_ms: number;
  pause: Pause | null;
};

export type IdeaRecord = {
  number: number;
  text: string;
  original?: string;
  areas: readonly string[];
  at: number;
  channel: Channel;
  merged: number;
  supports: number;
  support?: number;
  paper?: number;
  hands?: number;
  place?: number;
};

export type DeskIdeaRecord = {
  number: number;
  text: string;
  original?: string;
  areas: readonly string[];
  at: number;
  channel: Channel;
  merged: number;
  supports: number;
  support: number;
  paper?: number;
  hands?: number;
  place?: number;
  table: number;
  settlement: string;
  hidden: HideReason | null;
  withdrawn: boolean;
  redacted: boolean;
  moderated: boolean;
  pending: boolean;
  claimed: string | null;
  merged_into: number;
  members: readonly number[];
};

export type SpotlightRecord = {
  idea: number;
};

export type TotalsRecord = {
  ideas: number;
  people: number;
  tables: number;
};

export type DeskTotalsRecord = {
  ideas: number;
  people: number;
  tables: number;
  submitted: number;
  hidden: number;
  merged: number;
  pending: number;
  votes: number;
};

export type WifiRecord = {
  ssid: string;
  password: string;
};

export type HelpRequest = {
  table: number;
  at: number;
};

export type HelpRecord = {
  asked: readonly HelpRequest[];
};

export type LateIdeaRecord = {
  text: string;
  areas: readonly string[];
  table: number;
  at: number;
};

export type PlannedPhase = {
  phase: Phase;
  minutes: number;
};

export type ProgrammeRecord = {
  phases: readonly PlannedPhase[];
};

export type StaffLink = {
  id: string;
  role: Role;
  name: string;
};

export type StaffRecord = {
  links: readonly StaffLink[];
};

export type UndoRecord = {
  op: string;
  ideas: readonly number[];
};

export type WarmupRecord = {
  question: string;
  options: readonly string[];
  people: readonly number[];
  left?: number;
};

export type SentenceRecord = {
  seq: number;
  text: string;
  at: number;
};

export type BoardRecord = {
  mode: BoardMode;
  area: string;
};

export type TableLine = {
  table: number;
  people: number;
  ideas: number;
  last_at: number;
};

export type SettlementLine = {
  name: string;
  people: number;
  ideas: number;
};

export type HallRecord = {
  tables: readonly TableLine[];
  settlements: readonly SettlementLine[];
};

export type GuestsLine = {
  table: number;
  settlement: string;
  people: number;
};

export type GuestsRecord = {
  guests: readonly GuestsLine[];
};

export type SheetRecord = {
  ideas: readonly number[];
  entered_by: string;
  confirmed: boolean;
  replaces_online: boolean;
  withdrawal_asked: string | null;
};

export type HandCountRecord = {
  hands: number;
  counted_by: string;
  confirmed: boolean;
  withdrawal_asked: string | null;
};

export type CardsRecord = {
  issued: number;
  used: number;
  replaced: number;
};

export type BrandingRecord = {
  partners: string;
  logo: string;
};

export type CouncilRecord = {
  authority: string;
  authority_id: string;
  cattutc: string;
  ground: string;
  aim: string;
  term: string;
  place: string;
  notice: string;
  facilitators: string;
  contact_person: string;
  contact: string;
  email: string;
  site: string;
  next_steps: string;
  signer: string;
};

export type DecisionRecord = {
  outcome: Outcome;
  reason: string;
  goal: string;
  responsible: string;
  deadline: string;
  at: number;
};

export type PublicationRecord = {
  published: boolean;
  since: number;
};

export type MeRecord = {
  writer: string;
  voter: string | null;
  joined: boolean;
  table: number;
  settlement: string;
  asks_help: boolean;
  card: number;
  warmup: number | null;
};

export type OwnIdeaRecord = {
  number: number;
  text: string;
  original?: string;
  areas: readonly string[];
  at: number;
  hidden: HideReason | null;
  withdrawn: boolean;
  redacted: boolean;
  moderated: boolean;
  pending: boolean;
  merged_into: number;
};

export type OwnLateRecord = {
  text: string;
  areas: readonly string[];
  at: number;
  fate: LateFate;
  idea: number;
};

export type StandingVote = {
  idea: number;
  on: number;
};

export type VotesRecord = {
  standing: readonly StandingVote[];
  left: number;
};

export type SupportsRecord = {
  standing: readonly number[];
};

export type SimilarIdea = {
  idea: number;
  alike: number;
};

export const LIMITS = {
  ideas_together_max: 50,
  idea_graphemes_soft: 280,
  idea_graphemes_max: 600,
  idea_letters_min: 3,
  idea_areas_max: 2,
  merge_others_max: 50,
  reveal_place_max: 10,
  slots_max: 8,
  wifi_name_bytes_max: 32,
  wifi_password_min: 8,
  wifi_password_max: 63,
} as const;

export const SETUP_LIMITS = {
  title_graphemes_max: 120,
  note_graphemes_max: 1000,
  areas_min: 3,
  areas_max: 24,
  slug_bytes_max: 32,
  votes_per_person_max: 50,
  tables_max: 500,
  settlements_max: 300,
  warmup_options_max: 24,
  phase_minutes_max: 1440,
  picture_bytes_max: 24576,
  table_bytes_max: 8388608,
} as const;
