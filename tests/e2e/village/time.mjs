// The scenario's time: its minutes pass so many times faster than those of the hall. Whoever is
// late catches up; nobody waits for what is over.
import { setTimeout as pass } from 'node:timers/promises';

export const speed = Number(process.env.VILLAGE_SPEED ?? 120);
if (!(speed >= 1)) throw new Error('VILLAGE_SPEED: 1 or faster');

const minute_ms = 60_000 / speed;

export const minutes = (count) => pass(count * minute_ms);
export const seconds_ms = (count) => (count * minute_ms) / 60;

// A phase's own minutes, from now on.
export class Minutes {
  #began = Date.now();

  async until(minute) {
    const wait = this.#began + minute * minute_ms - Date.now();
    if (wait > 0) await pass(wait);
  }

  // It is this minute now, or was already: who was late has made everybody wait.
  async hold(minute) {
    await this.until(minute);
    this.#began = Date.now() - minute * minute_ms;
  }

  // The minutes that went by meanwhile were none of this phase.
  async stand_still(during) {
    const since = Date.now();
    await during();
    this.#began += Date.now() - since;
  }
}
