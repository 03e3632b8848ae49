// A text → the words it is searched by, so that how somebody types does not matter: the rules of
// the server's `similar/normalise`, but for apostrophes, which half of all people leave out. Pure.

const APOSTROPHES = /['`’ʼ]/g;
const MARKS = /\p{Mn}/gu;
const WORD = /[\p{L}\p{N}]+(?:[-‑][\p{L}\p{N}]+)*/gu;
const HYPHENS = /[-‑]/;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const LOOK_ALIKE: Readonly<Record<string, string>> = {
  i: 'і',
  a: 'а',
  e: 'е',
  o: 'о',
  p: 'р',
  c: 'с',
  x: 'х',
  y: 'у',
};

/** What stands between spaces, dots and emoji; «вай-фай» is one here. */
function written(text: string): string[] {
  const plain = text.normalize('NFC').toLowerCase().replace(APOSTROPHES, '').replace(MARKS, '');
  return (plain.match(WORD) ?? []).map((word) => {
    const known = word.replace(/ґ/g, 'г');
    if (!CYRILLIC.test(known)) return known;
    return known.replace(/[iaeopcxy]/g, (letter) => LOOK_ALIKE[letter] ?? letter);
  });
}

/** What is asked for: «вай-фай» is «вайфай». */
export function words_asked(text: string): string[] {
  return written(text).map((word) => word.split(HYPHENS).join(''));
}

/** What is found: «вай-фай» by either half too. */
export function words_in(text: string): string[] {
  return written(text).flatMap((word) => {
    const halves = word.split(HYPHENS);
    return halves.length === 1 ? halves : [...halves, halves.join('')];
  });
}
