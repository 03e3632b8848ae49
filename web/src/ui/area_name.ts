// The short name of an area in the language the page is shown in.
import { language } from '../text/catalogue.svelte';

export function area_name(area: { name: string; english: string }): string {
  return language.current === 'en' && area.english !== '' ? area.english : area.name;
}
