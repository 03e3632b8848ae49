// What is printed loads when it is asked for, with its words in the language that is on by then.
import { language } from '../text/catalogue.svelte';

export async function load_sheets() {
  const { default: Sheets } = await import('./sheets/Sheets.svelte');
  await language.choose(language.current);
  return Sheets;
}
