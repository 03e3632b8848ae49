// Files of the report that are being made: several at once, each for as long as it takes, whatever
// is looked at meanwhile.
import { download_report } from '../../session/report';
import type { Waiting } from '../../session/enter';
import type { NotMade } from '../../wire/report_answers';
import type { Format } from './formats';

// What takes longer is shown as it goes on.
const long_after_ms = 1_000;

export class Downloads {
  #secret: string | null;
  #running: ReadonlySet<Format> = $state.raw(new Set());
  #long: ReadonlySet<Format> = $state.raw(new Set());
  #refused: ReadonlyMap<Format, Waiting | NotMade> = $state.raw(new Map());
  #done: Format | null = $state(null);

  /** `secret`: where the browser keeps no cookies. */
  constructor(secret: string | null) {
    this.#secret = secret;
  }

  is_running(format: Format): boolean {
    return this.#running.has(format);
  }

  /** Those that go on for more than a second, in the order in which they were asked for. */
  get long(): readonly Format[] {
    return [...this.#long];
  }

  /** Why there is none. */
  refused(format: Format): Waiting | NotMade | null {
    return this.#refused.get(format) ?? null;
  }

  /** The last one the browser was given. */
  get done(): Format | null {
    return this.#done;
  }

  async get(format: Format, path: string): Promise<void> {
    if (this.is_running(format)) return;
    this.#done = null;
    this.#refused = new Map([...this.#refused].filter(([one]) => one !== format));
    this.#running = new Set(this.#running).add(format);
    const slow = setTimeout(() => (this.#long = new Set(this.#long).add(format)), long_after_ms);
    const why = await download_report(path, this.#secret);
    clearTimeout(slow);
    this.#running = without(this.#running, format);
    this.#long = without(this.#long, format);
    if (why === null) this.#done = format;
    else this.#refused = new Map(this.#refused).set(format, why);
  }
}

function without(set: ReadonlySet<Format>, format: Format): ReadonlySet<Format> {
  return new Set([...set].filter((one) => one !== format));
}
