// The report's dialog loads when it is asked for, with its words in the language on by then.
import { language } from '../text/catalogue.svelte';

export async function load_report() {
  const { default: Report } = await import('./report/Report.svelte');
  await language.choose(language.current);
  return Report;
}
