// Asks for ideas alike while a text is written: not before it is a text and rests, and seldom.
import { count_letters, normal_text } from '../session/graphemes';
import type { Alike } from '../session/live.svelte';
import { graphemes_in, graphemes_max } from './idea_limits';

const letters_min = 12;
const rest_ms = 600;
// The server answers no sooner than 2 s after the last question came to it, and one may be faster
// on its way than the one before.
const gap_ms = 2_500;

export type AskSimilar = (text: string) => Promise<readonly Alike[] | null>;

// Of this page, as the field comes and goes and the server counts on.
let asked_at = Number.NEGATIVE_INFINITY;

export class SimilarSearch {
  #ask: AskSimilar;
  #found: readonly number[] = $state.raw([]);
  #asked_for = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(ask: AskSimilar) {
    this.#ask = ask;
  }

  // Ids of ideas, the most alike first; none where nothing is alike or nobody answered.
  get found(): readonly number[] {
    return this.#found;
  }

  // The field holds this now.
  typed(text: string): void {
    clearTimeout(this.#timer);
    const asked_for = normal_text(text);
    if (count_letters(asked_for) < letters_min || graphemes_in(asked_for) > graphemes_max) {
      this.#found = [];
      this.#asked_for = '';
      return;
    }
    if (asked_for === this.#asked_for) return;
    const wait_ms = Math.max(rest_ms, asked_at + gap_ms - performance.now());
    this.#timer = setTimeout(() => void this.#search(asked_for), wait_ms);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  async #search(text: string): Promise<void> {
    this.#asked_for = text;
    asked_at = performance.now();
    const ideas = await this.#ask(text);
    if (this.#asked_for !== text) return; // sent or wiped meanwhile
    this.#found = (ideas ?? []).map(({ idea }) => idea);
  }
}
