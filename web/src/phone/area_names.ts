// An area's name in the language shown.
import { language } from '../text/catalogue.svelte';
import type { Area, SessionRecord } from '../wire/ops.gen';

export function area_name(area: Area): string {
  return language.current === 'en' && area.english !== '' ? area.english : area.name;
}

// The areas of an idea in its own order; one the session no longer has is left out.
export function areas_of(session: SessionRecord | null, slugs: readonly string[]): Area[] {
  return slugs.flatMap((slug) => session?.areas.find((area) => area.slug === slug) ?? []);
}
