// Texts typed over kept ones, while somebody at another desk may change the kept ones underneath:
// field by field, so that neither loses what only they touched. Pure.
import { normal_text } from '../../session/graphemes';

export type Texts = Readonly<Record<string, string>>;

export interface Edit<T extends Texts> {
  /** What was kept when this was begun, or what was saved of it last. */
  base: T;
  mine: T;
  /** What was kept when it was saved last, until the saved comes back as the kept; else null. */
  before: T | null;
}

/** Over what is kept; fields nobody typed in here follow it. */
export function typed<T extends Texts>(edit: Edit<T> | null, kept: T, patch: Partial<T>): Edit<T> {
  if (edit === null) return { base: kept, mine: { ...kept, ...patch }, before: null };
  const now = standing(edit, kept);
  const base = pick(edit, (name) => (is_touched(edit, name) ? edit.base : now));
  const mine = pick(edit, (name) => (is_touched(edit, name) ? edit.mine : now));
  return { base, mine: { ...mine, ...patch }, before: edit.before };
}

/** What to show, and what to save. */
export function value_of<T extends Texts>(edit: Edit<T> | null, kept: T): T {
  if (edit === null) return kept;
  const now = standing(edit, kept);
  return pick(edit, (name) => (is_touched(edit, name) ? edit.mine : now));
}

export function is_dirty<T extends Texts>(edit: Edit<T> | null): boolean {
  return edit !== null && names_of(edit.base).some((name) => is_touched(edit, name));
}

/** Fields that somebody else has meanwhile made something else of than stands here. */
export function clashes<T extends Texts>(edit: Edit<T> | null, kept: T): (keyof T)[] {
  if (edit === null) return [];
  const now = standing(edit, kept);
  return names_of(edit.base).filter(
    (name) =>
      is_touched(edit, name) &&
      now[name] !== edit.base[name] &&
      !is_same(now[name], edit.mine[name]),
  );
}

/** Theirs in the fields where both wrote; the rest stays as it is here. */
export function taken<T extends Texts>(edit: Edit<T>, kept: T): Edit<T> {
  const now = standing(edit, kept);
  const theirs = clashes(edit, kept);
  const base = pick(edit, (name) => (theirs.includes(name) ? now : edit.base));
  const mine = pick(edit, (name) => (theirs.includes(name) ? now : edit.mine));
  return { base, mine, before: edit.before };
}

/** After `sent` was saved over `kept`: what was typed meanwhile is still to be saved. */
export function saved<T extends Texts>(edit: Edit<T>, sent: T, over: T, kept: T): Edit<T> {
  const is_back = names_of(kept).some((name) => kept[name] !== over[name]);
  return { base: sent, mine: edit.mine, before: is_back ? null : over };
}

/** Trimmed and cleaned as the server will keep it. */
export function normal<T extends Texts>(value: T): T {
  const clean = names_of(value).map((name) => [name, normal_text(value[name] ?? '')]);
  return { ...value, ...Object.fromEntries(clean) };
}

function standing<T extends Texts>(edit: Edit<T>, kept: T): T {
  const { before } = edit;
  if (before === null) return kept;
  return names_of(kept).every((name) => kept[name] === before[name]) ? edit.base : kept;
}

function is_touched<T extends Texts>(edit: Edit<T>, name: keyof T): boolean {
  return !is_same(edit.mine[name], edit.base[name]);
}

function is_same(a: string | undefined, b: string | undefined): boolean {
  return normal_text(a ?? '') === normal_text(b ?? '');
}

function pick<T extends Texts>({ base }: Edit<T>, from: (name: keyof T & string) => T): T {
  return { ...base, ...Object.fromEntries(names_of(base).map((name) => [name, from(name)[name]])) };
}

function names_of<T extends Texts>(value: T): (keyof T & string)[] {
  return Object.keys(value);
}
