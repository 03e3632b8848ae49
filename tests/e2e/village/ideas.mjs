// The phase of ideas: 109 of them at their minutes, and what happens among them.
import assert from 'node:assert/strict';
import { see } from '../hall.mjs';
import { begin_operator, hand_in } from './devices.mjs';
import { alarm, ideas, killed, power_cut, redacted } from './scenario.mjs';
import { Minutes } from './time.mjs';

const on_their_own = new Set([...power_cut.ids, ...killed.ids, alarm.id]);

// What happens besides, in the order of its minutes, is told as [minute, what]; `what` gets the
// clock. Each test of the phase plays on until its own.
export class IdeasPhase {
  #hall;
  #clock;
  #next = 0;

  constructor(hall) {
    this.#hall = hall;
  }

  async open() {
    await this.#hall.begin('Збір ідей');
    await begin_operator(this.#hall);
    for (const page of this.#hall.people) await see(page.locator('#idea'));
    this.#clock = new Minutes();
  }

  // All ideas before this minute, one after the other, so that numbers are those of the file.
  async play_until(minute) {
    for (; this.#next < ideas.length && ideas[this.#next].minute < minute; this.#next++) {
      await this.#hand_in(ideas[this.#next]);
    }
    await this.#clock.until(minute);
  }

  // All ideas up to this one, and it.
  async play_through(id) {
    for (; this.#next < id; this.#next++) await this.#hand_in(ideas[this.#next]);
  }

  stand_still(during) {
    return this.#clock.stand_still(during);
  }

  async #hand_in(one) {
    if (on_their_own.has(one.id)) return;
    await this.#clock.until(one.minute);
    await hand_in(this.#hall, one);
  }
}

// Each once, by its text; numbered as the file, but for those that came back from the dark
// together; and the server's time never goes back along its order.
export async function all_ideas_are_there(hall) {
  const there = (await hall.staff.records('idea')).sort(([a], [b]) => a - b);
  const expected = ideas.map(({ id, text }) => (id === redacted.id ? redacted.remains : text));
  const texts = there.map(([, { text }]) => text);
  assert.deepEqual([...texts].sort(), [...expected].sort());
  for (const [at, [, { number, at: time, text, table, channel }]] of there.entries()) {
    assert.equal(number, at + 1);
    if (at > 0)
      assert.ok(time >= there[at - 1][1].at, `№ ${number} is earlier than the one before`);
    const one = ideas[expected.indexOf(text)];
    if (!on_their_own.has(one.id)) assert.equal(number, one.id);
    assert.equal(table, one.table, `№ ${number}`);
    assert.equal(channel, one.is_paper ? 'paper' : 'phone', `№ ${number}`);
  }
}
