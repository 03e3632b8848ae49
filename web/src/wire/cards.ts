// The guard of cards that were made. Apart from the other answers: phones have no use for it.
import type { CardCodes } from './ops.gen';
import { is_integer, is_text, list_of, parse_json, shape } from './shape';

export type CardsMade = { first: number; cards: readonly CardCodes[] };

const is_made = shape<CardsMade>({
  first: is_integer,
  cards: list_of(shape<CardCodes>({ code: is_text, digits: is_text })),
});

// The answer to POST …/cards, or null.
export function parse_cards(text: string): CardsMade | null {
  const value = parse_json(text);
  return is_made(value) ? value : null;
}
