// The check of the journal loads when it is asked for, with its words in the language that is on by
// then. Null: not to be had now.
import { language } from '../text/catalogue.svelte';

export async function load_check() {
  try {
    const { default: Check } = await import('./check/Check.svelte');
    await language.complete();
    return Check;
  } catch {
    return null;
  }
}
