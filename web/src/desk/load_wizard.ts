// Where a session is set up: needed once for a session, so not among what every desk loads. Its
// words come with it, in the language that is on by then.
import { language } from '../text/catalogue.svelte';

export async function load_wizard() {
  const { default: Wizard } = await import('./wizard/Wizard.svelte');
  await language.choose(language.current);
  return Wizard;
}
