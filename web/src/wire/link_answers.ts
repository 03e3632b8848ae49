// The guards of what the server answers a facilitator who makes links: only the desk asks for them.
import { both, is_text, parse_json, perhaps, shape } from './shape';

/** Shown this once: the server keeps no secret. */
export type MadeLink = { id: string; secret?: string; recovery?: string };

const is_made = both(
  shape<Pick<MadeLink, 'id'>>({ id: is_text }),
  perhaps<Pick<MadeLink, 'secret' | 'recovery'>>({ secret: is_text, recovery: is_text }),
);

// The answer to POST …/links, or null.
export function parse_made_link(text: string): MadeLink | null {
  const value = parse_json(text);
  return is_made(value) ? value : null;
}
