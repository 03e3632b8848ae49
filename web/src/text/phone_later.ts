// The phone's `t` on the screens that come after the first: with the words that only they say.
import { catalogue } from './catalogue.svelte';
import { phone_later_uk } from './phone_later.uk';
import { phone_uk } from './phone.uk';
import { uk } from './uk';

export const t = catalogue({ ...uk, ...phone_uk, ...phone_later_uk }, async () => {
  const [common, phone, later] = await Promise.all([
    import('./en'),
    import('./phone.en'),
    import('./phone_later.en'),
  ]);
  return { ...common.en, ...phone.phone_en, ...later.phone_later_en };
});
