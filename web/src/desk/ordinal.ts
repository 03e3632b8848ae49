// The places of the reveal as they are said: 10-те, 1-ше.
import { t } from '../text/desk';

const WORDS = [
  'ordinal_1',
  'ordinal_2',
  'ordinal_3',
  'ordinal_4',
  'ordinal_5',
  'ordinal_6',
  'ordinal_7',
  'ordinal_8',
  'ordinal_9',
  'ordinal_10',
] as const;

export function ordinal(place: number): string {
  const word = WORDS[place - 1];
  return word === undefined ? String(place) : t(word);
}
