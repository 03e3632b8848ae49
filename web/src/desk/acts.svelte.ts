// What the desk does: sends an op or several, keeps the refusal as a sentence
// beside what was tried, says what was done, and offers to take it back.
import type { Alike, Outcome } from '../session/live.svelte';
import { t } from '../text/desk';
import type { Op } from '../wire/ops.gen';
import { is_undoable, next_back, type Step } from './steps';
import { refusal_words } from '../ui/refusal_words';

/** Where on the desk something was tried; a refusal is shown there. */
export type Spot =
  | 'about'
  | 'authorship'
  | 'programme'
  | 'board'
  | 'branding'
  | 'clock'
  | 'pause'
  | 'close'
  | 'hall'
  | 'help'
  | 'level'
  | 'cards'
  | 'links'
  | 'marked'
  | 'merge'
  | 'premoderation'
  | 'said'
  | 'share'
  | 'tables'
  | 'take'
  | 'undo'
  | 'warmup'
  | 'wifi'
  | `idea ${number}`;

export interface Note {
  text: string;
  /** Places in the log of what it speaks of; none where there is no way back. */
  entries: readonly number[];
}

/** How far several ops have come. */
export interface Progress {
  done: number;
  of: number;
}

export type NotDone = Exclude<Outcome, { done: true }>;
type Ask = (text: string) => Promise<readonly Alike[] | null>;

export class Acts {
  #send: (op: Op) => Promise<Outcome>;
  #steps: () => readonly Step[];
  #ask: Ask;
  #refusals: ReadonlyMap<Spot, string> = $state.raw(new Map());
  #busy: ReadonlySet<Spot> = $state.raw(new Set());
  #note: Note | null = $state.raw(null);
  #progress: Progress | null = $state.raw(null);
  #batches: readonly (readonly number[])[] = $state.raw([]);
  #overtaken: ReadonlySet<number> = $state.raw(new Set());
  #said: ReadonlyMap<number, string> = $state.raw(new Map());
  #agreed = new Set<number>();

  /** `steps`: what the server can take back for this desk, newest first. */
  constructor(send: (op: Op) => Promise<Outcome>, steps: () => readonly Step[], ask: Ask) {
    this.#send = send;
    this.#steps = steps;
    this.#ask = ask;
  }

  get note(): Note | null {
    return this.#note;
  }

  /** Of the several ops that are on their way now. */
  get progress(): Progress | null {
    return this.#progress;
  }

  get steps(): readonly Step[] {
    return this.#steps();
  }

