// What the desk does: sends an op, keeps the refusal as a sentence
// beside what was tried, says what was done, and offers to take it back.
import type { Outcome } from '../session/live.svelte';
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

export class Acts {
  #send: (op: Op) => Promise<Outcome>;
  #before: () => Before;
  #refusals: ReadonlyMap<Spot, string> = $state.raw(new Map());
  #busy: ReadonlySet<Spot> = $state.raw(new Set());
  #note: Note | null = $state.raw(null);

  constructor(send: (op: Op) => Promise<Outcome>, before: () => Before) {
    this.#send = send;
    this.#before = before;
  }

  get note(): Note | null {
    return this.#note;
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

  async undo(): Promise<void> {
    const undo = this.#note?.undo ?? [];
    this.#note = null;
    this.#say('undo', null);
    for (const op of undo) {
      const outcome = await this.#send(op);
      if (outcome.done) continue;
      this.#say('undo', sentence(outcome));
      return;
    }
    if (undo.length > 0) this.#note = { text: t('undone'), undo: [] };
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

function sentence(outcome: Exclude<Outcome, { done: true }>): string {
  const words = refusal_words(t, outcome.refusal);
  return outcome.limit === undefined
    ? words
    : `${words} ${t('desk_limit', { limit: outcome.limit })}`;
}
