// The areas of an idea in its own order; one the session no longer has is left out.
import type { Area, SessionRecord } from '../wire/ops.gen';

export function areas_of(session: SessionRecord | null, slugs: readonly string[]): Area[] {
  return slugs.flatMap((slug) => session?.areas.find((area) => area.slug === slug) ?? []);
}
