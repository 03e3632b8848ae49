// The server's time, estimated from pings, and what is left on the clock of a phase.
import type { PhaseRecord } from '../wire/ops.gen';

const samples_max = 8;

// Every ping brackets one reading of the server's clock. The one with
// the shortest round trip knows best; its error is at most half that
// trip. Old samples fall out, so a phone that drifts is followed.
export class ServerClock {
  #samples: { round_trip_ms: number; ahead_ms: number }[] = [];
  #ahead_ms = 0;

  #local: () => number;

  constructor(local: () => number = Date.now) {
    this.#local = local;
  }

  // Server time in ms, by the best estimate so far.
  now(): number {
    return this.#local() + this.#ahead_ms;
  }

  // `sent` and `received` by the local clock, `server_now` as the server said it between the two.
  sample(sent: number, received: number, server_now: number): void {
    const round_trip_ms = received - sent;
    if (round_trip_ms < 0) return; // the local clock was set back meanwhile
    this.#samples.push({ round_trip_ms, ahead_ms: server_now - (sent + received) / 2 });
    if (this.#samples.length > samples_max) this.#samples.shift();
    const best = this.#samples.reduce((a, b) => (b.round_trip_ms < a.round_trip_ms ? b : a));
    this.#ahead_ms = best.ahead_ms;
  }

  // After sleep or a new connection what was measured before may be wrong.
  forget(): void {
    this.#samples = [];
  }
}

// Milliseconds left, negative once the planned time is over; null when the phase has no clock.
// Never more than was planned: an estimate a little behind the server's clock must not show 15:01
// of 15:00.
export function time_left_ms(phase: PhaseRecord, now: number): number | null {
  if (phase.planned_ms === 0) return null;
  const until = phase.pause === null ? now : phase.pause.since;
  const gone = Math.max(0, until - phase.opened_at - phase.paused_ms);
  return phase.planned_ms + phase.extended_ms - gone;
}
