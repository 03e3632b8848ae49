// The first steps into a session, small enough to be taken while the rest of the page is still
// loading: who this device is, and the line of the person whose turn it is.
import type { Entered } from '../wire/answers';
import { LIMITS } from '../wire/ops.gen';
import { Connection, type Visitor } from './connection';
import { enter, type Refused } from './enter';
import { read } from './storage';

export type Line = { readonly slot: number; readonly connection: Connection };
export type Knocked = { readonly answer: Entered | Refused; readonly line: Line | null };

export async function knock(code: string, in_memory?: boolean): Promise<Knocked> {
  const answer = await enter(code, in_memory);
  if ('refusal' in answer) return { answer, line: null };
  const slot = slot_kept(code);
  return { answer, line: { slot, connection: new Connection(visitor(code, slot, answer.pass)) } };
}

// A person of this phone.
export function visitor(code: string, slot: number, pass: string | undefined): Visitor {
  return { code, page: 'phone', slot, ...(pass === undefined ? {} : { pass }) };
}

// Whose turn it was on this phone, from 0.
export function slot_kept(code: string): number {
  const kept = Number(read(slot_key(code)) ?? 0);
  return Number.isInteger(kept) && kept >= 0 && kept < LIMITS.slots_max ? kept : 0;
}

export function slot_key(code: string): string {
  return `viche.slot.${code}`;
}
