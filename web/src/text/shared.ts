// `t` for the words all pages share; a page's own `t` knows these and its own.
import { catalogue } from './catalogue.svelte';
import { uk } from './uk';

export const t = catalogue(uk, async () => (await import('./en')).en);
