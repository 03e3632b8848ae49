// A phone's way into a session, and the people who share the phone: each has a Live of their own.
// The one whose turn it is is drawn; the others' go on until everything of theirs was delivered.
import { parse_entered, type Entered } from '../wire/answers';
import { LIMITS, type RefusalName } from '../wire/ops.gen';
import { back_off_ms } from './back_off';
import { is_number, lan_addresses } from './addresses';
import type { Connection } from './connection';
import { code_in_path, may_come_right, recover, ticket, type Waiting } from './enter';
import { knock, slot_kept, slot_key, visitor, type Knocked, type Line } from './knock';
import { Live } from './live.svelte';
import { packed, unpacked, type Luggage } from './luggage';
import { keys, read, write } from './storage';

const renew_ms = 20 * 60_000;

export class WayIn {
  #code: string | null = $state(null);
  #entered: Entered | null = $state.raw(null);
  #live: Live | null = $state.raw(null);
  #slot = $state(0);
  #refusal: Waiting | null = $state(null);
  #is_entering = $state(false);
  #ways: readonly string[] = $state.raw([]);
  #ticket: string | null = null;
  #lives = new Map<number, Live>(); // by person slot
  #is_guess = false; // opened by what is kept of an earlier visit: the server was not asked
  #knocked_again = false;
  #attempt = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;

  // The code of the address opens at once. `knocked`: what was begun for it ahead of this.
  constructor(knocked: Promise<Knocked> | null = null) {
    const asked = code_in_path(location.pathname);
    if (asked === null) return;
    this.#code = asked;
    const luggage = unpacked(location.hash);
    if (luggage === null) void this.#open(asked, knocked ?? knock(asked));
    else void this.#arrive(asked, luggage);
  }

  get code(): string | null {
    return this.#code;
  }

  get entered(): Entered | null {
    return this.#entered;
  }

  get live(): Live | null {
    return this.#live;
  }

  // Whose turn it is, from 0.
  get slot(): number {
    return this.#slot;
  }

  // Why it is not open; a `later` one is tried again by itself.
  get refusal(): Waiting | null {
    return this.#refusal;
  }

  get is_entering(): boolean {
    return this.#is_entering;
  }

