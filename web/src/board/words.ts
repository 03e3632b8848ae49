// The words of the ideas and how many ideas have each of them. Forms of one word are one: «дорога»,
// «дороги» and «доріг» count together, under a form like a dictionary's. Pure.
import { STOP_WORDS } from './stop_words';

export interface CountedWord {
  word: string;
  /** Ideas that have it, however often each says it. */
  count: number;
}

/** Shorter words are kept whole: what is left of them would be anything. */
const STEM_LETTERS_MIN = 3;

/** Ends of nouns, adjectives and verbs, the longest first. */
const ENDS = `
  уватимуть уватиметься уванням юванням ування ювання уватися ювати увати ується юється
  еннями аннями еннях анням енням ення ання ення
  іями остями остей ість ості істю
  ського ському ськими ська ське ські ських ським ськой ської ською ський
  ими ього ьому ьої ьою ого ому ої ою ий ій их им
  ами ями ові еві єві ах ях ам ям ом ем єм ею єю ою ів їв ей ії ію ія
  ити іть ять уть ють ати яти ить
  а я у ю і ї и е є о ь й
`
  .trim()
  .split(/\s+/u)
  .sort((a, b) => b.length - a.length);

/**
 * What the forms of a word share: its end is cut off, and the sounds that change before it are
 * written as one (дорога, доріг, дорозі). A rule of thumb, not a dictionary; see its test.
 */
export function stem_of(word: string): string {
  const plain = word.toLowerCase().replace(/['`ʼ]/g, '’');
  let stem = plain.replace(/с[ья]$/u, (end) => (plain.length > 6 && end === 'ся' ? '' : end));
  const end = ENDS.find((one) => {
    return stem.endsWith(one) && stem.length - one.length >= STEM_LETTERS_MIN;
  });
  if (end !== undefined) stem = stem.slice(0, -end.length);
  return stem
    .replace(/([^аеєиіїоуюя])[оеє]([кц])$/u, '$1$2')
    .replace(/[гзж]$/u, 'г')
    .replace(/[кцч]$/u, 'к')
    .replace(/(.)[іїеоє]([^аеєиіїоуюя]+)$/u, '$1о$2')
    .replace(/([бвгґджзклмнпрстфхцчшщ])\1$/u, '$1');
}

/** Verbs name what is to be done to things; a hall looks for the things. */
const VERB = /(увати|ювати|тися|тись|ться|лися|лись|ймо)$/u;
/** Ends of the cases in which nothing is called by its name; «селі» gives way to «село». */
const OBLIQUE =
  /([уюії]|ам|ям|ами|ями|ах|ях|ом|ем|єм|ою|ею|єю|ів|їв|ей|их|им|ого|ому|ій|ої|і[^аеєиіїоуюя]+)$/u;

const STOPPED: ReadonlySet<string> = new Set(STOP_WORDS.map(stem_of));

/** The words of a text that say what it is about. */
export function words_in(text: string): string[] {
  const found = text.toLowerCase().match(/[а-яєіїґ][а-яєіїґ’'ʼ-]*[а-яєіїґ]/gu) ?? [];
  return found.filter((word) => {
    return word.length >= STEM_LETTERS_MIN && !VERB.test(word) && !STOPPED.has(stem_of(word));
  });
}

/** Most first; words of one count by the alphabet, so that the same ideas give the same cloud. */
export function count_words(texts: readonly string[]): CountedWord[] {
  const forms = new Map<string, Map<string, number>>();
  const ideas = new Map<string, number>();
  for (const text of texts) {
    const seen = new Set<string>();
    for (const word of words_in(text)) {
      const stem = stem_of(word);
      const of_stem = forms.get(stem) ?? new Map<string, number>();
      of_stem.set(word, (of_stem.get(word) ?? 0) + 1);
      forms.set(stem, of_stem);
      if (!seen.has(stem)) ideas.set(stem, (ideas.get(stem) ?? 0) + 1);
      seen.add(stem);
    }
  }
  const counted = [...ideas].map(([stem, count]) => ({ word: usual(forms.get(stem)), count }));
  return counted.sort((a, b) => b.count - a.count || by_letters(a.word, b.word));
}

/** A form like a dictionary's if one was written, of these the one that is written most. */
function usual(forms: ReadonlyMap<string, number> = new Map()): string {
  const oblique = (word: string): number => (OBLIQUE.test(word) ? 1 : 0);
  const bare = (word: string): number => (/[ао]$/u.test(word) ? 0 : 1); // село before сіл
  const sorted = [...forms].sort(([a, in_a], [b, in_b]) => {
    return (
      oblique(a) - oblique(b) ||
      in_b - in_a ||
      bare(a) - bare(b) ||
      a.length - b.length ||
      by_letters(a, b)
    );
  });
  return sorted[0]?.[0] ?? '';
}

function by_letters(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
