// What the council says of itself and of the session: the fields in the order of the form, how long
// each may be, and what looks like a slip. Pure.
import { SETUP_LIMITS, type CouncilRecord, type Decision } from '../../wire/ops.gen';

export type Detail = keyof CouncilRecord;

export const PARTS = [
  { name: 'body', details: ['authority', 'authority_id', 'cattutc', 'signer', 'site'] },
  { name: 'event', details: ['ground', 'aim', 'term', 'place', 'notice', 'facilitators'] },
  { name: 'after', details: ['contact_person', 'contact', 'email', 'next_steps'] },
] as const satisfies readonly { name: string; details: readonly Detail[] }[];

const DETAILS: readonly Detail[] = PARTS.flatMap(({ details }) => [...details]);

const line = SETUP_LIMITS.title_graphemes_max;
const paragraph = SETUP_LIMITS.note_graphemes_max;

export const DETAIL_LIMITS: Readonly<Record<Detail, number>> = {
  authority: line,
  authority_id: line,
  cattutc: line,
  ground: paragraph,
  aim: paragraph,
  term: line,
  place: line,
  notice: paragraph,
  facilitators: paragraph,
  contact_person: line,
  contact: line,
  email: line,
  site: line,
  next_steps: paragraph,
  signer: line,
};

export const DECISION_LIMITS: Readonly<Record<keyof Decision, number>> = {
  outcome: line,
  reason: paragraph,
  goal: line,
  responsible: line,
  deadline: line,
};

export function is_paragraph(detail: Detail): boolean {
  return DETAIL_LIMITS[detail] === paragraph;
}

export const NO_DETAILS: CouncilRecord = {
  authority: '',
  authority_id: '',
  cattutc: '',
  ground: '',
  aim: '',
  term: '',
  place: '',
  notice: '',
  facilitators: '',
  contact_person: '',
  contact: '',
  email: '',
  site: '',
  next_steps: '',
  signer: '',
};

export function filled_count(details: CouncilRecord): number {
  return DETAILS.filter((detail) => details[detail].trim() !== '').length;
}

export const DETAIL_COUNT = DETAILS.length;

/** What these usually look like; somebody may still have a reason to write it otherwise. */
const USUAL = {
  authority_id: /^\d{8}$/,
  cattutc: /^UA\d{17}$/,
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
} as const;

export type Doubtful = keyof typeof USUAL;

export function is_doubtful(detail: Detail, text: string): detail is Doubtful {
  if (text.trim() === '') return false;
  const usual = Object.entries(USUAL).find(([name]) => name === detail)?.[1];
  return usual?.test(text.trim()) === false;
}
