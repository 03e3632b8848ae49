// What is typed on the report's forms: kept in this browser until the server has it, saved form by
// form, and told what became of it.
import { count_graphemes } from '../../session/graphemes';
import type { Outcome } from '../../session/live.svelte';
import { erase, read, write } from '../../session/storage';
import { parse_json, shape, type Guard } from '../../wire/shape';
import type { RefusalName } from '../../wire/ops.gen';
import {
  clashes,
  is_dirty,
  normal,
  saved,
  taken,
  typed,
  value_of,
  type Edit,
  type Texts,
} from './edit';

export interface Refused {
  refusal: RefusalName;
  field?: string;
  limit?: number;
}

/** Of one form: what became of the last try to save it. */
export type Fate = 'none' | 'saving' | 'saved' | Refused;

interface Desk<T extends Texts> {
  /** Where drafts are kept. */
  key: string;
  fits: Guard<T>;
  /** The longest text of each field, in what a person calls a character. */
  limits: Readonly<Record<keyof T, number>>;
  kept: (id: number) => T;
  send: (id: number, value: T) => Promise<Outcome>;
}

export class Keeper<T extends Texts> {
  #desk: Desk<T>;
  #edits: ReadonlyMap<number, Edit<T>> = $state.raw(new Map());
  #fates: ReadonlyMap<number, Fate> = $state.raw(new Map());
  #again = new Set<number>();

  constructor(desk: Desk<T>) {
    this.#desk = desk;
    this.#edits = drafts(read(desk.key) ?? '', desk.fits);
  }

  value(id: number): T {
    return value_of(this.#edit(id), this.#desk.kept(id));
  }

  /** Fields that somebody else has meanwhile made something else of. */
  clashes(id: number): (keyof T)[] {
    return clashes(this.#edit(id), this.#desk.kept(id));
  }

  kept(id: number): T {
    return this.#desk.kept(id);
  }

  is_dirty(id: number): boolean {
    return is_dirty(this.#edit(id));
  }

  /** Forms with something that is not saved. */
  get dirty(): readonly number[] {
    return [...this.#edits].flatMap(([id, edit]) => (is_dirty(edit) ? [id] : []));
  }

  fate(id: number): Fate {
    return this.#fates.get(id) ?? 'none';
  }

  change(id: number, patch: Partial<T>): void {
    this.#put(id, typed(this.#edit(id), this.#desk.kept(id), patch));
    if (this.fate(id) !== 'saving') this.#tell(id, 'none');
  }

  /** What somebody else made of the fields both wrote in. */
  take(id: number): void {
    const edit = this.#edit(id);
    if (edit !== null) this.#put(id, taken(edit, this.#desk.kept(id)));
  }

  /** True once what stands here is saved. What is typed meanwhile and saved too follows. */
  async save(id: number): Promise<boolean> {
    if (this.fate(id) === 'saving') {
      this.#again.add(id);
      return false;
    }
    let is_saved = true;
    do {
      this.#again.delete(id);
      if (this.is_dirty(id)) is_saved = await this.#save(id);
    } while (is_saved && this.#again.has(id));
    return is_saved;
  }

  async #save(id: number): Promise<boolean> {
    const sent = normal(this.value(id));
    const long = this.#too_long(sent);
    if (long !== null) {
      this.#tell(id, long);
      return false;
    }
    const over = this.#desk.kept(id);
    this.#tell(id, 'saving');
    const outcome = await this.#desk.send(id, sent);
    if (!outcome.done) {
      this.#tell(id, outcome);
      return false;
    }
    const edit = this.#edit(id);
    if (edit !== null) this.#put(id, saved(edit, sent, over, this.#desk.kept(id)));
    this.#tell(id, 'saved');
    return true;
  }

  #too_long(value: T): Refused | null {
    for (const [field, limit] of Object.entries<number>(this.#desk.limits)) {
      const is_long = count_graphemes(value[field] ?? '') > limit;
      if (is_long) return { refusal: 'text_too_long', field, limit };
    }
    return null;
  }

  #edit(id: number): Edit<T> | null {
    return this.#edits.get(id) ?? null;
  }

  #put(id: number, edit: Edit<T>): void {
    const next = new Map(this.#edits).set(id, edit);
    this.#edits = next;
    const kept = [...next].filter(([, one]) => is_dirty(one));
    if (kept.length === 0) erase(this.#desk.key);
    else {
      const lines = kept.map(([one, { base, mine }]) => [one, { base, mine }]);
      write(this.#desk.key, JSON.stringify(Object.fromEntries(lines)));
    }
  }

  #tell(id: number, fate: Fate): void {
    this.#fates = new Map(this.#fates).set(id, fate);
  }
}

// What does not fit any more counts as not there.
function drafts<T extends Texts>(text: string, fits: Guard<T>): Map<number, Edit<T>> {
  const is_draft = shape<{ base: T; mine: T }>({ base: fits, mine: fits });
  const found = new Map<number, Edit<T>>();
  for (const [id, draft] of Object.entries(parse_json(text) ?? {})) {
    if (is_draft(draft)) found.set(Number(id), { ...draft, before: null });
  }
  return found;
}
