// `t` for the words of the board.
import { uk } from './board.uk';
import { catalogue } from './catalogue.svelte';

export const t = catalogue(uk, async () => (await import('./board.en')).en);
