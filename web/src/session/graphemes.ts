// Texts as the server will see them: well-formed, NFC, trimmed, counted in what a person calls a
// character.

const segmenter =
  typeof Intl !== 'undefined' && 'Segmenter' in Intl
    ? new Intl.Segmenter('uk', { granularity: 'grapheme' })
    : null;

const book_length = 10_000;

const unsendable = /(?!\n)\p{Cc}|(?!\u200C|\u200D|\uFE0F)\p{Default_Ignorable_Code_Point}/gu;
// More marks than the server leaves on a letter.
const towering = /((?:\p{M}|\u200C|\u200D){8})(?:\p{M}|\u200C|\u200D)+/gu;

// Without halves of characters: half an emoji, cut off by a keyboard or a clipboard, is not UTF-8
// and would end the connection. Under `u` a whole pair is one character, so only halves match.
export function well_formed(text: string): string {
  return text.replace(/[\uD800-\uDFFF]/gu, '');
}

// As `well_formed`, and without what no person types but a clipboard brings along: control
// characters and marks that turn the direction of everything after them, for which the server would
// refuse the text, and what shows nothing or towers over other lines, which it would take out.
export function sendable(text: string): string {
  const lines = text.replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n').replace(/\t/g, ' ');
  return well_formed(lines).replace(unsendable, '').normalize('NFC').replace(towering, '$1');
}

export function normal_text(text: string): string {
  return sendable(text).trim();
}

// Code points where the browser cannot tell graphemes, or where a whole book was pasted, which is
// too long by either count; the server has the last word.
export function count_graphemes(text: string): number {
  if (segmenter === null || text.length > book_length) return [...text].length;
  let count = 0;
  for (const _ of segmenter.segment(text)) count++;
  return count;
}

export function count_letters(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}
