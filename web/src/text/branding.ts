// `t` for the fields of partners and logo, where a session is set up and on its desk.
import { branding_uk } from './branding.uk';
import { catalogue } from './catalogue.svelte';

export const t = catalogue(branding_uk, async () => (await import('./branding.en')).branding_en);
