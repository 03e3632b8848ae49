// The `t` of the phone’s first screens: the shared words and theirs.
import { catalogue } from './catalogue.svelte';
import { phone_uk } from './phone.uk';
import { uk } from './uk';

export const t = catalogue({ ...uk, ...phone_uk }, async () => {
  const [common, phone] = await Promise.all([import('./en'), import('./phone.en')]);
  return { ...common.en, ...phone.phone_en };
});
