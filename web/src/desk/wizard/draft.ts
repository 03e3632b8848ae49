// What the form holds, and what choosing another template changes in it. Pure.
import { TEMPLATES, TIMED_PHASES, type PlannedMinutes, type TemplateName } from './templates';

/** An area as it stands in the form. */
export interface AreaLine {
  readonly id: number;
  /** Slug of the template's area it began as; empty: somebody added it. */
  readonly origin: string;
  readonly name: string;
  /** For the report, where it was typed; else it follows from the name. */
  readonly full_name: string;
}

export interface SetupDraft {
  readonly template: TemplateName;
  readonly title: string;
  readonly community: string;
  readonly question: string;
  readonly areas: readonly AreaLine[];
  /** As typed, one a line. */
  readonly settlements: string;
  readonly tables: number;
  readonly votes_per_person: number;
  readonly level: number;
  readonly minutes: PlannedMinutes;
  /** Empty: the usual question of the warm-up. */
  readonly warmup: string;
  /** Its answers as typed, one a line; none: the settlements. */
  readonly answers: string;
  readonly partners: string;
  /** A PNG in base64, or nothing. */
  readonly logo: string;
}

/** What a template says in words, in the language of the page. */
export interface TemplateWords {
  readonly question: string;
  readonly warmup: string;
}
export type WordsOf = (template: TemplateName) => TemplateWords;

export function first_draft(template: TemplateName, words: WordsOf): SetupDraft {
  const { areas, ...figures } = TEMPLATES[template];
  return {
    template,
    title: '',
    community: '',
    ...words(template),
    areas: areas.map(({ slug, name }, id) => ({ id, origin: slug, name, full_name: '' })),
    settlements: '',
    ...figures,
    answers: '',
    partners: '',
    logo: '',
  };
}

/** As if begun with another template; what somebody changed by hand stays. */
export function with_template(
  draft: SetupDraft,
  template: TemplateName,
  words: WordsOf,
): SetupDraft {
  const before = first_draft(draft.template, words);
  const after = first_draft(template, words);
  const is_untouched = (part: keyof SetupDraft): boolean => is_same(draft[part], before[part]);
  return {
    ...draft,
    template,
    question: is_untouched('question') ? after.question : draft.question,
    warmup: is_untouched('warmup') ? after.warmup : draft.warmup,
    areas: is_untouched('areas') ? after.areas : draft.areas,
    minutes: is_untouched('minutes') ? after.minutes : draft.minutes,
    votes_per_person: is_untouched('votes_per_person')
      ? after.votes_per_person
      : draft.votes_per_person,
    tables: is_untouched('tables') ? after.tables : draft.tables,
    level: is_untouched('level') ? after.level : draft.level,
  };
}

export function is_same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

export function with_area(areas: readonly AreaLine[]): readonly AreaLine[] {
  const id = Math.max(-1, ...areas.map((line) => line.id)) + 1;
  return [...areas, { id, origin: '', name: '', full_name: '' }];
}

/** The line moved up (-1) or down (1); as it was at an end. */
export function moved(areas: readonly AreaLine[], at: number, by: -1 | 1): readonly AreaLine[] {
  const line = areas[at];
  const other = areas[at + by];
  if (line === undefined || other === undefined) return areas;
  const next = [...areas];
  next[at] = other;
  next[at + by] = line;
  return next;
}

export function with_minutes(
  minutes: PlannedMinutes,
  phase: (typeof TIMED_PHASES)[number],
  count: number,
): PlannedMinutes {
  return { ...minutes, [phase]: count };
}