  /**
   * What «undo» takes back now, newest first: what the note speaks of; beside a note of what has
   * no way back, or without one, what was done before it.
   */
  get back(): readonly Step[] {
    const entries = this.#note?.entries ?? [];
    if (entries.length === 0) return next_back(this.steps, this.#batches, this.#overtaken);
    return this.steps.filter(({ entry }) => entries.includes(entry));
  }

  /** What was said when this entry was made here. */
  said(entry: number): string | undefined {
    return this.#said.get(entry);
  }

  refusal(spot: Spot): string | null {
    return this.#refusals.get(spot) ?? null;
  }

  is_busy(spot: Spot): boolean {
    return this.#busy.has(spot);
  }

  forget_note(): void {
    this.#note = null;
  }

  forget_refusal(spot: Spot): void {
    if (this.#refusals.has(spot)) this.#say(spot, null);
  }

  /** True once it is done. What was refused before at this spot is no longer said. */
  async act(spot: Spot, op: Op, said: string, why = sentence): Promise<boolean> {
    return (await this.act_all(spot, [op], () => said, why)).length === 0;
  }

  /**
   * One after another, each by itself: what one is refused for stops no other. One note says how
   * many ideas were meant by those that were done, and takes them all back. Returns those that
   * were refused. `why`: a refusal in words.
   */
  async act_all(
    spot: Spot,
    ops: readonly Op[],
    said: (n: number) => string,
    why = sentence,
  ): Promise<readonly Op[]> {
    this.#mark(spot, true);
    this.#say(spot, null);
    const { refused, done, entries } = await this.#send_all(ops, why);
    this.#mark(spot, false);
    if (done.length > 0) this.#note = { text: said(count(done)), entries };
    if (entries.length > 1) this.#batches = [...this.#batches, entries];
    const [only] = entries;
    if (ops.length === 1 && only !== undefined)
      this.#said = new Map([...this.#said, [only, said(1)]]);
    this.#say(spot, sentences(refused, ops.length));
    return refused.map(({ op }) => op);
  }

  /** Takes steps back, in this order. Those that others overtook are not proposed again. */
  async undo(steps: readonly Step[] = this.back): Promise<void> {
    if (steps.length === 0 || this.is_busy('undo')) return;
    this.#note = null;
    this.#mark('undo', true);
    this.#say('undo', null);
    const ops = steps.map(({ entry }) => ({ kind: 'undo_entry', entry }) as const);
    const { refused, done } = await this.#send_all(ops, sentence);
    this.#mark('undo', false);
    this.#say('undo', sentences(refused, ops.length));
    const lost = refused.flatMap(({ op }) => (op.kind === 'undo_entry' ? [op.entry] : []));
    this.#overtaken = new Set([...this.#overtaken, ...lost]);
    if (done.length > 0) this.#note = { text: t('undone'), entries: [] };
  }

  /** Once somebody wants to act on what another works on, it is not asked again. */
  agree(idea: number): void {
    this.#agreed.add(idea);
  }

  has_agreed(idea: number): boolean {
    return this.#agreed.has(idea);
  }

  /** Visible ideas alike to this text, best first; null: nobody answered. */
  alike(text: string): Promise<readonly Alike[] | null> {
    return this.#ask(text);
  }

  async #send_all(ops: readonly Op[], why: typeof sentence): Promise<Sent> {
    const sent: Sent = { refused: [], done: [], entries: [] };
    for (const [at, op] of ops.entries()) {
      if (ops.length > 1) this.#progress = { done: at, of: ops.length };
      const outcome = await this.#send(op);
      if (!outcome.done) sent.refused.push({ op, why: why(outcome) });
      else {
        sent.done.push(op);
        if (is_undoable(op)) sent.entries.push(outcome.seq);
      }
    }
    this.#progress = null;
    return sent;
  }

  #say(spot: Spot, words: string | null): void {
    const next = new Map(this.#refusals);
    if (words === null) next.delete(spot);
    else next.set(spot, words);
    this.#refusals = next;
  }

  #mark(spot: Spot, is_busy: boolean): void {
    const next = new Set(this.#busy);
    if (is_busy) next.add(spot);
    else next.delete(spot);
    this.#busy = next;
  }
}

interface Refused {
  op: Op;
  why: string;
}

interface Sent {
  refused: Refused[];
  done: Op[];
  /** Of those done that have a way back. */
  entries: number[];
}

/** An op that is about several ideas counts for each. */
function count(ops: readonly Op[]): number {
  return ops.reduce((n, op) => n + ('ideas' in op ? op.ideas.length : 1), 0);
}

/** Of a single op its sentence; of several, how many were refused for what. */
function sentences(refused: readonly Refused[], of: number): string | null {
  if (refused.length === 0) return null;
  const counts = new Map<string, number>();
  for (const { op, why } of refused) counts.set(why, (counts.get(why) ?? 0) + count([op]));
  return [...counts].map(([why, n]) => (of === 1 ? why : t('acts_refused', { n, why }))).join(' ');
}

/** Why something was not done, and how much could be. */
export function sentence(outcome: NotDone): string {
  const words = refusal_words(t, outcome.refusal);
  const { limit } = outcome;
  if (limit === undefined || outcome.refusal === 'area_in_use') return words; // which, not how many
  if (outcome.refusal !== 'undo_overtaken') return `${words} ${t('desk_limit', { limit })}`;
  return limit === 0 ? words : t('undo_overtaken_idea', { number: limit });
}
