// What a person takes along to another address of the server, where this browser's storage is
// another one: a ticket that says who they are, once, and what they had not sent yet.
import { is_text, list_of, parse_json, type Guard } from '../wire/shape';
import { parse_draft, parse_pending } from '../wire/stored';
import { keys, read, write } from './storage';

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

// Lays down what came along, as if it had been written here; nothing that is here is replaced.
export function put_down(luggage: Luggage, code: string): void {
  for (const [key = '', value = ''] of luggage.kept) {
    const is_ours = key.startsWith(`viche.op.${code}.`) || key.startsWith(`viche.draft.${code}.`);
    if (is_ours && read(key) === null) write(key, value);
  }
}

// Of somebody whose ticket opens nobody any more, as the server forgot it: what they wrote becomes a
// draft. Anybody can make such a link, so nothing of it is sent unless its reader wants it.
export function put_down_texts(luggage: Luggage, code: string): void {
  const key = `viche.draft.${code}.0`;
  const texts = luggage.kept.flatMap(([, value = '']) => {
    const op = parse_pending(value)?.op;
    const text = parse_draft(value)?.text ?? (op !== undefined && 'text' in op ? op.text : '');
    return text.trim() === '' ? [] : [text];
  });
  if (texts.length === 0 || read(key) !== null) return;
  write(key, JSON.stringify({ text: texts.join('\n\n'), areas: [] }));
}
