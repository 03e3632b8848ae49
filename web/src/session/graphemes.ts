// Texts as the server will see them: NFC, trimmed, counted in what a person calls a character.

const segmenter =
  typeof Intl !== 'undefined' && 'Segmenter' in Intl
    ? new Intl.Segmenter('uk', { granularity: 'grapheme' })
    : null;

export function normal_text(text: string): string {
  return text.normalize('NFC').trim();
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
