// The guards for what the server answers about names: a person's own, and all of a session's.
import { is_flag, is_integer, is_text, list_of, or_null, parse_json, shape } from './shape';

/** `asked`: this person may sign now. */
export type OwnName = { asked: boolean; name: string | null };

/** `ideas`: the numbers of what this person wrote. */
export type SignedName = { id: number; name: string; ideas: readonly number[] };

const is_own = shape<OwnName>({ asked: is_flag, name: or_null(is_text) });
const is_signed = shape<SignedName>({ id: is_integer, name: is_text, ideas: list_of(is_integer) });
const are_all = shape<{ names: readonly SignedName[] }>({ names: list_of(is_signed) });

// The answer to GET …/name, or null.
export function parse_own_name(text: string): OwnName | null {
  const value = parse_json(text);
  return is_own(value) ? value : null;
}

// The answer to GET …/names, or null.
export function parse_names(text: string): readonly SignedName[] | null {
  const value = parse_json(text);
  return are_all(value) ? value.names : null;
}
