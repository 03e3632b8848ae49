// The address that the QR of a printed voting card opens, /s/482913?card=SECRET, or with the secret
// in the fragment. It is kept for the person whose turn it is, and does not stay where somebody who
// looks on could read it.
import { slot_kept } from './knock';
import { write } from './storage';

export function keep_card_of_address(code: string): void {
  const { pathname, search, hash } = location;
  const secret = /[?&#]card=([\w-]+)/.exec(search + hash)?.[1];
  if (secret === undefined) return;
  write(card_key(code, slot_kept(code)), secret);
  const rest = search.replace(/([?&])card=[^&]*&?/, '$1').replace(/[?&]$/, '');
  history.replaceState(null, '', pathname + rest + hash.replace(/^#card=.*/, ''));
}

export function card_key(code: string, slot: number): string {
  return `viche.card.${code}.${slot}`;
}
