// Files of the report, which formats there are, and the edited table on its way back. Fetched, not
// linked: a refusal is told in words, waiting can be shown, and where the browser keeps no cookies
// the secret goes along.
import { parse_refusal } from '../wire/answers';
import {
  parse_formats,
  parse_not_made,
  parse_table_read,
  type FormatsTold,
  type NotMade,
  type TableRead,
} from '../wire/report_answers';
import type { Language } from '../wire/ops.gen';
import { bearer, type Waiting } from './enter';
import { in_time } from './in_time';

// A large report in PDF waits for its turn and takes its time.
const report_wait_ms = 5 * 60_000;
// A slow laptop tries out several programs.
const formats_wait_ms = 60_000;
const table_wait_ms = 60_000;

// Null when the browser has the file; else why it has not.
export async function download_report(
  path: string,
  secret: string | null,
): Promise<Waiting | NotMade | null> {
  const found = await in_time(report_wait_ms, async (signal) => {
    const answer = await fetch(path, { headers: bearer(secret), signal });
    if (!answer.ok) return told(await answer.text());
    const name = name_in(answer.headers.get('Content-Disposition') ?? '');
    return { name, file: await answer.blob() };
  });
  if (found === null) return 'unreachable';
  if (typeof found === 'string' || 'words' in found) return found;
  hand_over(found.file, found.name);
  return null;
}

function told(text: string): Waiting | NotMade {
  return parse_not_made(text) ?? parse_refusal(text)?.refusal ?? 'unreachable';
}

// The file's name as the server gives it, or one that says what it is.
export function name_in(disposition: string): string {
  return /filename="([\w.-]+)"/.exec(disposition)?.[1] ?? 'viche-report';
}

function hand_over(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers read it only after the click was dealt with.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

// Told in this language. Null: not to be had now.
export async function report_formats(
  code: string,
  language: Language,
  secret: string | null,
): Promise<FormatsTold | null> {
  const path = `/api/sessions/${code}/formats?language=${language}`;
  const text = await in_time(formats_wait_ms, async (signal) =>
    (await fetch(path, { headers: bearer(secret), signal })).text(),
  );
  return text === null ? null : parse_formats(text);
}

/** Of a preview that was shown: applied once, however often it is asked, and no other one. */
export type Apply = { op_id: string; as_of: string };

// What the edited table would change, told in this language; with `apply` it does.
export async function read_table(
  code: string,
  file: Blob,
  language: Language,
  secret: string | null,
  apply?: Apply,
): Promise<TableRead | Waiting> {
  const wish = apply === undefined ? '' : `&apply=yes&op_id=${apply.op_id}&as_of=${apply.as_of}`;
  const path = `/api/sessions/${code}/decisions?language=${language}${wish}`;
  const text = await in_time(table_wait_ms, async (signal) => {
    const request = { method: 'POST', headers: bearer(secret), body: file, signal };
    return (await fetch(path, request)).text();
  });
  if (text === null) return 'unreachable';
  return parse_table_read(text) ?? parse_refusal(text)?.refusal ?? 'unreachable';
}
