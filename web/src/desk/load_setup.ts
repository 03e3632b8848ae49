// The settings of hall and session load when they are asked for, with their words in the language
// on by then.
import { language } from '../text/catalogue.svelte';

export async function load_setup() {
  const parts = await import('./setup');
  await language.choose(language.current);
  return parts;
}
