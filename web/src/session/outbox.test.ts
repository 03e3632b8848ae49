import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Op } from '../wire/ops.gen';
import { Outbox } from './outbox.svelte';
import { is_lasting } from './lasting';

const vote: Op = { kind: 'cast_vote', idea: 3 };
const idea: Op = {
  kind: 'submit_idea',
  text: 'Лікар',
  areas: ['medicine'],
  table: 0,
  channel: 'phone',
};
const join: Op = { kind: 'join', table: 2, settlement: '', channel: 'phone' };

class Shelf implements Storage {
  #kept = new Map<string, string>();
  is_forbidden = false;
  get length(): number {
    return this.#kept.size;
  }
  key(i: number): string | null {
    return [...this.#kept.keys()][i] ?? null;
  }
  getItem(key: string): string | null {
    this.#ask();
    return this.#kept.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.#ask();
    this.#kept.set(key, value);
  }
  removeItem(key: string): void {
    this.#ask();
    this.#kept.delete(key);
  }
  clear(): void {
    this.#kept.clear();
  }
  #ask(): void {
    if (this.is_forbidden) throw new DOMException('no', 'SecurityError');
  }
}

let shelf: Shelf;
let sessions = 0;
let owner: string;

beforeEach(() => {
  shelf = new Shelf();
  owner = `${++sessions}.0`;
  vi.stubGlobal('localStorage', shelf);
});

function refusal(
  id: string,
  name: 'paused' | 'wrong_phase' | 'inbox_full',
  kind: 'final' | 'later',
) {
  return { type: 'refusal', id, refusal: name, kind } as const;
}

