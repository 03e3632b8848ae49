// `t` for the check of a session's journal. They load with it, when somebody asks for it.
import { catalogue } from './catalogue.svelte';
import { check_uk } from './check.uk';

export const t = catalogue(check_uk, async () => (await import('./check.en')).check_en);
