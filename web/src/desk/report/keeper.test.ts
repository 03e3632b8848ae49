import { beforeEach, describe, expect, it } from 'vitest';
import { fake_storage } from '../../session/fake_browser';
import type { Outcome } from '../../session/live.svelte';
import { is_text, shape } from '../../wire/shape';
import { Keeper } from './keeper.svelte';

type Line = { reason: string; goal: string };
const is_line = shape<Line>({ reason: is_text, goal: is_text });
const limits = { reason: 12, goal: 5 };

let kept: Map<number, Line>;
let sent: [number, Line][];
let answer: (outcome: Outcome) => void;
let storage: Map<string, string>;

beforeEach(() => {
  storage = fake_storage();
  kept = new Map();
  sent = [];
});

function keeper(): Keeper<Line> {
  return new Keeper<Line>({
    key: 'viche.draft.lines',
    fits: is_line,
    limits,
    kept: (id) => kept.get(id) ?? { reason: '', goal: '' },
    send: (id, value) => {
      sent.push([id, value]);
      return new Promise((told) => (answer = told));
    },
  });
}

// The server has it, and says so before what it keeps has come back.
async function done(): Promise<void> {
  answer({ done: true, seq: 7 });
  await Promise.resolve();
  const [last] = sent.slice(-1);
  if (last !== undefined) kept.set(...last);
  await Promise.resolve();
}

describe('a form of the report', () => {
  it('is sent whole, trimmed, and is clean once the server has it', async () => {
    const lines = keeper();
    lines.change(3, { reason: ' Є кошти ' });
    expect([lines.fate(3), lines.dirty]).toEqual(['none', [3]]);
    const saving = lines.save(3);
    expect(lines.fate(3)).toBe('saving');
    await done();
    expect(await saving).toBe(true);
    expect(sent).toEqual([[3, { reason: 'Є кошти', goal: '' }]]);
    expect([lines.fate(3), lines.dirty, storage.size]).toEqual(['saved', [], 0]);
  });

  it('outlives a reload while it is not saved', () => {
    keeper().change(3, { goal: 'Ц 1' });
    const again = keeper();
    expect([again.value(3).goal, again.dirty]).toEqual(['Ц 1', [3]]);
  });

  it('keeps nothing that does not fit', () => {
    storage.set('viche.draft.lines', '{"3":{"base":{"reason":1},"mine":{}}}');
    expect(keeper().dirty).toEqual([]);
    storage.set('viche.draft.lines', 'nonsense');
    expect(keeper().dirty).toEqual([]);
  });

  it('stays as it was typed where it is refused, and says why', async () => {
    const lines = keeper();
    lines.change(3, { reason: 'Є кошти' });
    const saving = lines.save(3);
    answer({ done: false, refusal: 'not_allowed', kind: 'final', field: 'reason' });
    expect(await saving).toBe(false);
    expect(lines.fate(3)).toMatchObject({ refusal: 'not_allowed', field: 'reason' });
    expect([lines.value(3).reason, storage.size]).toEqual(['Є кошти', 1]);
  });

  it('is not even sent where a text is too long', async () => {
    const lines = keeper();
    lines.change(3, { goal: 'шість!' });
    expect(await lines.save(3)).toBe(false);
    expect(lines.fate(3)).toEqual({ refusal: 'text_too_long', field: 'goal', limit: 5 });
    expect(sent).toEqual([]);
  });

  it('sends what was typed and left while the first was on its way', async () => {
    const lines = keeper();
    lines.change(3, { reason: 'Є' });
    const saving = lines.save(3);
    lines.change(3, { reason: 'Є кошти' });
    void lines.save(3);
    await done();
    await done();
    expect(await saving).toBe(true);
    expect(sent.map(([, line]) => line.reason)).toEqual(['Є', 'Є кошти']);
    expect(lines.dirty).toEqual([]);
  });

  it('says which fields another desk made something else of, and takes theirs', () => {
    const lines = keeper();
    lines.change(3, { reason: 'Є кошти' });
    kept.set(3, { reason: 'Немає', goal: 'Ц 2' });
    expect(lines.clashes(3)).toEqual(['reason']);
    expect(lines.value(3)).toEqual({ reason: 'Є кошти', goal: 'Ц 2' });
    lines.take(3);
    expect(lines.value(3)).toEqual({ reason: 'Немає', goal: 'Ц 2' });
    expect(storage.size).toBe(0);
  });
});
