import { expect, test } from 'vitest';
import { PROOF_WORDS, proof_words } from './proof_words';

/** How many letters must be changed, put in or left out to make one word the other. */
function apart(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  [...a].forEach((letter, row) => {
    const line = [row + 1];
    [...b].forEach((other, i) => {
      const changed = (above[i] ?? 0) + (letter === other ? 0 : 1);
      line.push(Math.min(changed, (above[i + 1] ?? 0) + 1, (line[i] ?? 0) + 1));
    });
    above = line;
  });
  return above.at(-1) ?? 0;
}

test('every byte has a word of its own, of three to eight Ukrainian letters', () => {
  expect(new Set(PROOF_WORDS).size).toBe(256);
  expect(PROOF_WORDS).toHaveLength(256);
  const odd = PROOF_WORDS.filter(
    (word) => !/^[абвгґдеєжзиіїйклмнопрстуфхцчшщьюя]{3,8}$/.test(word),
  );
  expect(odd).toEqual([]);
});

test('no two words differ in one letter alone: whoever mishears one notices it', () => {
  const alike = PROOF_WORDS.flatMap((word, i) =>
    PROOF_WORDS.slice(i + 1).filter((other) => apart(word, other) < 2),
  );
  expect(alike).toEqual([]);
});

test('six words stand for the first six bytes of a hash', () => {
  const hash = `0001ff00${'ab'.repeat(28)}`;
  const [first, second, last] = [PROOF_WORDS[0], PROOF_WORDS[1], PROOF_WORDS[255]];
  const ab = PROOF_WORDS[0xab];
  expect(proof_words(hash)).toEqual([first, second, last, first, ab, ab]);
});

test('what is no hash has no words', () => {
  expect(proof_words('')).toBeNull();
  expect(proof_words('AB'.repeat(32))).toBeNull();
  expect(proof_words('ab'.repeat(31))).toBeNull();
});
