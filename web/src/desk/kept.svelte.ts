// What this desk keeps for itself in its browser: planned minutes, which ideas were
// read, and, for every session, whether keys of one character are switched on.
import { read, write } from '../session/storage';
import type { Phase } from '../wire/ops.gen';
import { minutes_text, stored_minutes, type Minutes } from './programme';

const single_keys = 'viche.desk.single_keys';

export class Kept {
  #keys: { minutes: string; read: string };
  #minutes: Minutes;
  #read: ReadonlySet<number>;
  #has_single_keys = $state(read(single_keys) !== 'off');

  constructor(code: string) {
    this.#keys = { minutes: `viche.desk.${code}.minutes`, read: `viche.desk.${code}.read` };
    this.#minutes = $state.raw(stored_minutes(read(this.#keys.minutes)));
    const ids = (read(this.#keys.read) ?? '').split(',').map(Number);
    this.#read = $state.raw(new Set(ids.filter((id) => Number.isInteger(id) && id > 0)));
  }

  get minutes(): Minutes {
    return this.#minutes;
  }

  /** Ids of ideas that were read here. */
  get read(): ReadonlySet<number> {
    return this.#read;
  }

  get has_single_keys(): boolean {
    return this.#has_single_keys;
  }

  switch_single_keys(is_on: boolean): void {
    this.#has_single_keys = is_on;
    write(single_keys, is_on ? 'on' : 'off');
  }

  plan(phase: Phase, minutes: number): void {
    this.#minutes = { ...this.#minutes, [phase]: minutes };
    write(this.#keys.minutes, minutes_text(this.#minutes));
  }

  mark_read(id: number): void {
    if (this.#read.has(id)) return;
    this.#read = new Set([...this.#read, id]);
    write(this.#keys.read, [...this.#read].join(','));
  }
}
