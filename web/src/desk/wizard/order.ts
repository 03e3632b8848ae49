// The form → what the server is asked for: the settings of the session, and what a facilitator says
// right after. Pure.
import { normal_text } from '../../session/graphemes';
import type { Area, Op, Settings } from '../../wire/ops.gen';
import { area_slug, is_akin } from './area_slug';
import type { AreaLine, SetupDraft } from './draft';
import { parse_lines } from './lines';
import { area_of_template, TIMED_PHASES, type TemplateName } from './templates';

/** What the lines of a form began as: areas of a template, or of a session. */
export interface AreaBase {
  readonly area: (origin: string) => Area | null;
  /** Whether it keeps its slug whatever it is called: ideas stand under it. */
  readonly is_bound: (slug: string) => boolean;
}

export function base_of_template(template: TemplateName): AreaBase {
  return {
    area: (origin) => area_of_template(template, origin),
    is_bound: () => false,
  };
}

/**
 * Each area as it will be. Unchanged it is that of the base; renamed it keeps the slug of that, and
 * with it the sign, while it is about the same.
 */
export function areas_of(base: AreaBase, lines: readonly AreaLine[]): readonly Area[] {
  const taken = new Set<string>();
  return lines.map((line) => {
    const area = area_of(base, line, taken);
    taken.add(area.slug);
    return area;
  });
}

function area_of(from: AreaBase, line: AreaLine, taken: ReadonlySet<string>): Area {
  const base = from.area(line.origin);
  const name = normal_text(line.name);
  const typed = normal_text(line.full_name);
  const is_kept =
    base !== null &&
    !taken.has(base.slug) &&
    (from.is_bound(base.slug) || is_akin(base.name, name));
  const slug = is_kept ? base.slug : area_slug(name, taken);
  if (base?.name === name) return { ...base, slug, full_name: typed || base.full_name };
  return { slug, name, full_name: typed || name, english: name };
}

export function settings_of_draft(draft: SetupDraft): Settings {
  return {
    title: normal_text(draft.title),
    community: normal_text(draft.community),
    question: normal_text(draft.question),
    areas: areas_of(base_of_template(draft.template), draft.areas),
    votes_per_person: draft.votes_per_person,
    languages: ['uk', 'en'],
    level: draft.level,
    tables: draft.tables,
    settlements: parse_lines(draft.settlements).names,
  };
}

export type StepName = 'programme' | 'warmup' | 'branding';

/** What is done once the session is there: each step by its ops, in order. */
export interface Step {
  readonly name: StepName;
  readonly ops: readonly Op[];
}

export function steps_of_draft(draft: SetupDraft): readonly Step[] {
  const question = normal_text(draft.warmup);
  const options = parse_lines(draft.answers).names;
  const partners = normal_text(draft.partners);
  const steps: Step[] = [
    {
      name: 'programme',
      ops: TIMED_PHASES.map((phase) => ({
        kind: 'plan_phase',
        phase,
        minutes: draft.minutes[phase],
      })),
    },
  ];
  if (question !== '' || options.length > 0) {
    steps.push({ name: 'warmup', ops: [{ kind: 'set_warmup', question, options }] });
  }
  if (partners !== '' || draft.logo !== '') {
    const { logo } = draft;
    steps.push({ name: 'branding', ops: [{ kind: 'set_branding', partners, logo }] });
  }
  return steps;
}
