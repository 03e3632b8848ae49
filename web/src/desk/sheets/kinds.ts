// What can be printed, in the order in which a hall needs it. Pure.

export const GROUPS = [
  { name: 'before', kinds: ['poster', 'cards', 'programme', 'forms'] },
  { name: 'vote', kinds: ['voting'] },
  { name: 'lead', kinds: ['guide', 'recovery'] },
] as const;

export type SheetKind = (typeof GROUPS)[number]['kinds'][number];
