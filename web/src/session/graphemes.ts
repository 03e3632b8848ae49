// Texts as the server will see them: well-formed, NFC, trimmed, counted in what a person calls a
// character.

const segmenter =
  typeof Intl !== 'undefined' && 'Segmenter' in Intl
    ? new Intl.Segmenter('uk', { granularity: 'grapheme' })
    : null;

// Without halves of characters: half an emoji, cut off by a keyboard or a clipboard, is not UTF-8
// and would end the connection. Under `u` a whole pair is one character, so only halves match.
export function well_formed(text: string): string {
  return text.replace(/[\uD800-\uDFFF]/gu, '');
}

export function normal_text(text: string): string {
  return well_formed(text).normalize('NFC').trim();
}

// Code points where the browser cannot tell graphemes; the server has the last word.
export function count_graphemes(text: string): number {
  if (segmenter === null) return [...text].length;
  let count = 0;
  for (const _ of segmenter.segment(text)) count++;
  return count;
}

export function count_letters(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}
