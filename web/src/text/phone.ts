// The phone's `t`: the shared words and its own.
import { catalogue } from './catalogue.svelte';
import { phone_uk } from './phone.uk';
import { uk } from './uk';

export const t = catalogue({ ...uk, ...phone_uk }, async () => {
  const [common, phone] = await Promise.all([import('./en'), import('./phone.en')]);
  return { ...common.en, ...phone.phone_en };
});
