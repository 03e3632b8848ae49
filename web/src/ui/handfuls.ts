// A list in parts of `size`; only the first may be smaller, so that what comes before it, as the
// newest does, moves nothing from one part to another. Pure.

export function handfuls<T>(items: readonly T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let end = items.length; end > 0; end -= size) {
    parts.unshift(items.slice(Math.max(0, end - size), end));
  }
  return parts;
}
