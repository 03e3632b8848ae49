// Guards: small predicates that turn unknown JSON into typed values, or refuse.
// The only place of the web client that casts.

export type Guard<T> = (value: unknown) => value is T;

export const is_text: Guard<string> = (value): value is string => typeof value === 'string';
export const is_flag: Guard<boolean> = (value): value is boolean => typeof value === 'boolean';
export const is_integer: Guard<number> = (value): value is number => Number.isSafeInteger(value);

export function one_of<T extends string>(words: readonly T[]): Guard<T> {
  return (value): value is T => words.some((word) => word === value);
}

export function list_of<T>(item: Guard<T>): Guard<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(item);
}

export function or_null<T>(guard: Guard<T>): Guard<T | null> {
  return (value): value is T | null => value === null || guard(value);
}

// Every member of `members` must be there and fit. Members the guard does not name are let
// through: a newer server may send more than this page knows.
export function shape<T extends object>(members: { [K in keyof T]-?: Guard<T[K]> }): Guard<T> {
  const names = Object.keys(members) as (keyof T & string)[];
  return (value): value is T => {
    if (!is_object(value)) return false;
    return names.every((name) => members[name](value[name]));
  };
}

// Members that may be absent, but fit where they are there.
export function perhaps<T extends object>(members: {
  [K in keyof T]-?: Guard<NonNullable<T[K]>>;
}): Guard<T> {
  const names = Object.keys(members) as (keyof T & string)[];
  return (value): value is T => {
    if (!is_object(value)) return false;
    return names.every((name) => value[name] === undefined || members[name](value[name]));
  };
}

export function both<A, B>(first: Guard<A>, second: Guard<B>): Guard<A & B> {
  return (value): value is A & B => first(value) && second(value);
}

export function is_object(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function parse_json(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
