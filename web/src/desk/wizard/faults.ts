// What cannot be in the form, by its part: the bounds of the server, before it is asked. Pure.
import { count_graphemes, normal_text } from '../../session/graphemes';
import { SETUP_LIMITS, type Area } from '../../wire/ops.gen';
import type { SetupDraft } from './draft';
import { parse_lines } from './lines';
import { areas_of, base_of_template } from './order';

export const PARTS = [
  'title',
  'community',
  'question',
  'areas',
  'settlements',
  'warmup',
  'answers',
  'partners',
] as const;
export type Part = (typeof PARTS)[number];

export type Fault =
  | { readonly key: 'fault_title' | 'fault_community' | 'fault_areas_named' }
  | { readonly key: 'fault_areas_alike' | 'fault_line_long'; readonly name: string }
  | { readonly key: 'fault_long' | 'fault_areas_count' | 'fault_many'; readonly count: number };

export type Faults = ReadonlyMap<Part, Fault>;

const { title_graphemes_max, areas_min, areas_max } = SETUP_LIMITS;
const { settlements_max, warmup_options_max } = SETUP_LIMITS;

export function faults_of(draft: SetupDraft): Faults {
  const found = new Map<Part, Fault>();
  const say = (part: Part, fault: Fault | null): void => {
    if (fault !== null) found.set(part, fault);
  };
  say('title', text_fault(draft.title, 'fault_title'));
  say('community', text_fault(draft.community, 'fault_community'));
  say('question', text_fault(draft.question));
  say('areas', areas_fault(areas_of(base_of_template(draft.template), draft.areas)));
  say('settlements', settlements_fault(draft.settlements));
  say('warmup', text_fault(draft.warmup));
  say('answers', answers_fault(draft.answers));
  say('partners', text_fault(draft.partners));
  return found;
}

export function text_fault(typed: string, empty?: 'fault_title' | 'fault_community'): Fault | null {
  const text = normal_text(typed);
  if (text === '') return empty === undefined ? null : { key: empty };
  const count = count_graphemes(text);
  return count > title_graphemes_max ? { key: 'fault_long', count } : null;
}

export function areas_fault(areas: readonly Area[]): Fault | null {
  const count = areas.length;
  if (count < areas_min || count > areas_max) return { key: 'fault_areas_count', count };
  if (areas.some(({ name }) => name === '')) return { key: 'fault_areas_named' };
  const twice = areas.find(({ name }, at) => areas.some((o, i) => i < at && o.name === name));
  if (twice !== undefined) return { key: 'fault_areas_alike', name: twice.name };
  const long = areas.find(({ name, full_name }) => is_long(name) || is_long(full_name));
  return long === undefined ? null : { key: 'fault_line_long', name: beginning(long.name) };
}

export function settlements_fault(text: string): Fault | null {
  return lines_fault(text, 0, settlements_max);
}

export function answers_fault(text: string): Fault | null {
  return lines_fault(text, 2, warmup_options_max);
}

function lines_fault(text: string, min: number, max: number): Fault | null {
  const { names } = parse_lines(text);
  const count = names.length;
  if (count > max || (count > 0 && count < min)) return { key: 'fault_many', count };
  const long = names.find(is_long);
  return long === undefined ? null : { key: 'fault_line_long', name: beginning(long) };
}

function is_long(text: string): boolean {
  return count_graphemes(text) > title_graphemes_max;
}

function beginning(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

// The server's name of a setting → the part of the form it is in.
const FIELDS: Readonly<Record<string, Part>> = {
  ...{ title: 'title', community: 'community', question: 'question', settlements: 'settlements' },
  ...{ areas: 'areas', name: 'areas', full_name: 'areas', english: 'areas', slug: 'areas' },
};

export function part_of_field(field: string | undefined): Part | null {
  return field === undefined ? null : (FIELDS[field] ?? null);
}
