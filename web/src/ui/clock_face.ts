// Minutes and seconds as they stand on a clock. Pure.

/**
 * `left_ms` rounded up to whole seconds, so that a
 * clock shows 1:00 for as long as a minute is left.
 */
export function clock_face(left_ms: number): string {
  const seconds = Math.max(0, Math.ceil(left_ms / 1000));
  const minutes = Math.floor(seconds / 60);
  const rest = String(seconds % 60).padStart(2, '0');
  if (minutes < 100) return `${minutes}:${rest}`;
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${rest}`;
}

export type Hour = 'running' | 'soon' | 'last' | 'over';

/** Which part of its time a phase is in: the last five minutes and the last one are marked. */
export function hour_of(left_ms: number): Hour {
  if (left_ms <= 0) return 'over';
  if (left_ms <= 60_000) return 'last';
  return left_ms <= 300_000 ? 'soon' : 'running';
}
