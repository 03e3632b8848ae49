// What a session may begin as. Its words are in the catalogue, by the template's name:
// template_NAME, template_what_NAME, title_example_NAME, question_NAME, warmup_NAME. Pure.
import type { Area, Phase } from '../../wire/ops.gen';
import { PLAIN_AREAS, THEMES, TWELVE_AREAS } from './template_areas';

export const TEMPLATE_NAMES = ['strategy', 'residency', 'blank'] as const;
export type TemplateName = (typeof TEMPLATE_NAMES)[number];

/** Phases that can have a clock, in their order. */
export const TIMED_PHASES = ['warmup', 'talk', 'ideas', 'sort', 'vote', 'results'] as const;
export type TimedPhase = Extract<Phase, (typeof TIMED_PHASES)[number]>;
export type PlannedMinutes = Readonly<Record<TimedPhase, number>>;

export interface Template {
  readonly areas: readonly Area[];
  /** 0: no clock. */
  readonly minutes: PlannedMinutes;
  readonly votes_per_person: number;
  readonly tables: number;
  /** What proves a voter: 0 link, 1 device, 2 card. */
  readonly level: number;
}

export const TEMPLATES: Readonly<Record<TemplateName, Template>> = {
  // An afternoon in a village hall: the times of the acceptance scenario.
  strategy: {
    areas: TWELVE_AREAS,
    minutes: { warmup: 5, talk: 15, ideas: 45, sort: 30, vote: 12, results: 10 },
    votes_per_person: 10,
    tables: 8,
    level: 1,
  },
  // Two days of specialists from many communities: what is said on the first is sorted and voted
  // upon on the second.
  residency: {
    areas: THEMES,
    minutes: { warmup: 10, talk: 60, ideas: 90, sort: 60, vote: 20, results: 20 },
    votes_per_person: 5,
    tables: 6,
    level: 1,
  },
  blank: {
    areas: PLAIN_AREAS,
    minutes: { warmup: 0, talk: 0, ideas: 0, sort: 0, vote: 0, results: 0 },
    votes_per_person: 5,
    tables: 0,
    level: 1,
  },
};

export function total_minutes(minutes: PlannedMinutes): number {
  return TIMED_PHASES.reduce((sum, phase) => sum + minutes[phase], 0);
}

const every_area = Object.values(TEMPLATES).flatMap(({ areas }) => areas);

/** The area that a line of the form began as: the template's own word for it. */
export function area_of_template(template: TemplateName, slug: string): Area | null {
  const is_it = (area: Area): boolean => area.slug === slug;
  return TEMPLATES[template].areas.find(is_it) ?? every_area.find(is_it) ?? null;
}
