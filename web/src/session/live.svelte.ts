// A page's life with the server: connects, holds the copy, sends the outbox, comes back by itself.
// The only door to the socket; pages read its state and call `send`.
import type {
  Alike,
  AwayTable,
  Delta,
  Presence,
  Refusal,
  ServerMessage,
  Snapshot,
  Welcome,
} from '../wire/messages';
import { CLOSE_CODES, type Op, type RefusalName } from '../wire/ops.gen';
import {
  apply_delta,
  apply_mine,
  apply_snapshot,
  apply_turnout,
  no_mine,
  no_records,
  type Held,
  type Mine,
  type Records,
} from './apply';
import { back_off_ms } from './back_off';
import { ServerClock } from './clock';
import { sendable } from './graphemes';
import {
  Connection,
  connect_wait_ms,
  page_outdated,
  welcome_wait_ms,
  type Visitor,
} from './connection';
import { in_time } from './in_time';
import { Outbox, type Outcome, type Pending, type Returned } from './outbox.svelte';
import { random_id } from './random';

export type { Alike, AwayTable, Outcome, Pending, Presence, Returned };
export type ConnectionState = 'connecting' | 'connected' | 'reconnecting' | 'offline' | 'refused';

const answer_wait_ms = 10_000;
const stable_after_ms = 10_000;
const attempt_is_fresh_ms = 1_000;

export class Live {
  #who: Visitor;
  #outbox: Outbox;
  #clock = new ServerClock();
  #connection: Connection | null = null;
  #held: Held | null = $state.raw(null);
  #arrived: Snapshot | null = null; // until what is this person's own is there too
  #state: ConnectionState = $state('connecting');
  #refused: RefusalName | null = $state(null);
  #head: string | null = $state(null);
  #heard_head: string | null = $state(null);
  #saw_it_open: boolean | null = null; // when this connection had caught up; null: not yet
  #presence: Presence | null = $state.raw(null);
  #voted = 0;
  #hello_refusal: Refusal | null = null;
  #attempt = 0;
  #attempted_at = 0; // steady ms
  #welcomed_at = 0; // local ms, 0: not in this connection
  #retry: ReturnType<typeof setTimeout> | undefined;
  #wake: ReturnType<typeof setTimeout> | undefined;
  #answer: ReturnType<typeof setTimeout> | undefined;
  #similar: { id: string; told: (ideas: readonly Alike[] | null) => void } | null = null;
  #is_finishing = false;
  #is_over = false;

