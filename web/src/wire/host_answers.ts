// The guards of what the server answers to whoever holds the host key: a new session, or why not.
import { is_refusal_name } from './answers';
import type { RefusalName } from './ops.gen';
import { both, is_integer, is_text, parse_json, perhaps, shape } from './shape';

/** A session's code and the secrets of its links, shown this once. */
export type MadeSession = { code: string; facilitator: string; operator: string; board: string };

export type SetupRefusal = { refusal: RefusalName; field?: string; limit?: number };

const is_made_session = shape<MadeSession>({
  code: is_text,
  facilitator: is_text,
  operator: is_text,
  board: is_text,
});
const is_setup_refusal = both(
  shape<Pick<SetupRefusal, 'refusal'>>({ refusal: is_refusal_name }),
  perhaps<Omit<SetupRefusal, 'refusal'>>({ field: is_text, limit: is_integer }),
);

// The answer to POST /api/sessions, or null.
export function parse_made_session(text: string): MadeSession | null {
  const value = parse_json(text);
  return is_made_session(value) ? value : null;
}

// Why it was not made, with the setting to blame if there is one, or null.
export function parse_setup_refusal(text: string): SetupRefusal | null {
  const value = parse_json(text);
  return is_setup_refusal(value) ? value : null;
}
