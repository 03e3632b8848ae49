// The slug of an area that people name themselves: what open data and links call it. Pure.
import { SETUP_LIMITS } from '../../wire/ops.gen';

// Transliteration by the resolution of the Cabinet of Ministers № 55 of 2010, inside words.
const LATIN: Readonly<Record<string, string>> = {
  ...{ а: 'a', б: 'b', в: 'v', г: 'h', ґ: 'g', д: 'd', е: 'e', є: 'ie', ж: 'zh', з: 'z', и: 'y' },
  ...{ і: 'i', ї: 'i', й: 'i', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's' },
  ...{ т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ю: 'iu', я: 'ia' },
  ...{ ь: '', ы: 'y', э: 'e', ъ: '', ё: 'io' },
};
const AT_A_START: Readonly<Record<string, string>> = { є: 'ye', ї: 'yi', й: 'y', ю: 'yu', я: 'ya' };
const STEM = 4;

/** Of a–z, 0–9 and dashes, and none of `taken`. */
export function area_slug(name: string, taken: ReadonlySet<string>): string {
  const words = name
    .toLowerCase()
    .replace(/['`’ʼ]/g, '')
    .replace(/зг/g, 'zgh');
  const latin = words.split(/[^\p{L}\p{N}]+/u).map(in_latin);
  const whole = latin.filter((word) => word !== '').join('-');
  const begun = cut(whole, SETUP_LIMITS.slug_bytes_max) || 'area';
  if (!taken.has(begun)) return begun;
  for (let n = 2; ; n++) {
    const ending = `-${String(n)}`;
    const slug = cut(begun, SETUP_LIMITS.slug_bytes_max - ending.length) + ending;
    if (!taken.has(slug)) return slug;
  }
}

function in_latin(word: string): string {
  const letters = [...word].map(
    (letter, at) => (at === 0 ? AT_A_START[letter] : undefined) ?? LATIN[letter] ?? letter,
  );
  return letters
    .join('')
    .normalize('NFD')
    .replace(/[^a-z0-9]/g, '');
}

function cut(slug: string, length: number): string {
  return slug.slice(0, length).replace(/-+$/, '');
}

/** Whether a new name is still of the same subject: a word of both begins alike. */
export function is_akin(before: string, after: string): boolean {
  const stems = new Set(stems_of(before));
  return stems_of(after).some((stem) => stems.has(stem));
}

function stems_of(name: string): string[] {
  const words = name.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.filter((word) => word.length >= STEM).map((word) => word.slice(0, STEM));
}
