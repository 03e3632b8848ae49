// What a sheet that an operator types must be, as the server will judge it. Pure.
import { count_graphemes, count_letters, normal_text } from '../session/graphemes';
import { LIMITS, type RefusalName } from '../wire/ops.gen';

/** What the server would refuse it for, or null when it can go. */
export function sheet_fault(text: string, areas: readonly string[]): RefusalName | null {
  const fault = words_fault(text);
  if (fault !== null) return fault;
  if (areas.length < 1 || areas.length > LIMITS.idea_areas_max) return 'area_count';
  return null;
}

/** Of its words alone, which are measured like the sentence of a table. */
export function words_fault(text: string): RefusalName | null {
  const words = normal_text(text);
  if (count_letters(words) < LIMITS.idea_letters_min) return 'text_empty';
  return count_graphemes(words) > LIMITS.idea_graphemes_max ? 'text_too_long' : null;
}
