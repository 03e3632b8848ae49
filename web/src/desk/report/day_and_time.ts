// A moment as papers date it, by the clock on the wall where the desk stands: 12.11.2025, 14:05.
import { time_of_day } from '../time_of_day';

export function day_and_time(ms: number): string {
  const at = new Date(ms);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(at.getDate())}.${two(at.getMonth() + 1)}.${at.getFullYear()}, ${time_of_day(ms)}`;
}
