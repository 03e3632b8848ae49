// `t` for the report: its files, what the council adds to it, its publication. They load with their
// dialog, not with the desk.
import { catalogue } from './catalogue.svelte';
import { report_uk } from './report.uk';

export const t = catalogue(report_uk, async () => (await import('./report.en')).report_en);
