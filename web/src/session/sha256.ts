// SHA-256 (FIPS 180-4). Browsers lend theirs to pages of secure origins only, and a hall's page
// comes over plain HTTP. Pure.

const round_words = fractions(64, Math.cbrt);
const first_state = fractions(8, Math.sqrt);

/** The 32 bytes of the hash of these parts, one after another. */
export function sha256(...parts: readonly Uint8Array[]): Uint8Array {
  const message = padded(parts);
  const state = Uint32Array.from(first_state);
  const words = new Uint32Array(64);
  const blocks = new DataView(message.buffer);
  for (let at = 0; at < message.length; at += 64) {
    for (let i = 0; i < 16; i++) words[i] = blocks.getUint32(at + 4 * i);
    digest(state, words);
  }
  const out = new DataView(new ArrayBuffer(32));
  state.forEach((word, i) => out.setUint32(4 * i, word));
  return new Uint8Array(out.buffer);
}

// Message, one bit, zeros, and the length in bits at the end of a block of 64 bytes.
function padded(parts: readonly Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const out = new Uint8Array(Math.ceil((length + 9) / 64) * 64);
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  out[at] = 0x80;
  const end = new DataView(out.buffer, out.length - 8);
  end.setUint32(0, Math.floor(length / 2 ** 29));
  end.setUint32(4, length << 3);
  return out;
}

// One block: its 16 words stand at the beginning of `w`, which has room for 64.
function digest(state: Uint32Array, w: Uint32Array): void {
  for (let i = 16; i < 64; i++) {
    const early = w[i - 15] ?? 0;
    const late = w[i - 2] ?? 0;
    const s0 = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
    const s1 = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
    w[i] = (w[i - 16] ?? 0) + s0 + (w[i - 7] ?? 0) + s1;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let i = 0; i < 64; i++) {
    const choice = (e & f) ^ (~e & g);
    const sum1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const t1 = (h + sum1 + choice + (round_words[i] ?? 0) + (w[i] ?? 0)) | 0;
    const sum0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    [h, g, f, e, d, c, b] = [g, f, e, (d + t1) | 0, c, b, a];
    a = (t1 + sum0 + majority) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => (state[i] = (state[i] ?? 0) + word));
}

function turned(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}

// The first 32 bits of the fractional parts of the roots of the first primes: the standard's own
// constants, which need not be written down.
function fractions(count: number, root: (n: number) => number): number[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n++) {
    if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  }
  return primes.map((prime) => Math.floor((root(prime) % 1) * 2 ** 32));
}
