// What this desk keeps for itself in its browser: which ideas were read, and, for every session,
// whether keys of one character are switched on.
import { read, write } from '../session/storage';

const single_keys = 'viche.desk.single_keys';

export class Kept {
  #read_key: string;
  #read: ReadonlySet<number>;
  #has_single_keys = $state(read(single_keys) !== 'off');

  constructor(code: string) {
    this.#read_key = `viche.desk.${code}.read`;
    const ids = (read(this.#read_key) ?? '').split(',').map(Number);
    this.#read = $state.raw(new Set(ids.filter((id) => Number.isInteger(id) && id > 0)));
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

  mark_read(id: number): void {
    if (this.#read.has(id)) return;
    this.#read = new Set([...this.#read, id]);
    write(this.#read_key, [...this.#read].join(','));
  }
}
