// The readiness check loads when it is asked for, with its words in the language on by then.
import { language } from '../text/catalogue.svelte';

export async function load_ready() {
  const { default: Ready } = await import('./ready/Ready.svelte');
  await language.choose(language.current);
  return Ready;
}
