import { afterEach, expect, test, vi } from 'vitest';
import { golden_journal } from '../session/golden_journal';
import { check_journal } from '../session/journal';
import { check_public, end_of_hall } from './check_public';

const { entries } = await check_journal(golden_journal);
const last = entries[entries.length - 1]?.hash ?? '';
let asked: string[] = [];

function serve(text: string, ok = true): void {
  asked = [];
  vi.stubGlobal('fetch', (path: string) => {
    asked.push(path);
    return Promise.resolve({ ok, text: () => Promise.resolve(text) });
  });
}

afterEach(() => vi.unstubAllGlobals());

async function found(told: string | null) {
  const is = await check_public('482913', told);
  if (typeof is === 'string') throw new Error(is);
  return is;
}

test('a stranger gets the journal from its public address and sees that it is whole', async () => {
  serve(golden_journal);
  const { journal, head } = await found(null);
  expect(asked).toEqual(['/r/482913/journal.jsonl']);
  expect(journal.broken_line).toBeNull();
  expect(journal.entries).toHaveLength(entries.length);
  expect(head).toMatchObject({ shown: end_of_hall(entries), verdict: 'compare', strange: 0 });
});

test('a journal that was changed is broken', async () => {
  serve(golden_journal.replace('"cast_vote"', '"cast_votf"'));
  expect((await found(null)).journal.broken_line).not.toBeNull();
});

test('the head that a report stated is looked for, and missed', async () => {
  serve(golden_journal);
  expect((await found(last)).head).toMatchObject({ shown: last, verdict: 'compare', added: 0 });
  const other = '5a'.repeat(32);
  expect((await found(other)).head).toMatchObject({ shown: other, verdict: 'other' });
});

test('the hall’s end is the last entry that is not the council’s', () => {
  const kinds = ['open_session', 'add_link', 'open_phase', 'publish_results', 'add_link'];
  const made = kinds.map((kind, i) => ({ seq: i + 1, kind, commitment: '', hash: `h${i}` }));
  expect(end_of_hall(made)).toBe('h2');
  const forged = { seq: 6, kind: 'cast_vote', commitment: '', hash: 'h5' };
  expect(end_of_hall([...made, forged])).toBe('h5');
  expect(end_of_hall([])).toBeNull();
});

test('what is not published is withheld, and a server that is away is said to be', async () => {
  serve('', false);
  expect(await check_public('482913', null)).toBe('withheld');
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  expect(await check_public('482913', null)).toBe('unreachable');
});
