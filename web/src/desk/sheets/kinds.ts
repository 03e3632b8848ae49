// What can be printed, in the order in which a hall needs it. Pure.

export const GROUPS = [
  { name: 'before', kinds: ['poster', 'cards', 'programme', 'forms'] },
  { name: 'vote', kinds: ['voting_cards', 'voting'] },
  { name: 'lead', kinds: ['guide', 'recovery'] },
] as const;

export type SheetKind = (typeof GROUPS)[number]['kinds'][number];

/** A printed one-time pass of a person: what its QR holds, its fallback, and its open number. */
export interface VotingCard {
  serial: number;
  address: string;
  digits: string;
}
