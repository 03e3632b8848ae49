// What an idea may be, as the server will judge it (server/limits.hpp), so that the phone can say so
// before sending.
import { count_graphemes, count_letters, normal_text } from '../session/graphemes';

export const graphemes_max = 600;
export const graphemes_soft = 280;
export const graphemes_counted_from = 200;
export const letters_min = 3;
export const areas_max = 2;

export type IdeaFault = 'too_short' | 'too_long' | 'no_area';

export function graphemes_in(text: string): number {
  return count_graphemes(normal_text(text));
}

// The first thing to mend, or null when the idea can go.
export function idea_fault(text: string, areas: readonly string[]): IdeaFault | null {
  if (count_letters(normal_text(text)) < letters_min) return 'too_short';
  if (graphemes_in(text) > graphemes_max) return 'too_long';
  if (areas.length < 1 || areas.length > areas_max) return 'no_area';
  return null;
}

// Tapping a third area replaces the older of the two: no dead taps.
export function toggled(areas: readonly string[], slug: string): readonly string[] {
  if (areas.includes(slug)) return areas.filter((area) => area !== slug);
  return [...areas, slug].slice(-areas_max);
}
