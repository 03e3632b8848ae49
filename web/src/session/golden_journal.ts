// For tests: the journal of the server's own tests, with two of its entries as receipts.
import { readFileSync } from 'node:fs';
import type { Receipt } from '../wire/receipts';

export const golden_journal = readFileSync(
  new URL('../../../tests/golden/journal.jsonl', import.meta.url),
  'utf8',
);

function private_part(id: string, op_id: number, time_ms: number, op: string): string {
  const actor = `{"as":"resident","id":"${id}"}`;
  return `{"actor":${actor},"op_id":"op-of-this-test-${op_id}","time_ms":${time_ms},"op":${op}}`;
}

export const golden_writer = '00010000000000000000000000000007';
export const golden_voter = '01f50000000000000000000000000007';

export const golden_idea: Receipt = {
  seq: 2,
  kind: 'submit_idea',
  salt: 'a3aada7da8de53e5cb79229ef33a12c5',
  private: private_part(
    golden_writer,
    2,
    1763791202000,
    '{"text":0,"areas":["medicine"],"table":0,"channel":"phone"}',
  ),
  texts: [{ salt: 'b651fc52015affeceee9ed4f0ed98282', text: 'Лікар' }],
};

export const golden_vote: Receipt = {
  seq: 8,
  kind: 'cast_vote',
  salt: '79fa4df9162ed3febe469bdc766acea7',
  private: private_part(golden_voter, 8, 1763791208000, '{"idea":6}'),
  texts: [],
};
