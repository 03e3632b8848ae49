// The public journal of a session, checked on the page: every line must be written as ours are, and
// every hash follow from the line before. Pure but for the pauses that let the page breathe.
import { hash_before_first, hash_entry } from './chain';
import { from_hex, to_hex } from './hex';
import { is_integer, is_text, one_of, parse_json, shape } from '../wire/shape';

export type JournalEntry = {
  readonly seq: number;
  readonly kind: string;
  readonly commitment: string;
  readonly hash: string;
};

export type Journal = {
  readonly entries: readonly JournalEntry[]; // the good ones, from seq 1 without a gap
  readonly broken_line: number | null; // from 1; the header is the first
};

type Header = {
  format: 'viche.journal.v1';
  epoch: string;
  code: string;
  title: string;
  count: number;
  head: string;
};

const is_header = shape<Header>({
  format: one_of(['viche.journal.v1']),
  epoch: is_text,
  code: is_text,
  title: is_text,
  count: is_integer,
  head: is_text,
});

const line_of_entry = new RegExp(
  '^\\{"seq":([1-9]\\d*),"kind":"([a-z_]+)","minute":(0|[1-9]\\d*),' +
    '"commitment":"([0-9a-f]{64})","hash":"([0-9a-f]{64})"\\}$',
);
const lines_at_once = 1000;

export async function check_journal(text: string): Promise<Journal> {
  const entries: JournalEntry[] = [];
  const lines = text.split('\n');
  const header = header_of(lines[0] ?? '');
  if (header === null) return { entries, broken_line: 1 };
  // What stands behind the last line's end is nothing.
  if (lines.pop() !== '') return { entries, broken_line: lines.length + 1 };
  let hash = hash_before_first(header.epoch);
  for (const line of lines.slice(1)) {
    const next = entry_after(hash, line, entries.length + 1);
    if (next === null) return { entries, broken_line: entries.length + 2 };
    entries.push(next.entry);
    hash = next.hash;
    if (entries.length % lines_at_once === 0) await new Promise((resume) => setTimeout(resume));
  }
  const is_whole =
    header.count === entries.length && header.head === entries[entries.length - 1]?.hash;
  return { entries, broken_line: is_whole ? null : entries.length + 2 };
}

function header_of(line: string): Header | null {
  const value = parse_json(line);
  if (!is_header(value)) return null;
  const { format, epoch, code, title, count, head } = value;
  // Written again it must be the same, or more stands there than is compared.
  return JSON.stringify({ format, epoch, code, title, count, head }) === line ? value : null;
}

function entry_after(
  before: Uint8Array,
  line: string,
  expected: number,
): { entry: JournalEntry; hash: Uint8Array } | null {
  const [, seq = '', kind = '', minute = '', commitment = '', hash = ''] =
    line_of_entry.exec(line) ?? [];
  const bytes = from_hex(commitment);
  if (Number(seq) !== expected || bytes === null) return null;
  const own = hash_entry(before, `${seq} ${kind} ${minute}`, bytes);
  if (to_hex(own) !== hash) return null;
  return { entry: { seq: expected, kind, commitment, hash }, hash: own };
}
