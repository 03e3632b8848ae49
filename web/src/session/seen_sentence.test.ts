import { describe, expect, it } from 'vitest';
import { SeenSentence } from './seen_sentence.svelte';

const begun = (table: number, standing: number) => ({ table, standing, is_empty: false });
const empty = (table: number, standing: number) => ({ table, standing, is_empty: true });

describe('a sentence of a table', () => {
  it('is overtaken by another that came while it was written', () => {
    const seen = new SeenSentence(empty(3, 10));
    seen.look(begun(3, 10));
    expect(seen.was_overtaken(begun(3, 10))).toBe(false);
    seen.look(begun(3, 14));
    expect(seen.was_overtaken(begun(3, 14))).toBe(true);
  });

  it('is not overtaken by what came before it was begun', () => {
    const seen = new SeenSentence(empty(3, 10));
    seen.look(empty(3, 14));
    expect(seen.was_overtaken(empty(3, 14))).toBe(false);
    expect(seen.was_overtaken(begun(3, 14))).toBe(false);
  });

  it('looks anew when it is for another table', () => {
    const seen = new SeenSentence(empty(3, 10));
    seen.look(begun(4, 12));
    expect(seen.was_overtaken(begun(4, 12))).toBe(false);
    expect(seen.was_overtaken(begun(4, 15))).toBe(true);
  });
});
