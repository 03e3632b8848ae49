import { expect, test } from 'vitest';
import { golden_journal } from './golden_journal';
import { check_journal } from './journal';

const whole = golden_journal.trimEnd().split('\n');

async function broken_line(lines: readonly string[]): Promise<number | null> {
  return (await check_journal(lines.map((line) => `${line}\n`).join(''))).broken_line;
}

test('the journal of the server is whole here too', async () => {
  const { entries, broken_line: broken } = await check_journal(golden_journal);
  expect(broken).toBeNull();
  expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(entries[7]?.kind).toBe('cast_vote');
});

test('a changed character is found wherever it stands, but in the code and the title', async () => {
  const header = whole[0] ?? '';
  const free_from = header.indexOf('"code":"') + 8;
  const free_to = header.indexOf('","count"');
  for (let at = 0; at < golden_journal.length; at++) {
    const code = golden_journal.charCodeAt(at);
    for (const bit of [1, 32]) {
      const forged =
        golden_journal.slice(0, at) +
        String.fromCharCode(code ^ bit) +
        golden_journal.slice(at + 1);
      const { broken_line: broken } = await check_journal(forged);
      const is_free = at >= free_from && at < free_to;
      if (!is_free) expect(broken, `${at} ${bit}`).not.toBeNull();
    }
  }
});

test('lines taken out, doubled or exchanged are named', async () => {
  expect(await broken_line(whole.filter((_, i) => i !== 3))).toBe(4);
  expect(await broken_line([...whole.slice(0, 4), ...whole.slice(3)])).toBe(5);
  const [a = '', b = ''] = [whole[4], whole[5]];
  expect(await broken_line([...whole.slice(0, 4), b, a, ...whole.slice(6)])).toBe(5);
  expect(await broken_line(whole.slice(0, -1))).toBe(10);
});

test('half a download and what is no journal at all are broken', async () => {
  expect((await check_journal(golden_journal.slice(0, -1))).broken_line).toBe(10);
  expect((await check_journal(golden_journal.slice(0, 700))).broken_line).not.toBeNull();
  expect((await check_journal('')).broken_line).toBe(1);
  expect((await check_journal('{"refusal":"not_found"}\n')).broken_line).toBe(1);
});
