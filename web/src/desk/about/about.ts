// What a session is about and who may say where they come from, in a form: as it is, as it would be
// said to the server, what is wrong with it. Pure.
import { normal_text } from '../../session/graphemes';
import { t } from '../../text/desk';
import type { Area, SessionRecord, Settings } from '../../wire/ops.gen';
import { sentence, type NotDone } from '../acts.svelte';
import { settings_of } from '../settings_of';
import { is_same, type AreaLine } from '../wizard/draft';
import { areas_fault, settlements_fault, text_fault, type Fault } from '../wizard/faults';
import { parse_lines } from '../wizard/lines';
import { areas_of, type AreaBase } from '../wizard/order';

export interface About {
  readonly title: string;
  readonly community: string;
  readonly question: string;
  readonly areas: readonly AreaLine[];
  /** One a line. */
  readonly settlements: string;
  readonly tables: number;
  readonly votes_per_person: number;
}

export const ABOUT_PARTS = ['title', 'community', 'question', 'areas', 'settlements'] as const;
export type AboutPart = (typeof ABOUT_PARTS)[number];

export function about_of(session: SessionRecord): About {
  const { title, community, question, tables, votes_per_person } = session;
  const areas = session.areas.map(({ slug, name, full_name }, id) => ({
    ...{ id, origin: slug, name },
    full_name: full_name === name ? '' : full_name,
  }));
  const settlements = session.settlements.join('\n');
  return { ...{ title, community, question, areas }, ...{ settlements, tables, votes_per_person } };
}

/** `used`: areas that ideas stand under, which stay what they are under another name. */
export function base_of_session(areas: readonly Area[], used: ReadonlySet<string>): AreaBase {
  return {
    area: (origin) => areas.find(({ slug }) => slug === origin) ?? null,
    is_bound: (slug) => used.has(slug),
  };
}

/** All settings as they are now, but what was changed in the form since it was `begun`. */
export function settings_with(
  session: SessionRecord,
  begun: About,
  typed: About,
  base: AreaBase,
): Settings {
  const is = settings_of(session);
  const is_kept = (part: keyof About): boolean => is_same(begun[part], typed[part]);
  const text = (part: 'title' | 'community' | 'question'): string =>
    is_kept(part) ? is[part] : normal_text(typed[part]);
  return {
    ...is,
    title: text('title'),
    community: text('community'),
    question: text('question'),
    areas: is_kept('areas') ? is.areas : areas_of(base, typed.areas),
    settlements: is_kept('settlements') ? is.settlements : parse_lines(typed.settlements).names,
    tables: is_kept('tables') ? is.tables : typed.tables,
    votes_per_person: is_kept('votes_per_person') ? is.votes_per_person : typed.votes_per_person,
  };
}

/** Why the settings were not taken; of an area that may not go, which it is. */
export function not_kept(why: NotDone, areas: readonly Area[]): string {
  const area = why.refusal === 'area_in_use' ? areas[(why.limit ?? 0) - 1] : undefined;
  return area === undefined ? sentence(why) : t('about_area_in_use', { area: area.name });
}

export function faults_of_about(typed: About, base: AreaBase): ReadonlyMap<AboutPart, Fault> {
  const faults: Readonly<Record<AboutPart, Fault | null>> = {
    title: text_fault(typed.title, 'fault_title'),
    community: text_fault(typed.community, 'fault_community'),
    question: text_fault(typed.question),
    areas: areas_fault(areas_of(base, typed.areas)),
    settlements: settlements_fault(typed.settlements),
  };
  const found = new Map<AboutPart, Fault>();
  for (const part of ABOUT_PARTS) {
    const fault = faults[part];
    if (fault !== null) found.set(part, fault);
  }
  return found;
}
