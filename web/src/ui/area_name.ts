// The short name of an area in the language the page is shown in.
import { language } from '../text/catalogue.svelte';
import type { Area } from '../wire/ops.gen';

export function area_name(area: Area): string {
  return language.current === 'en' && area.english !== '' ? area.english : area.name;
}
