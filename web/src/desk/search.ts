// Finds ideas by words that were typed in haste: by beginning, by inflected form, through typos.
// The words of each text are worked out once and kept until the text changes.
import { form_keys, stem_of } from './forms';
import { begins_near, is_near } from './typo';
import { words_asked, words_in } from './words';

export interface Searched {
  id: number;
  number: number;
  text: string;
}

/** Sure: every word stands there, if in another form. Near: some only by a typo, or inside. */
export type Match = 'sure' | 'near';

/** Shorter ones are alike to too much, and stand inside too many words: «порт» in «спортзал». */
const STEM_MIN = 5;

export class Search {
  #texts = new Map<number, string>();
  #holders = new Map<string, Set<number>>(); // word → ideas
  #related = new Map<string, Set<string>>(); // form key → words
  #stems = new Map<string, string>(); // word → stem

  /** Ideas where all words asked for were found; null where nothing is asked. */
  find(ideas: readonly Searched[], asked: string): ReadonlyMap<number, Match> | null {
    const words = words_asked(asked);
    if (words.length === 0) return null;
    this.hold(ideas);
    const founds = words.map((word) => this.#holding(word));
    const found = new Map<number, Match>();
    for (const { id, number } of ideas) {
      const matches = founds.map((one, at) =>
        words[at] === String(number) ? 'sure' : one.get(id),
      );
      if (matches.includes(undefined)) continue;
      found.set(id, matches.includes('near') ? 'near' : 'sure');
    }
    return found;
  }

  #holding(asked: string): ReadonlyMap<number, Match> {
    const kin = new Set<string>();
    for (const key of form_keys(asked)) this.#related.get(key)?.forEach((word) => kin.add(word));
    const stem = stem_of(asked);
    const found = new Map<number, Match>();
    for (const [word, holders] of this.#holders) {
      const is_sure = word.startsWith(asked) || kin.has(word);
      const match = is_sure ? 'sure' : this.#is_alike(asked, stem, word) ? 'near' : null;
      if (match === null) continue;
      for (const id of holders) if (found.get(id) !== 'sure') found.set(id, match);
    }
    return found;
  }

  /** By a typo, by a typo in another form of it, or inside a longer word. */
  #is_alike(asked: string, stem: string, word: string): boolean {
    if (begins_near(asked, word)) return true;
    if (stem.length < STEM_MIN) return false;
    return word.includes(stem) || is_near(stem, this.#stems.get(word) ?? '');
  }

  /** Learns texts ahead of the first question. */
  hold(ideas: readonly Searched[]): void {
    for (const { id, text } of ideas) {
      const held = this.#texts.get(id);
      if (held === text) continue;
      if (held !== undefined) this.#forget(id, held);
      this.#texts.set(id, text);
      for (const word of words_in(text)) this.#learn(word).add(id);
    }
  }

  #learn(word: string): Set<number> {
    const known = this.#holders.get(word);
    if (known !== undefined) return known;
    const holders = new Set<number>();
    this.#holders.set(word, holders);
    this.#stems.set(word, stem_of(word));
    for (const key of form_keys(word)) {
      const words = this.#related.get(key);
      if (words === undefined) this.#related.set(key, new Set([word]));
      else words.add(word);
    }
    return holders;
  }

  /** No piece stays of what nobody holds any more: personal data may have been taken out. */
  #forget(id: number, text: string): void {
    for (const word of words_in(text)) {
      const holders = this.#holders.get(word);
      if (holders?.delete(id) !== true || holders.size > 0) continue;
      this.#holders.delete(word);
      this.#stems.delete(word);
      for (const key of form_keys(word)) this.#drop(key, word);
    }
  }

  #drop(key: string, word: string): void {
    const words = this.#related.get(key);
    if (words?.delete(word) === true && words.size === 0) this.#related.delete(key);
  }
}
