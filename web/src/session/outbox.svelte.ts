// Ops on their way: kept until the server has answered each, in order, one in flight at a time.
// Knows no socket and no timer; Live asks `next` when there is something to send on.
import type { Refusal } from '../wire/messages';
import { STOPPED_BY_PAUSE, type Op, type RefusalKind, type RefusalName } from '../wire/ops.gen';
import { parse_pending, parse_returned, type Pending, type Returned } from '../wire/stored';
import { back_off_ms } from './back_off';
import { sendable } from './graphemes';
import { random_id } from './random';
import { erase, keys, read, write } from './storage';

export type { Pending, Returned };

export type Outcome =
  | { done: true; seq: number }
  | { done: false; refusal: RefusalName; kind: RefusalKind; field?: string; limit?: number };

type Hold = { refusal: RefusalName; until: number };

export class Outbox {
  #pending: readonly Pending[] = $state.raw([]);
  #returned: readonly Returned[] = $state.raw([]);
  #hold: Hold | null = $state.raw(null);
  #in_flight: string | null = null;
  #refused_in_a_row = 0;
  #answers = new Map<string, (outcome: Outcome) => void>();
  #kept: { pending: string; returned: string } | null;

  // `owner` names session and person slot; null keeps nothing over a reload. One
  // storage key per op, so that two pages of one phone never overwrite each other's.
  constructor(owner: string | null) {
    this.#kept =
      owner === null
        ? null
        : { pending: `viche.op.${owner}.`, returned: `viche.returned.${owner}.` };
    if (this.#kept === null) return;
    this.#pending = stored(this.#kept.pending, parse_pending);
    this.#returned = stored(this.#kept.returned, parse_returned);
  }

  get pending(): readonly Pending[] {
    return this.#pending;
  }

  // Finally refused, and not yet taken back by the person.
  get returned(): readonly Returned[] {
    return this.#returned;
  }

  // Why the queue stands still, when the server said `later`.
  get waiting(): RefusalName | null {
    return this.#hold?.refusal ?? null;
  }

  // Every op passes here, so what a person typed becomes fit to send here, once.
  add(asked: Op, now: number): Promise<Outcome> {
    const op = 'text' in asked ? { ...asked, text: sendable(asked.text) } : asked;
    const last = this.#pending[this.#pending.length - 1];
    const entry: Pending = { id: random_id(), op, at: Math.max(now, (last?.at ?? 0) + 1) };
    this.#pending = [...this.#pending, entry];
    if (this.#kept !== null) write(this.#kept.pending + entry.id, JSON.stringify(entry));
    return new Promise((resolve) => this.#answers.set(entry.id, resolve));
  }

  // Another page of this phone keeps its ops in the same place: what it adds is delivered by
  // whichever page lives longer (the id is the same, so the server counts it once), what it has
  // delivered need not be sent from here too. `value` null: the key was erased.
  hear(key: string, value: string | null): void {
    if (this.#kept === null) return;
    if (key.startsWith(this.#kept.returned)) this.#hear_returned(this.#kept.returned, key);
    const prefix = this.#kept.pending;
    if (!key.startsWith(prefix)) return;
    const id = key.slice(prefix.length);
    if (value === null) {
      if (id === this.#in_flight || this.#answers.has(id)) return;
      this.#pending = this.#pending.filter((pending) => pending.id !== id);
      return;
    }
    const entry = parse_pending(value);
    if (entry === null || this.#pending.some((pending) => pending.id === entry.id)) return;
    this.#pending = [...this.#pending, entry].sort((a, b) => a.at - b.at);
  }

  // What came back to another page is shown here too, until it is taken back on either. Asked of
  // the storage itself: a page that slept hears of it long after.
  #hear_returned(prefix: string, key: string): void {
    const there = parse_returned(read(key) ?? '');
    const others = this.#returned.filter(({ id }) => prefix + id !== key);
    this.#returned = there === null ? others : [...others, there];
  }

  // The op to send now, or null. It counts as in flight until answered or `lost`.
  next(now: number, session_paused: boolean): Pending | null {
    if (this.#in_flight !== null) return null;
    if (this.#hold !== null && this.#hold.until <= now) {
      if (this.#hold.refusal !== 'paused' || !session_paused) this.#hold = null;
    }
    // What is taken in a pause does not wait with what is not: that is when somebody needs help.
    const paused = this.#hold?.refusal === 'paused';
    const entry =
      this.#hold === null || paused
        ? this.#pending.find(({ op }) => !paused || !STOPPED_BY_PAUSE.includes(op.kind))
        : undefined;
    if (entry === undefined) return null;
    this.#in_flight = entry.id;
    return entry;
  }

  // When `next` should be asked again though nothing else happens, by the clock `now` is of;
  // null: only an answer or a new phase record can help.
  wakes_at(now: number): number | null {
    return this.#hold !== null && this.#hold.until > now ? this.#hold.until : null;
  }

  get in_flight(): Pending | null {
    return this.#pending.find(({ id }) => id === this.#in_flight) ?? null;
  }

  // The connection ended: what was in flight is sent again, under the same id.
  lost(): void {
    this.#in_flight = null;
  }

  acknowledged(id: string, seq: number): void {
    this.#refused_in_a_row = 0;
    this.#leave(id, { done: true, seq });
  }

  refused(refusal: Refusal, now: number): void {
    const { id, kind } = refusal;
    const entry = this.#pending.find((pending) => pending.id === id);
    if (entry === undefined) return;
    if (kind === 'later') {
      this.#in_flight = null;
      this.#hold = {
        refusal: refusal.refusal,
        until: now + 300 + back_off_ms(this.#refused_in_a_row++),
      };
      return;
    }
    const why = {
      refusal: refusal.refusal,
      ...(refusal.field === undefined ? {} : { field: refusal.field }),
      ...(refusal.limit === undefined ? {} : { limit: refusal.limit }),
    };
    const returned: Returned = { ...entry, ...why };
    if (this.#kept !== null) {
      write(this.#kept.returned + entry.id, JSON.stringify(returned));
      this.#returned = [...this.#returned, returned];
    }
    this.#leave(entry.id, { done: false, kind, ...why });
  }

  // The person has the text back, or does not want it.
  dismiss(id: string): void {
    this.#returned = this.#returned.filter((returned) => returned.id !== id);
    if (this.#kept !== null) erase(this.#kept.returned + id);
  }

  #leave(id: string, outcome: Outcome): void {
    if (this.#in_flight === id) this.#in_flight = null;
    this.#pending = this.#pending.filter((pending) => pending.id !== id);
    if (this.#kept !== null) erase(this.#kept.pending + id);
    this.#answers.get(id)?.(outcome);
    this.#answers.delete(id);
  }
}

function stored<T extends Pending>(
  prefix: string,
  parse: (text: string) => T | null,
): readonly T[] {
  return keys(prefix)
    .flatMap((key) => parse(read(key) ?? '') ?? [])
    .sort((a, b) => a.at - b.at);
}
