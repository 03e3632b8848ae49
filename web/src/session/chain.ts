// The formulas of a session's hash chain (docs/file-format.md), as a page computes them. Pure.
import type { Receipt } from '../wire/receipts';
import { from_hex, to_hex } from './hex';
import { sha256 } from './sha256';

const encoder = new TextEncoder();

/** The hash before the first entry. */
export function hash_before_first(epoch: string): Uint8Array {
  return sha256(encoder.encode(epoch));
}

export function hash_entry(
  before: Uint8Array,
  public_part: string,
  commitment: Uint8Array,
): Uint8Array {
  return sha256(before, prefixed(encoder.encode(public_part)), commitment);
}

/** What a person's own entry must have in the journal; null: its private part was erased. */
export function commitment_of(receipt: Receipt): string | null {
  const salt = from_hex(receipt.salt ?? '');
  if (receipt.salt === null || salt === null || receipt.private === null) return null;
  const texts = receipt.texts.map((text) => {
    if (text === null) return new Uint8Array();
    if ('commitment' in text) return from_hex(text.commitment) ?? new Uint8Array();
    return sha256(
      prefixed(from_hex(text.salt) ?? new Uint8Array()),
      prefixed(encoder.encode(text.text)),
    );
  });
  const own = prefixed(encoder.encode(receipt.private));
  return to_hex(sha256(prefixed(salt), own, ...texts.map(prefixed)));
}

// The length in 8 bytes, big-endian, then the bytes.
function prefixed(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(8 + bytes.length);
  new DataView(out.buffer).setUint32(4, bytes.length);
  out.set(bytes, 8);
  return out;
}
