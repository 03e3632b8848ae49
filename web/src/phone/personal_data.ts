// Patterns that look like somebody's personal data. Only a warning hangs on them, so they are made
// to miss rarely and to be wrong sometimes.

export type PersonalData = 'phone' | 'mail' | 'card' | 'address';

// Of an address: where a word begins, the rest of «вулиця» and a name, a house that is no length or
// count of something («2 км», «12 ліхтарів»).
const word = '(?:^|[^\\p{L}])';
const name = "\\p{Ll}*\\.?(?:\\s+\\p{Lu}[\\p{L}’'-]+){1,3}";
const house = '\\d{1,3}(?!\\d|\\s*(?:к?м(?!\\p{L})|метр|рок|грн|тис|ліхтар|стовп|лам|сот))';

const patterns: readonly (readonly [PersonalData, RegExp])[] = [
  ['mail', /[\w.+-]+@[\w-]+\.[\w.-]+/],
  ['card', /(?:\d[ -]?){15}\d/],
  ['phone', /(?:\+?38[ -]?)?\(?0\d{2}\)?(?:[ -]?\d){7}/],
  ['address', /(?:вул|вулиця|вулиці|просп|пров)\.?\s.{2,40}?(?:буд|будинок|кв|квартира)\.?\s*\d/iu],
  ['address', new RegExp(`${word}(?:[Вв]ул|[Пп]росп|[Пп]ров)${name},?\\s*${house}`, 'u')],
  ['address', new RegExp(`${word}(?:кв|квартира)\\.?\\s*\\d{1,4}(?!\\d|\\s*м)`, 'iu')],
];

export function personal_data_in(text: string): PersonalData | null {
  return patterns.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}
