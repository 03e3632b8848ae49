// The form's state: what was filled in, what is wrong with it, and making the session of it.
import { make_session, keep_desk, type MadeSession } from '../../session/new_session';
import { t } from '../../text/wizard';
import { refusal_words } from '../../ui/refusal_words';
import { first_draft, is_same, with_template, type SetupDraft, type TemplateWords } from './draft';
import { fault_words } from './fault_words';
import { faults_of, part_of_field, PARTS, type Part } from './faults';
import { take_steps } from './finish';
import { forget_draft, keep_draft, kept_draft } from './kept_draft';
import { settings_of_draft, steps_of_draft, type StepName } from './order';
import type { TemplateName } from './templates';

export type Made = { session: MadeSession; title: string; not_done: readonly StepName[] };

/** null: see what is said at the fields; or the key was refused, in words. */
export type MakeOutcome = Made | { key_refused: string } | null;

export class Setup {
  #draft: SetupDraft = $state.raw(kept_draft() ?? first_draft('strategy', words_of));
  #has_tried = $state(false);
  #refused: ReadonlyMap<Part, string> = $state.raw(new Map());
  #fault: string | null = $state(null);
  #is_making = $state(false);
  #cleared: SetupDraft | null = $state.raw(null);
  #faults = $derived(faults_of(this.#draft));

  get draft(): SetupDraft {
    return this.#draft;
  }

  /** What the server said that belongs to no field. */
  get fault(): string | null {
    return this.#fault;
  }

  get is_making(): boolean {
    return this.#is_making;
  }

  /** What is wrong with a part, in words; said once somebody has tried to go on. */
  wrong(part: Part): string | null {
    const refused = this.#refused.get(part);
    if (refused !== undefined) return refused;
    const fault = this.#has_tried ? this.#faults.get(part) : undefined;
    return fault === undefined ? null : fault_words(part, fault);
  }

  /** Parts with something wrong, in the order of the form. */
  get wrong_parts(): readonly Part[] {
    return PARTS.filter((part) => this.wrong(part) !== null);
  }

  change(patch: Partial<SetupDraft>): void {
    this.#draft = { ...this.#draft, ...patch };
    this.#refused = new Map();
    this.#fault = null;
    this.#cleared = null;
    keep_draft(this.#draft);
  }

  choose(template: TemplateName): void {
    this.change(with_template(this.#draft, template, words_of));
  }

  /** Whether nothing was changed yet. */
  get is_fresh(): boolean {
    return is_same(this.#draft, first_draft(this.#draft.template, words_of));
  }

  /** Whether what was filled in can be brought back. */
  get has_cleared(): boolean {
    return this.#cleared !== null;
  }

  start_anew(): void {
    const before = this.#draft;
    this.#has_tried = false;
    this.change(first_draft('strategy', words_of));
    this.#cleared = before;
  }

  bring_back(): void {
    if (this.#cleared !== null) this.change(this.#cleared);
  }

  async make(key: string): Promise<MakeOutcome> {
    this.#has_tried = true;
    if (this.#faults.size > 0 || this.#is_making) return null;
    this.#is_making = true;
    this.#fault = null;
    const draft = this.#draft;
    const set = settings_of_draft(draft);
    const session = await make_session(key, set);
    if ('refusal' in session) {
      this.#is_making = false;
      return this.#not_made(session);
    }
    forget_draft();
    await keep_desk(session);
    const not_done = await take_steps(session, steps_of_draft(draft));
    this.#is_making = false;
    return { session, title: set.title, not_done };
  }

  #not_made(why: { refusal: string; field?: string | undefined }): MakeOutcome {
    const { refusal, field } = why;
    const words = refusal === 'unreachable' ? t('new_unreachable') : refusal_words(t, refusal);
    if (refusal === 'host_key_wrong' || refusal === 'not_allowed') return { key_refused: words };
    const part = part_of_field(field);
    if (part === null) this.#fault = words;
    else this.#refused = new Map([[part, words]]);
    return null;
  }
}

function words_of(template: TemplateName): TemplateWords {
  return {
    question: t(`question_${template}`),
    warmup: template === 'residency' ? t('warmup_residency') : '',
  };
}
