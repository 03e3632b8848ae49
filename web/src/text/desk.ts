// The desk's `t`: the shared words and its own.
import { catalogue } from './catalogue.svelte';
import { desk_uk } from './desk.uk';
import { uk } from './uk';

export const t = catalogue({ ...uk, ...desk_uk }, async () => {
  const [common, desk] = await Promise.all([import('./en'), import('./desk.en')]);
  return { ...common.en, ...desk.desk_en };
});
