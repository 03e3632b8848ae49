// `t` for the readiness check and the rehearsal. They load with their dialog, not with the desk.
import { catalogue } from './catalogue.svelte';
import { ready_uk } from './ready.uk';

export const t = catalogue(ready_uk, async () => (await import('./ready.en')).ready_en);
