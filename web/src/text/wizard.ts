// `t` for the page where a session is set up: the shared words and its own.
import { catalogue } from './catalogue.svelte';
import { uk } from './uk';
import { wizard_uk } from './wizard.uk';

export const t = catalogue({ ...uk, ...wizard_uk }, async () => {
  const [common, wizard] = await Promise.all([import('./en'), import('./wizard.en')]);
  return { ...common.en, ...wizard.wizard_en };
});
