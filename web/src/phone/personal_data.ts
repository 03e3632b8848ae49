// Patterns that look like somebody's personal data. Only a warning hangs on them, so they are made
// to miss rarely and to be wrong sometimes.

export type PersonalData = 'phone' | 'mail' | 'card' | 'address';

const patterns: readonly (readonly [PersonalData, RegExp])[] = [
  ['mail', /[\w.+-]+@[\w-]+\.[\w.-]+/],
  ['card', /(?:\d[ -]?){15}\d/],
  ['phone', /(?:\+?38[ -]?)?\(?0\d{2}\)?(?:[ -]?\d){7}/],
  ['address', /(?:вул|вулиця|вулиці|просп|пров)\.?\s.{2,40}?(?:буд|будинок|кв|квартира)\.?\s*\d/iu],
];

export function personal_data_in(text: string): PersonalData | null {
  return patterns.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}
