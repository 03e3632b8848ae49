// Plural forms by the rules of CLDR, for the two languages we have, without Intl's data.

export type Forms = {
  readonly one: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
};
export type Category = keyof Forms;
export type LanguageName = 'uk' | 'en';

// uk: 1, 21 one · 2–4, 22 few · 0, 5–20, 11, 111 many · fractions other. en: 1 one · else other.
export function plural_category(language: LanguageName, n: number): Category {
  if (language === 'en') return n === 1 ? 'one' : 'other';
  if (!Number.isInteger(n)) return 'other';
  const ten = Math.abs(n) % 10;
  const hundred = Math.abs(n) % 100;
  if (ten === 1 && hundred !== 11) return 'one';
  if (ten >= 2 && ten <= 4 && (hundred < 12 || hundred > 14)) return 'few';
  return 'many';
}

// 10 000 and 1,5 as they are written in Ukrainian; 10,000 and 1.5 in English.
export function number_text(language: LanguageName, n: number): string {
  const [whole = '', part] = String(Math.abs(n)).split('.');
  const gap = language === 'uk' ? '\u00a0' : ',';
  const point = language === 'uk' ? ',' : '.';
  // Four digits stay together, as in 2027.
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, gap) : whole;
  return (n < 0 ? '−' : '') + grouped + (part === undefined ? '' : point + part);
}
