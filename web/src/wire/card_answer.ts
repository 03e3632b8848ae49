// The guard for the answer to POST …/card.
import { is_integer, parse_json, shape } from './shape';

const is_card = shape<{ card: number }>({ card: is_integer });

// The number of the card that is this person's now, or null.
export function parse_card(text: string): number | null {
  const value = parse_json(text);
  return is_card(value) ? value.card : null;
}
