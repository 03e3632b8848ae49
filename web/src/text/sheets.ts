// `t` for the words on paper and beside it. They load with the sheets, not with the desk.
import { catalogue } from './catalogue.svelte';
import { sheets_uk } from './sheets.uk';

export const t = catalogue(sheets_uk, async () => (await import('./sheets.en')).sheets_en);
