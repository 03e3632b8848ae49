// What can be printed, in the order in which a hall needs it. Pure.
import type { CardsMade } from '../../session/cards';

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

/** Cards just made, numbered on from the first, as they lead to the page of phones. */
export function printed(made: CardsMade, address: string): VotingCard[] {
  return made.cards.map(({ code, digits }, index) => ({
    serial: made.first + index,
    address: `${address}?card=${code}`,
    digits,
  }));
}
