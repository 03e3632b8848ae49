// Hours and minutes of a moment, by the clock on the wall where the desk stands. 24 hours.

export function time_of_day(ms: number): string {
  const at = new Date(ms);
  return `${at.getHours()}:${String(at.getMinutes()).padStart(2, '0')}`;
}
