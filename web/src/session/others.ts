// Records that some pages alone read, out of the copy a page holds: guarded as they are read. What
// does not fit counts as not there.
import type { OtherRecord } from '../wire/messages';
import type { Guard } from '../wire/shape';
import type { Others } from './apply';

/** The one record of this name, null if it is not there. */
export function one<T>(others: Others, record: OtherRecord, fits: Guard<T>): T | null {
  const value = others.get(`${record}/0`);
  return fits(value) ? value : null;
}

/** All records of this name by their ids, in the order in which they came. */
export function many<T>(others: Others, record: OtherRecord, fits: Guard<T>): Map<number, T> {
  const found = new Map<number, T>();
  for (const [key, value] of others) {
    const [name, id] = key.split('/');
    if (name === record && fits(value)) found.set(Number(id), value);
  }
  return found;
}
