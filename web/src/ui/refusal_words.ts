// The sentence for a refusal. A page carries only those it can meet; a name it has no sentence for
// (of a newer server) gets the general one.
import type { Messages, Translate } from '../text/catalogue.svelte';

type Words = Pick<Translate<Messages>, 'plain'>;

export function refusal_words(t: Words, refusal: string): string {
  return t.plain(`refusal_${refusal}`) ?? t.plain('refusal_not_allowed') ?? '';
}
