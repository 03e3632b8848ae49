// The report where the browser keeps no cookies: a link cannot carry the secret, so the file is
// fetched with it and handed over as a download.
import { parse_refusal } from '../wire/answers';
import type { RefusalName } from '../wire/ops.gen';
import { in_time } from './in_time';

const report_wait_ms = 60_000;

// Null when the browser has the file; else why it has not.
export async function download_report(
  path: string,
  secret: string,
): Promise<RefusalName | 'unreachable' | null> {
  const headers = { Authorization: `Bearer ${secret}` };
  const found = await in_time(report_wait_ms, async (signal) => {
    const answer = await fetch(path, { headers, signal });
    if (!answer.ok) return parse_refusal(await answer.text())?.refusal ?? null;
    const name = name_in(answer.headers.get('Content-Disposition') ?? '');
    return { name, file: await answer.blob() };
  });
  if (found === null) return 'unreachable';
  if (typeof found === 'string') return found;
  hand_over(found.file, found.name);
  return null;
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
