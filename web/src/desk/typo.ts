// How many slips of the fingers part two words: F. J. Damerau, "A technique for computer detection
// and correction of spelling errors", CACM 7, 1964: a letter too many, one too few, another
// instead, two neighbours swapped (optimal string alignment: no pair is changed twice). Pure.

const BEGINNING_MIN = 5;
const FIRST_FREE = 6;
const WORD_MAX = 64;

/** Slips allowed in a word as it was typed: none below four letters, two from eight. */
export function slips_allowed(typed: string): number {
  if (typed.length < 4) return 0;
  return typed.length < 8 ? 1 : 2;
}

/**
 * Whether `typed` is `word` with no more slips than allowed. First letters are seldom wrong, and in
 * a short word nothing but the first letter tells «вода» from «мода»: below six it must be right.
 */
export function is_near(typed: string, word: string): boolean {
  if (word.length > typed.length + slips_allowed(typed)) return false;
  const row = last_row(typed, word);
  return row !== null && (row[word.length] ?? WORD_MAX) <= slips_allowed(typed);
}

/**
 * Whether `word` is, or begins with, what somebody has typed of it so far; a beginning has five
 * letters or more, and ends in the letter typed last: else that is no slip, but another word.
 */
export function begins_near(typed: string, word: string): boolean {
  if (typed.length < BEGINNING_MIN) return is_near(typed, word);
  const row = last_row(typed, word);
  if (row === null) return false;
  const most = slips_allowed(typed);
  const last = typed[typed.length - 1];
  for (let length = reach_of(typed, word); length > 0; length--) {
    if ((row[length] ?? WORD_MAX) > most) continue;
    if (length === word.length || word[length - 1] === last) return true;
  }
  return false;
}

function reach_of(typed: string, word: string): number {
  return Math.min(word.length, typed.length + slips_allowed(typed));
}

// Three rows of the table, used again and again: thousands of words are compared at every key.
const rows = [0, 1, 2].map(() => new Uint8Array(WORD_MAX));

/** Slips between `typed` and each beginning of `word`, by its length; null: far too many in all. */
function last_row(typed: string, word: string): Uint8Array | null {
  const most = slips_allowed(typed);
  if (most === 0 || word.length < typed.length - most) return null;
  if (typed.length < FIRST_FREE && typed[0] !== word[0]) return null;
  const reach = reach_of(typed, word);
  if (reach >= WORD_MAX || typed.length >= WORD_MAX) return null;
  let [before, above, row] = rows;
  if (before === undefined || above === undefined || row === undefined) return null;
  for (let j = 0; j <= reach; j++) above[j] = j;
  for (let i = 1; i <= typed.length; i++) {
    const letter = typed[i - 1];
    let least = i;
    row[0] = i;
    for (let j = 1; j <= reach; j++) {
      const other = (above[j - 1] ?? 0) + (letter === word[j - 1] ? 0 : 1);
      let slips = Math.min(other, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && letter === word[j - 2] && typed[i - 2] === word[j - 1])
        slips = Math.min(slips, (before[j - 2] ?? 0) + 1);
      row[j] = slips;
      if (slips < least) least = slips;
    }
    if (least > most) return null;
    [before, above, row] = [above, row, before];
  }
  return above;
}
