// The order of cards while voting: shuffled per person, so that no idea gains
// by standing first, and the same after a reload. A card's place depends on
// nothing but the seed and its own id: ideas that come or go move no others.

export function shuffled<T>(items: readonly T[], seed: number, id_of: (item: T) => number): T[] {
  return [...items].sort((a, b) => mixed(seed, id_of(a)) - mixed(seed, id_of(b)));
}

// A good 32-bit mixer (the finalizer of MurmurHash3).
export function mixed(seed: number, id: number): number {
  let h = (seed ^ Math.imul(id, 0x9e3779b1)) >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Where `id` stands among `ids`, or the place next to where it `was` when it stands no more. */
export function nearest(ids: readonly number[], id: number, was: number): number {
  const at = ids.indexOf(id);
  return at >= 0 ? at : Math.max(0, Math.min(was, ids.length - 1));
}