  // `line`: a connection of this visitor that was opened ahead.
  constructor(who: Visitor, line: Connection | null = null) {
    this.#who = who;
    this.#outbox = new Outbox(owner_of(who));
    addEventListener('online', this.#look_up);
    addEventListener('offline', this.#look_up);
    addEventListener('pageshow', this.#look_up);
    addEventListener('storage', this.#hear_of_other_page);
    document.addEventListener('visibilitychange', this.#look_up);
    this.#connect(line);
  }

  // What the server shows this page; immutable, replaced whole.
  get records(): Records {
    return this.#held?.records ?? no_records;
  }

  // What it shows this person alone.
  get mine(): Mine {
    return this.#held?.mine ?? no_mine;
  }

  get connection(): ConnectionState {
    return this.#state;
  }

  // Why this page may not connect, while connection is `refused`.
  get refused(): RefusalName | null {
    return this.#refused;
  }

  // Who is there and who is away; facilitators only, else null.
  get presence(): Presence | null {
    return this.#presence;
  }

  // The end of the chain, 64 hex digits, once the session is closed.
  get head(): string | null {
    return this.#head;
  }

  // The same, if it came at the close itself: over a connection on which the session had been open.
  get heard_head(): string | null {
    return this.#heard_head;
  }

  // Ops not yet answered, oldest first.
  get outbox(): readonly Pending[] {
    return this.#outbox.pending;
  }

  // Ops of a phone or an operator that were finally refused; each stays until `dismiss`.
  get returned(): readonly Returned[] {
    return this.#outbox.returned;
  }

  // The `later` refusal that holds the outbox back, if one does.
  get waiting(): RefusalName | null {
    return this.#outbox.waiting;
  }

  // Server time in ms by the best estimate. Not reactive by itself: read tick() beside it.
  now(): number {
    return this.#clock.now();
  }

  // Resolves when the server has answered for good, which may be after the connection came back.
  send(op: Op): Promise<Outcome> {
    const outcome = this.#outbox.add(op, Date.now());
    this.#pump();
    return outcome;
  }

  dismiss(id: string): void {
    this.#outbox.dismiss(id);
  }

  // Visible ideas alike this text, best first. Null: not asked, or not answered; ask another time.
  // Nothing is kept or asked again: a new question replaces one that is open.
  similar_to(text: string): Promise<readonly Alike[] | null> {
    this.#told_similar(null);
    if (this.#welcomed_at === 0) return Promise.resolve(null);
    const id = random_id();
    this.#connection?.send({ type: 'similar', id, text: sendable(text) });
    return new Promise((told) => (this.#similar = { id, told }));
  }

  // Nobody looks at this person's page any more: ends as soon as everything was delivered.
  finish(): void {
    this.#is_finishing = true;
    if (this.outbox.length === 0) this.close();
  }

  // Somebody looks again; false if it is over.
  stay(): boolean {
    this.#is_finishing = false;
    return !this.#is_over;
  }

  close(): void {
    this.#is_over = true;
    this.#told_similar(null);
    removeEventListener('online', this.#look_up);
    removeEventListener('offline', this.#look_up);
    removeEventListener('pageshow', this.#look_up);
    removeEventListener('storage', this.#hear_of_other_page);
    document.removeEventListener('visibilitychange', this.#look_up);
    clearTimeout(this.#retry);
    clearTimeout(this.#wake);
    clearTimeout(this.#answer);
    this.#connection?.close();
    this.#connection = null;
  }

  #connect(line: Connection | null = null, wait_ms = connect_wait_ms): void {
    clearTimeout(this.#retry);
    const held = this.#held;
    this.#welcomed_at = 0;
    this.#attempted_at = steady_now();
    this.#hello_refusal = null;
    this.#arrived = null;
    this.#saw_it_open = null;
    this.#connection =
      line ??
      new Connection(
        this.#who,
        held === null ? undefined : { epoch: held.epoch, seq: held.seq },
        wait_ms,
      );
    this.#connection.listen({
      message: (message, at) => this.#take(message, at),
      closed: (close) => this.#lose(close),
    });
  }

  #take(message: ServerMessage, at: number): void {
    if (message.type === 'welcome') this.#welcome(message, at);
    else if (message.type === 'snapshot') this.#arrived = message;
    else if (message.type === 'turnout') this.#turn_out(message.voted);
    else if (message.type === 'delta') this.#apply(message);
    else if (message.type === 'mine') this.#apply_mine(message.mine);
    else if (message.type === 'ack') this.#outbox.acknowledged(message.id, message.seq);
    else if (message.type === 'head') this.#hear_head(message.hash);
    else if (message.type === 'presence') this.#presence = message;
    else if (message.type === 'pong') this.#clock.sample(message.at, at, message.now);
    else if (message.type === 'similar') this.#told_similar(message.ideas, message.id);
    else if (message.id === null) this.#hello_refusal = message;
    else if (message.id === this.#similar?.id) this.#told_similar(null);
    else this.#outbox.refused(message, steady_now());
    if (this.#is_finishing) this.finish();
    if (!this.#is_over) this.#pump();
  }

  #welcome(welcome: Welcome, at: number): void {
    this.#welcomed_at = at;
    this.#clock.forget();
    this.#clock.sample(this.#welcomed_at, this.#welcomed_at, welcome.now);
    if (this.#held !== null && this.#held.epoch !== welcome.epoch) this.#held = null;
    this.#state = 'connected';
  }

  #turn_out(voted: number): void {
    this.#voted = voted;
    if (this.#held !== null) this.#held = apply_turnout(this.#held, voted);
  }

  #apply(delta: Delta): void {
    const held = this.#held === null ? null : apply_delta(this.#held, delta);
    if (held !== null) this.#held = held;
    else this.#give_up();
  }

  #apply_mine(addendum: Parameters<typeof apply_mine>[1]): void {
    if (this.#arrived !== null) {
      this.#held = apply_turnout(apply_snapshot(this.#arrived, addendum), this.#voted);
      this.#arrived = null;
    } else if (this.#held === null) this.#give_up();
    else this.#held = { ...this.#held, mine: apply_mine(this.#held.mine, addendum) };
    // The first of a connection stands behind all that it had missed.
    this.#saw_it_open ??= this.records.phase !== null && this.records.phase.phase !== 'closed';
  }

  #hear_head(hash: string): void {
    this.#head = hash;
    if (this.#saw_it_open === true) this.#heard_head ??= hash;
  }

  // What came of the open question, if it is the one of `id`.
  #told_similar(ideas: readonly Alike[] | null, id = this.#similar?.id): void {
    if (this.#similar === null || this.#similar.id !== id) return;
    this.#similar.told(ideas);
    this.#similar = null;
  }

  // Sends what may be sent, and sees to it that it is asked again when it must.
  #pump(): void {
    clearTimeout(this.#wake);
    if (this.#welcomed_at === 0) return;
    const now = steady_now();
    const phase = this.records.phase;
    const next = this.#outbox.next(now, phase !== null && phase.pause !== null);
    if (next !== null) {
      this.#connection?.send({ type: 'op', id: next.id, op: next.op });
      clearTimeout(this.#answer);
      this.#answer = setTimeout(() => this.#ask_after_answer(), answer_wait_ms);
    } else if (this.#outbox.in_flight === null) clearTimeout(this.#answer);
    const wakes_at = this.#outbox.wakes_at(now);
    if (wakes_at !== null) this.#wake = setTimeout(() => this.#pump(), wakes_at - now);
  }

  // No answer to an op: first see whether the line stands, then come back and send it again.
  #ask_after_answer(): void {
    this.#connection?.check();
    this.#answer = setTimeout(() => this.#give_up(), answer_wait_ms);
  }

  #give_up(): void {
    this.#connection?.close();
    this.#lose(0);
  }

  #lose(code: number): void {
    this.#connection = null;
    this.#told_similar(null);
    clearTimeout(this.#answer);
    clearTimeout(this.#wake);
    this.#hand_back_poison(code);
    this.#outbox.lost();
    if (this.#welcomed_at > 0 && Date.now() - this.#welcomed_at > stable_after_ms)
      this.#attempt = 0;
    this.#welcomed_at = 0;
    if (code >= 4200 && code < 4300 && this.#hello_refusal?.kind !== 'later') {
      let unsaid: RefusalName = 'op_malformed';
      if (code === CLOSE_CODES.link_withdrawn) unsaid = 'link_unknown';
      if (code === page_outdated) unsaid = 'subprotocol_unknown';
      this.#refused = this.#hello_refusal?.refusal ?? unsaid;
      this.#state = 'refused';
      return;
    }
    this.#state = navigator.onLine ? 'reconnecting' : 'offline';
    this.#try_later();
  }

  #try_later(): void {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => void this.#come_back(), back_off_ms(this.#attempt++));
  }

  // Chromium holds back the WebSockets of a page that lost many, at last for 1 to 5 s each
  // (services/network/websocket_throttler.cc), and plain requests never: so those find out whether
  // the server is there. They may be stuck in a connection of the dark, so not each time.
  async #come_back(): Promise<void> {
    const is_asked = this.#attempt > 2 && this.#attempt % 4 > 0;
    const is_there = !is_asked || (await in_time(connect_wait_ms, is_healthy));
    if (this.#is_over || this.#connection !== null) return;
    if (is_there === true) this.#connect(null, is_asked ? welcome_wait_ms : connect_wait_ms);
    else this.#try_later();
  }

  // An op the server ends the connection for would do so for ever; its author gets it back instead.
  #hand_back_poison(code: number): void {
    const blamed: readonly number[] = [
      CLOSE_CODES.text_only,
      CLOSE_CODES.utf8,
      CLOSE_CODES.too_big,
      CLOSE_CODES.malformed,
      CLOSE_CODES.message_unknown,
    ];
    const entry = this.#outbox.in_flight;
    if (entry === null || !blamed.includes(code)) return;
    const refusal = code === CLOSE_CODES.too_big ? 'text_too_long' : 'op_malformed';
    this.#outbox.refused({ type: 'refusal', id: entry.id, refusal, kind: 'final' }, steady_now());
  }

  #hear_of_other_page = ({ key, newValue }: StorageEvent): void => {
    if (key === null) return;
    this.#outbox.hear(key, newValue);
    this.#pump();
  };

  // The network changed or the page is looked at again: do not wait for the next attempt.
  #look_up = (): void => {
    if (this.#state === 'refused') return;
    if (this.#connection !== null && this.#welcomed_at > 0) this.#connection.check();
    else if (!navigator.onLine) this.#state = 'offline';
    else if (document.visibilityState === 'visible' && !this.#is_trying()) this.#connect_anew();
  };

  // An attempt begun in another network, or before the page slept, may hang for long.
  #is_trying(): boolean {
    return this.#connection !== null && steady_now() - this.#attempted_at < attempt_is_fresh_ms;
  }

  #connect_anew(): void {
    this.#connection?.close();
    this.#connect();
  }
}

// Whose ops outlive the page: a person's of this phone, and an operator's; the desk's do not.
function owner_of({ code, page, slot }: Visitor): string | null {
  if (page === 'operator') return `operator.${code}`;
  return page === 'phone' ? `${code}.${slot ?? 0}` : null;
}

async function is_healthy(signal: AbortSignal): Promise<boolean> {
  return (await fetch('/healthz', { signal })).ok;
}

// For delays alone: a phone's clock may be set while something waits.
function steady_now(): number {
  return performance.now();
}
