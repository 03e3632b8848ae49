import { afterEach, expect, test, vi } from 'vitest';
import { no_mine, no_records } from '../../session/apply';
import { fake_storage } from '../../session/fake_browser';
import { golden_idea, golden_journal, golden_vote } from '../../session/golden_journal';
import { golden_voter, golden_writer } from '../../session/golden_journal';
import { erase_votes, keep_votes, kept_votes } from '../../session/receipts';
import type { Phase } from '../../wire/ops.gen';
import { check_session } from './check_session';

const who = { code: '482913', slot: 0, pass: null };

// The server has the journal of the tests, and gives these receipts.
function serve(receipts: readonly object[]): void {
  vi.stubGlobal('fetch', (path: string) => {
    const answer = path.endsWith('.jsonl')
      ? golden_journal
      : JSON.stringify({ receipts, more: false });
    return Promise.resolve({ ok: true, text: () => Promise.resolve(answer) });
  });
}

// A page that was open all the time, of somebody who wrote one idea and voted for No. 6.
function page_in(phase: Phase) {
  const clock = { opened_at: 0, planned_ms: 0, extended_ms: 0, paused_ms: 0, pause: null };
  const place = { table: 0, settlement: '', asks_help: false, card: 0, warmup: null };
  const me = { writer: golden_writer, voter: golden_voter, joined: true, ...place };
  return {
    head: null,
    records: { ...no_records, phase: { phase, ...clock } },
    mine: { ...no_mine, me, votes: { standing: [{ idea: 6, on: 6 }], left: 9 } },
  };
}

afterEach(() => vi.unstubAllGlobals());

async function own_in(phase: Phase) {
  const found = await check_session(page_in(phase), who);
  if (typeof found === 'string') throw new Error(found);
  return { ...found.own, has_votes: found.has_votes };
}

test('a page open at the close does not call votes lost that it has no receipts of', async () => {
  fake_storage();
  serve([golden_idea]); // as a closed session answers
  expect(await own_in('closed')).toMatchObject({
    ideas: 1,
    votes: 0,
    missing: 0,
    has_votes: false,
  });
  expect(kept_votes(who)).toBeNull();
});

test('receipts that were erased do not come back with the next check', async () => {
  fake_storage();
  serve([golden_idea, golden_vote]);
  expect(await own_in('results')).toMatchObject({ votes: 1, missing: 0, has_votes: true });
  erase_votes(who);
  for (const phase of ['results', 'closed'] as const) {
    expect(await own_in(phase)).toMatchObject({ votes: 0, missing: 0, has_votes: false });
  }
  expect(kept_votes(who)).toBeNull();
});

test('what was kept before the close is looked up after it', async () => {
  fake_storage();
  serve([golden_idea, golden_vote]);
  await keep_votes(who, golden_voter, [6]);
  serve([golden_idea]);
  expect(await own_in('closed')).toMatchObject({ ideas: 1, votes: 1, missing: 0, has_votes: true });
});