  async open(asked: string, in_memory?: boolean): Promise<void> {
    if (!this.#is_entering) await this.#open(asked, knock(asked, in_memory), in_memory);
  }

  // As somebody who was here before. Null when it worked, else why not.
  async recover(recovery: string): Promise<Waiting | null> {
    if (this.#code === null) return 'session_unknown';
    const answer = await recover(this.#code, { recovery });
    if ('refusal' in answer) return answer.refusal;
    this.#begin(answer);
    return null;
  }

  // Other addresses of the server, by which it may be found should this one fail.
  get ways(): readonly string[] {
    return this.#ways;
  }

  // To be called when the server knows this person: learns its other addresses and keeps a ticket
  // for going there, as both must be at hand once it is away. Ends with what it returns.
  keep_ways(): () => void {
    void this.#learn_ways();
    const timer = setInterval(() => void this.#learn_ways(), renew_ms);
    return () => clearInterval(timer);
  }

  // The address of this session at another origin; packed anew each time, with what is unsent now.
  way_to(origin: string): string {
    return packed(origin, this.#code ?? '', this.#ticket ?? '');
  }

  // The phone goes to another person's hands.
  pass_to(slot: number): void {
    if (this.#code === null || slot === this.#slot) return;
    this.#live?.finish();
    write(slot_key(this.#code), String(slot));
    this.#slot = slot;
    this.#live = this.#live_of(slot);
  }

  // What can be mended when the server turned this page away. A browser that took the cookie but
  // does not send it back gets a pass for this page's life; a slot that is not given any more
  // leaves the phone to its first person.
  mend(refused: RefusalName | null): void {
    if (refused === 'slot_refused' && this.#slot !== 0) this.pass_to(0);
    if (refused !== 'pass_missing' || this.#code === null || this.#knocked_again) return;
    this.#knocked_again = !this.#is_guess;
    void this.open(this.#code, this.#knocked_again ? true : undefined);
  }

  leave(): void {
    clearTimeout(this.#retry);
    this.#close();
    this.#live = null;
    this.#entered = null;
    this.#refusal = null;
    this.#code = null;
    history.pushState(null, '', '/');
  }

  forget_refusal(): void {
    this.#refusal = null;
  }

  async #open(asked: string, knocked: Promise<Knocked>, in_memory?: boolean): Promise<void> {
    this.#is_entering = true;
    const { answer, line } = await knocked;
    this.#is_entering = false;
    clearTimeout(this.#retry);
    if ('refusal' in answer) {
      const known = answer.refusal === 'unreachable' ? kept_entry(asked) : null;
      if (known === null) this.#wait(asked, answer.refusal, in_memory);
      else this.#begin(known);
      this.#is_guess = known !== null;
      return;
    }
    this.#is_guess = false;
    this.#attempt = 0;
    if (this.#code !== asked) history.pushState(null, '', `/s/${asked}`);
    this.#code = asked;
    this.#begin(answer, line);
  }

  // From another address of the server. Until it is settled the address bar keeps what came along.
  async #arrive(asked: string, luggage: Luggage): Promise<void> {
    this.#is_entering = true;
    const { arrive } = await import('./arrive');
    const entered = await arrive(asked, luggage, kept_entry(asked) !== null);
    history.replaceState(null, '', location.pathname + location.search);
    this.#is_entering = false;
    if (entered !== null) this.#begin(entered);
    else await this.open(asked);
  }

  // A server that is reached by name keeps it; one reached by number may come back with another,
  // which nobody knows yet. Where neither is to be feared nobody needs a ticket.
  async #learn_ways(): Promise<void> {
    if (this.#code === null) return;
    this.#ways = (await lan_addresses()).filter((origin) => origin !== location.origin);
    if (this.#ways.length === 0 && !is_number(location.hostname)) return;
    this.#ticket = (await ticket(this.#code, this.#entered?.pass ?? null)) ?? this.#ticket;
  }

  #wait(asked: string, why: Waiting, in_memory?: boolean): void {
    this.#refusal = why;
    if (!may_come_right(why) || this.#code !== asked) return;
    const wait_ms = 2_000 + back_off_ms(this.#attempt++);
    this.#retry = setTimeout(() => void this.open(asked, in_memory), wait_ms);
  }

  #begin(entered: Entered, line: Line | null = null): void {
    this.#refusal = null;
    const { code, title, community } = entered;
    write(entry_key(code), JSON.stringify({ code, title, community })); // never the pass
    this.#close();
    this.#entered = entered;
    this.#slot = line?.slot ?? slot_kept(code);
    this.#live = this.#live_of(this.#slot, line?.connection);
    for (let slot = 0; slot < LIMITS.slots_max; slot++) {
      const is_owed = slot !== this.#slot && keys(`viche.op.${code}.${slot}.`).length > 0;
      if (is_owed) this.#live_of(slot).finish();
    }
  }

  #live_of(slot: number, line?: Connection): Live {
    const known = this.#lives.get(slot);
    if (known?.stay() === true && known.connection !== 'refused') return known;
    known?.close();
    const live = new Live(visitor(this.#code ?? '', slot, this.#entered?.pass), line);
    this.#lives.set(slot, live);
    return live;
  }

  #close(): void {
    for (const live of this.#lives.values()) live.close();
    this.#lives.clear();
  }
}

function entry_key(code: string): string {
  return `viche.entered.${code}`;
}

// What this phone knows of a session it was in: enough to open its queue while the server is away.
function kept_entry(code: string): Entered | null {
  return parse_entered(read(entry_key(code)) ?? '');
}
