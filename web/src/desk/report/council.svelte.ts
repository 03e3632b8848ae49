// The council's part of a session as the desk knows it, and the way to change it. What is refused
// is said where it was tried.
import type { Live, Outcome } from '../../session/live.svelte';
import { many, one } from '../../session/others';
import { is_council, is_decision, is_publication } from '../../wire/other_records';
import type { CouncilRecord, Decision, PublicationRecord } from '../../wire/ops.gen';
import type { Decisions } from './consider';
import { NO_DETAILS } from './details';

export class Council {
  #live: Live;

  constructor(live: Live) {
    this.#live = live;
  }

  #decisions: Decisions = $derived.by(() =>
    many(this.#live.records.others, 'decision', is_decision),
  );
  #details: CouncilRecord = $derived.by(
    () => one(this.#live.records.others, 'council', is_council) ?? NO_DETAILS,
  );

  /** Whether what is said now arrives now. */
  get is_connected(): boolean {
    return this.#live.connection === 'connected';
  }

  get details(): CouncilRecord {
    return this.#details;
  }

  /** By the id of the idea. */
  get decisions(): Decisions {
    return this.#decisions;
  }

  get publication(): PublicationRecord {
    const none = { published: false, since: 0 };
    return one(this.#live.records.others, 'publication', is_publication) ?? none;
  }

  say(details: CouncilRecord): Promise<Outcome> {
    return this.#live.send({ kind: 'set_report_details', details });
  }

  decide(idea: number, decision: Decision): Promise<Outcome> {
    return this.#live.send({ kind: 'decide_proposals', lines: [{ idea, decision }] });
  }

  publish(): Promise<Outcome> {
    return this.#live.send({ kind: 'publish_results' });
  }

  withdraw(): Promise<Outcome> {
    return this.#live.send({ kind: 'withdraw_results' });
  }
}
