// A wall that is more than the board holds turns its own pages. Which one is shown follows from
// the server's clock alone: every board and the desk's copy turn at one moment. Pure.

/** Long enough to read a full page without haste. */
export const PAGE_MS = 12_000;

/** From 0; `count` is how many there are. */
export function page_at(now: number, count: number): number {
  return count <= 1 ? 0 : Math.floor(now / PAGE_MS) % count;
}
