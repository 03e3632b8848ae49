// What an idea may be, as the server will judge it, so that the phone can say so before sending.
import { count_graphemes, count_letters, normal_text } from '../session/graphemes';
import { LIMITS } from '../wire/ops.gen';

export const graphemes_max = LIMITS.idea_graphemes_max;
export const graphemes_soft = LIMITS.idea_graphemes_soft;
export const graphemes_counted_from = 200;

export type IdeaFault = 'too_short' | 'too_long' | 'no_area';

export function graphemes_in(text: string): number {
  return count_graphemes(normal_text(text));
}

// The first thing to mend, or null when the idea can go.
export function idea_fault(text: string, areas: readonly string[]): IdeaFault | null {
  const fault = text_fault(text);
  if (fault !== null) return fault;
  if (areas.length < 1 || areas.length > LIMITS.idea_areas_max) return 'no_area';
  return null;
}

// Of its words alone, which are measured like the sentence of a table.
export function text_fault(text: string): Exclude<IdeaFault, 'no_area'> | null {
  if (count_letters(normal_text(text)) < LIMITS.idea_letters_min) return 'too_short';
  return graphemes_in(text) > graphemes_max ? 'too_long' : null;
}

// Tapping a third area replaces the older of the two: no dead taps.
export function toggled(areas: readonly string[], slug: string): readonly string[] {
  if (areas.includes(slug)) return areas.filter((area) => area !== slug);
  return [...areas, slug].slice(-LIMITS.idea_areas_max);
}
