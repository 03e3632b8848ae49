// A new session over HTTP, for whoever holds the host key. The key is nowhere but in memory.
import {
  parse_made_session,
  parse_setup_refusal,
  type MadeSession,
  type SetupRefusal,
} from '../wire/host_answers';
import type { RefusalName, Settings } from '../wire/ops.gen';
import { bearer, post } from './enter';

export type { MadeSession };

/** Why there is no session. */
export type NotMade = SetupRefusal | { refusal: 'unreachable'; field?: never; limit?: never };

// The host key behind the # of the address, wiped there at once; empty if there is none.
export function key_in_fragment(): string {
  const key = key_in(location.hash);
  if (location.hash !== '') history.replaceState(null, '', location.pathname + location.search);
  return key;
}

// The key in what somebody pasted: itself, or the whole address that the program shows.
export function key_in(pasted: string): string {
  return pasted.slice(pasted.lastIndexOf('#') + 1).trim();
}

// Whether the server takes this key from here. It is asked for a session without settings, which
// it refuses for what is missing once the key was right. Null: it takes the key.
export async function why_not(key: string): Promise<RefusalName | 'unreachable' | null> {
  // Other letters are no key, and fit no header.
  if (!/^[\w-]*$/.test(key)) return 'host_key_wrong';
  const { refusal } = refused(await post('/api/sessions', {}, bearer(key)));
  return refusal === 'op_malformed' ? null : refusal;
}

export async function make_session(key: string, set: Settings): Promise<MadeSession | NotMade> {
  const text = await post('/api/sessions', set, bearer(key));
  return parse_made_session(text ?? '') ?? refused(text);
}

// Makes this browser one of the session's desks, so that it stays one when the page is left.
export async function keep_desk({ code, facilitator }: MadeSession): Promise<void> {
  await post(`/api/sessions/${code}/trade`, { secret: facilitator });
}

function refused(text: string | null): NotMade {
  return parse_setup_refusal(text ?? '') ?? { refusal: 'unreachable' };
}
