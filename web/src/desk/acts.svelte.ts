// What the desk does: sends an op or several, keeps the refusal as a sentence
// beside what was tried, says what was done, and offers to take it back.
import type { Alike, Outcome } from '../session/live.svelte';
import { t } from '../text/desk';
import type { Op } from '../wire/ops.gen';
import { undo_of, type Before } from './undo';
import { refusal_words } from '../ui/refusal_words';

/** Where on the desk something was tried; a refusal is shown there. */
export type Spot =
  | 'programme'
  | 'board'
  | 'clock'
  | 'pause'
  | 'close'
  | 'hall'
  | 'help'
  | 'level'
  | 'cards'
  | 'marked'
  | 'merge'
  | 'share'
  | 'tables'
  | 'undo'
  | 'wifi'
  | `idea ${number}`;

export interface Note {
  text: string;
  undo: readonly Op[];
}

/** How far several ops have come. */
export interface Progress {
  done: number;
  of: number;
}

type Ask = (text: string) => Promise<readonly Alike[] | null>;

export class Acts {
  #send: (op: Op) => Promise<Outcome>;
  #before: () => Before;
  #ask: Ask;
  #refusals: ReadonlyMap<Spot, string> = $state.raw(new Map());
  #busy: ReadonlySet<Spot> = $state.raw(new Set());
  #note: Note | null = $state.raw(null);
  #progress: Progress | null = $state.raw(null);

  constructor(send: (op: Op) => Promise<Outcome>, before: () => Before, ask: Ask) {
    this.#send = send;
    this.#before = before;
    this.#ask = ask;
  }

  get note(): Note | null {
    return this.#note;
  }

  /** Of the several ops that are on their way now. */
  get progress(): Progress | null {
    return this.#progress;
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
  async act(spot: Spot, op: Op, said: string): Promise<boolean> {
    const undo = undo_of(op, this.#before());
    this.#mark(spot, true);
    this.#say(spot, null);
    const outcome = await this.#send(op);
    this.#mark(spot, false);
    if (outcome.done) this.#note = { text: said, undo };
    else this.#say(spot, sentence(outcome));
    return outcome.done;
  }

  /**
   * One after another, each by itself: what one is refused for stops no other. One note says how
   * many were done and takes them all back. Returns those that were refused.
   */
  async act_all(
    spot: Spot,
    ops: readonly Op[],
    said: (n: number) => string,
  ): Promise<readonly Op[]> {
    this.#mark(spot, true);
    this.#say(spot, null);
    const { refused, undo } = await this.#send_all(ops);
    this.#mark(spot, false);
    const done = ops.length - refused.length;
    if (done > 0) this.#note = { text: said(done), undo };
    this.#say(spot, sentences(refused, ops.length));
    return refused.map(({ op }) => op);
  }

  async undo(): Promise<void> {
    const ops = this.#note?.undo ?? [];
    if (ops.length === 0) return;
    this.#note = null;
    this.#say('undo', null);
    const { refused } = await this.#send_all(ops);
    this.#say('undo', sentences(refused, ops.length));
    if (refused.length < ops.length) this.#note = { text: t('undone'), undo: [] };
  }

  /** Visible ideas alike to this text, best first; null: nobody answered. */
  alike(text: string): Promise<readonly Alike[] | null> {
    return this.#ask(text);
  }

  async #send_all(ops: readonly Op[]): Promise<{ refused: Refused[]; undo: Op[] }> {
    const refused: Refused[] = [];
    const undo: Op[] = [];
    for (const [done, op] of ops.entries()) {
      if (ops.length > 1) this.#progress = { done, of: ops.length };
      const back = undo_of(op, this.#before());
      const outcome = await this.#send(op);
      if (outcome.done) undo.unshift(...back);
      else refused.push({ op, why: sentence(outcome) });
    }
    this.#progress = null;
    return { refused, undo };
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

/** Of a single op its sentence; of several, how many were refused for what. */
function sentences(refused: readonly Refused[], of: number): string | null {
  if (refused.length === 0) return null;
  const counts = new Map<string, number>();
  for (const { why } of refused) counts.set(why, (counts.get(why) ?? 0) + 1);
  return [...counts].map(([why, n]) => (of === 1 ? why : t('acts_refused', { n, why }))).join(' ');
}

/** Why something was not done, and how much could be. */
export function sentence(outcome: Exclude<Outcome, { done: true }>): string {
  const words = refusal_words(t, outcome.refusal);
  return outcome.limit === undefined
    ? words
    : `${words} ${t('desk_limit', { limit: outcome.limit })}`;
}
