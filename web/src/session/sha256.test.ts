import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { to_hex } from './hex';
import { sha256 } from './sha256';

function by_node(...parts: Uint8Array[]): string {
  const hash = createHash('sha256');
  parts.forEach((part) => hash.update(part));
  return hash.digest('hex');
}

// Bytes that do not repeat in a block.
function some_bytes(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => (i * 167 + (i >> 6) * 31 + length) & 255);
}

test('the examples of the standard', () => {
  const text = (words: string): Uint8Array => new TextEncoder().encode(words);
  expect(to_hex(sha256(text('abc')))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
  expect(to_hex(sha256())).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});

test('every length around the edges of blocks is as node has it', () => {
  for (let length = 0; length <= 300; length++) {
    const bytes = some_bytes(length);
    expect(to_hex(sha256(bytes)), String(length)).toBe(by_node(bytes));
  }
});

test('long ones too', () => {
  for (const length of [1000, 4095, 65_536, 1_000_003]) {
    const bytes = some_bytes(length);
    expect(to_hex(sha256(bytes)), String(length)).toBe(by_node(bytes));
  }
});

test('parts are hashed one after another', () => {
  const [a, b, c] = [some_bytes(5), some_bytes(0), some_bytes(90)];
  expect(to_hex(sha256(a, b, c))).toBe(by_node(a, b, c));
});