describe('the outbox', () => {
  it('sends no half of a character, which would end the connection', () => {
    const outbox = new Outbox(null);
    void outbox.add({ ...idea, text: 'Парк \uD83C' }, 1);
    expect(outbox.next(1, false)?.op).toEqual({ ...idea, text: 'Парк ' });
  });

  it('sends nothing that turns the direction of other people’s words', () => {
    const outbox = new Outbox(null);
    void outbox.add({ ...idea, text: 'Лі\u202Eкар\u0000\r\nщо\u2066дня' }, 1);
    expect(outbox.next(1, false)?.op).toEqual({ ...idea, text: 'Лікар\nщодня' });
  });

  it('gives ids the server takes: 16–64 characters, never the same twice', () => {
    const outbox = new Outbox(null);
    for (let i = 0; i < 100; i++) void outbox.add(vote, 0);
    const ids = outbox.pending.map(({ id }) => id);
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]{16,64}$/);
    expect(new Set(ids).size).toBe(100);
  });

  it('has one op in flight, in the order they were wanted', () => {
    const outbox = new Outbox(null);
    void outbox.add(vote, 0);
    void outbox.add(idea, 0);
    const first = outbox.next(0, false);
    expect(first?.op).toEqual(vote);
    expect(outbox.next(0, false)).toBeNull();
    outbox.acknowledged(first?.id ?? '', 7);
    expect(outbox.next(0, false)?.op).toEqual(idea);
  });

  it('tells who sent an op when it is durable', async () => {
    const outbox = new Outbox(null);
    const outcome = outbox.add(vote, 0);
    outbox.acknowledged(outbox.pending[0]?.id ?? '', 7);
    expect(await outcome).toEqual({ done: true, seq: 7 });
    expect(outbox.pending).toEqual([]);
  });

  it('sends again under the same id after the connection was lost', () => {
    const outbox = new Outbox(null);
    void outbox.add(vote, 0);
    const id = outbox.next(0, false)?.id;
    outbox.lost();
    expect(outbox.next(0, false)?.id).toBe(id);
  });

  it('survives a reload', () => {
    void new Outbox(owner).add(idea, 5);
    const after = new Outbox(owner);
    expect(after.pending.map(({ op }) => op)).toEqual([idea]);
    after.acknowledged(after.pending[0]?.id ?? '', 9);
    expect(new Outbox(owner).pending).toEqual([]);
  });

  it('keeps person slots apart', () => {
    void new Outbox(owner).add(idea, 5);
    expect(new Outbox(`${sessions}.1`).pending).toEqual([]);
  });

  it('delivers what another page of this phone kept, once that one is gone', () => {
    const here = new Outbox(owner);
    void new Outbox(owner).add(idea, 5);
    const key = shelf.key(0) ?? '';
    here.hear(key, shelf.getItem(key));
    here.hear(key, shelf.getItem(key));
    expect(here.pending.map(({ op }) => op)).toEqual([idea]);
    here.hear('viche.draft.1.0', 'x');
    here.hear(key, null);
    expect(here.pending).toEqual([]);
  });

  it('still waits for the answer to its own op when another page had one', async () => {
    const outbox = new Outbox(owner);
    const outcome = outbox.add(idea, 5);
    const id = outbox.pending[0]?.id ?? '';
    outbox.hear(`viche.op.${owner}.${id}`, null);
    expect(outbox.next(5, false)?.id).toBe(id);
    outbox.acknowledged(id, 9);
    expect(await outcome).toEqual({ done: true, seq: 9 });
  });

  it('says that nothing lasts where storage has no room, until it was delivered', () => {
    shelf.is_forbidden = true;
    const outbox = new Outbox(owner);
    expect(is_lasting()).toBe(true);
    void outbox.add(idea, 5);
    expect(is_lasting()).toBe(false);
    outbox.acknowledged(outbox.next(5, false)?.id ?? '', 9);
    expect(is_lasting()).toBe(true);
  });

  it('works in memory where storage is forbidden', () => {
    shelf.is_forbidden = true;
    const outbox = new Outbox(owner);
    void outbox.add(idea, 5);
    expect(outbox.next(5, false)?.op).toEqual(idea);
  });

  it('leaves alone what is broken in storage', () => {
    shelf.setItem(`viche.op.${owner}.x`, '{"id":"x","op":{"kind":"launch"}}');
    expect(new Outbox(owner).pending).toEqual([]);
  });

  it('gives back what was finally refused, over a reload, until it is dismissed', async () => {
    const outbox = new Outbox(owner);
    const outcome = outbox.add(idea, 5);
    outbox.refused(refusal(outbox.pending[0]?.id ?? '', 'wrong_phase', 'final'), 5);
    expect(await outcome).toMatchObject({ done: false, refusal: 'wrong_phase' });
    const after = new Outbox(owner);
    expect(after.returned.map(({ op }) => op)).toEqual([idea]);
    after.dismiss(after.returned[0]?.id ?? '');
    expect(new Outbox(owner).returned).toEqual([]);
  });

  it('shows what came back to another page, until either page takes it', () => {
    const [here, there] = [new Outbox(owner), new Outbox(owner)];
    void there.add(idea, 5);
    const id = there.pending[0]?.id ?? '';
    const key = `viche.returned.${owner}.${id}`;
    there.refused(refusal(id, 'wrong_phase', 'final'), 5);
    here.hear(key, shelf.getItem(key));
    here.hear(key, shelf.getItem(key));
    expect(here.returned.map(({ op }) => op)).toEqual([idea]);
    const late = shelf.getItem(key);
    there.dismiss(id);
    here.hear(key, late);
    expect(here.returned).toEqual([]);
  });

  it('keeps a paused op until the pause ends, and lets joining and calls for help pass', () => {
    const outbox = new Outbox(null);
    void outbox.add(idea, 0);
    const id = outbox.next(0, true)?.id ?? '';
    outbox.refused(refusal(id, 'paused', 'later'), 0);
    void outbox.add(join, 1);
    const passing = outbox.next(1, true);
    expect(passing?.op).toEqual(join);
    outbox.acknowledged(passing?.id ?? '', 3);
    void outbox.add({ kind: 'ask_help' }, 2);
    const calling = outbox.next(2, true);
    expect(calling?.op).toEqual({ kind: 'ask_help' });
    outbox.acknowledged(calling?.id ?? '', 4);
    expect(outbox.next(3_600_000, true)).toBeNull();
    expect(outbox.next(3_600_000, false)?.id).toBe(id);
  });

  it('waits and sends again, unchanged, when the server was busy', () => {
    const outbox = new Outbox(null);
    void outbox.add(vote, 0);
    const id = outbox.next(0, false)?.id ?? '';
    outbox.refused(refusal(id, 'inbox_full', 'later'), 0);
    expect(outbox.waiting).toBe('inbox_full');
    expect(outbox.next(0, false)).toBeNull();
    const wakes_at = outbox.wakes_at(0) ?? 0;
    expect(wakes_at).toBeGreaterThan(0);
    expect(outbox.next(wakes_at, false)?.id).toBe(id);
    expect(outbox.waiting).toBeNull();
  });
});
