// The guards of receipts: what lets a person's page find their own entries in the public journal,
// as the server answers it and as the page keeps it of votes.
import { is_flag, is_integer, is_text, list_of, or_null, parse_json, shape } from './shape';
import type { Guard } from './shape';

/** A text with its salt, or of an erased one the commitment alone. */
export type ReceiptText =
  { readonly salt: string; readonly text: string } | { readonly commitment: string };

export type Receipt = {
  readonly seq: number;
  readonly kind: string;
  readonly salt: string | null; // null, as `private` is: the private part was erased
  readonly private: string | null; // the exact bytes that were stored
  readonly texts: readonly (ReceiptText | null)[]; // null: of it not even the commitment is left
};

/** What a page keeps of votes: after the close nobody can tell it any more. */
export type KeptVotes = {
  readonly voter: string;
  readonly standing: readonly number[]; // ideas as they were voted for
  readonly receipts: readonly Receipt[];
};

type Written = {
  actor: { as: string; id: string };
  op: { idea?: number };
};

const is_whole_text = shape<{ salt: string; text: string }>({ salt: is_text, text: is_text });
const is_erased_text = shape<{ commitment: string }>({ commitment: is_text });
const is_receipt_text: Guard<ReceiptText> = (value): value is ReceiptText =>
  is_whole_text(value) || is_erased_text(value);
const is_receipt = shape<Receipt>({
  seq: is_integer,
  kind: is_text,
  salt: or_null(is_text),
  private: or_null(is_text),
  texts: list_of(or_null(is_receipt_text)),
});
const are_receipts = shape<{ receipts: readonly Receipt[]; more: boolean }>({
  receipts: list_of(is_receipt),
  more: is_flag,
});
const is_kept = shape<KeptVotes>({
  voter: is_text,
  standing: list_of(is_integer),
  receipts: list_of(is_receipt),
});
const is_written = shape<{ actor: { as: string; id: string }; op: object }>({
  actor: shape<{ as: string; id: string }>({ as: is_text, id: is_text }),
  op: (value): value is object => typeof value === 'object' && value !== null,
});
const has_idea = shape<{ idea: number }>({ idea: is_integer });

// The answer to GET …/receipts, or null.
export function parse_receipts(
  text: string,
): { receipts: readonly Receipt[]; more: boolean } | null {
  const value = parse_json(text);
  return are_receipts(value) ? value : null;
}

export function parse_kept_votes(text: string): KeptVotes | null {
  const value = parse_json(text);
  return is_kept(value) ? value : null;
}

// What a private part says, as far as a page compares it; null: it cannot be read.
export function parse_private(text: string): Written | null {
  const value = parse_json(text);
  if (!is_written(value)) return null;
  return { actor: value.actor, op: has_idea(value.op) ? { idea: value.op.idea } : {} };
}
