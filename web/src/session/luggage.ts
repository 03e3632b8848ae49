// What a person takes along to another address of the server, where this browser's storage is
// another one: a ticket that says who they are, once, and what they had not sent yet.
import { is_text, list_of, parse_json, type Guard } from '../wire/shape';
import { keys, read } from './storage';

type Kept = readonly string[]; // a key of the storage, and its value
export type Luggage = { readonly ticket: string; readonly kept: readonly Kept[] };

const is_kept_list: Guard<readonly Kept[]> = list_of(list_of(is_text));
const address_length_max = 30_000; // browsers and messengers cut longer ones

// The address of this session at `origin`, packed.
export function packed(origin: string, code: string, ticket: string): string {
  const kept = [...keys(`viche.op.${code}.`), ...keys(`viche.draft.${code}.`)].map((key) => [
    key,
    read(key) ?? '',
  ]);
  const way = `${origin}/s/${code}#ticket=${encodeURIComponent(ticket)}`;
  const whole = `${way}&kept=${encodeURIComponent(JSON.stringify(kept))}`;
  return whole.length <= address_length_max ? whole : way;
}

// What came along in the fragment of an address; null: nobody travels.
export function unpacked(fragment: string): Luggage | null {
  const parts = new URLSearchParams(fragment.replace(/^#/, ''));
  const ticket = parts.get('ticket');
  const kept = parse_json(parts.get('kept') ?? '[]');
  return ticket === null ? null : { ticket, kept: is_kept_list(kept) ? kept : [] };
}
