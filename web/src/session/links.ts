// Links of staff over HTTP: makes one, and lets in whoever has the recovery code from paper.
import { parse_refusal, parse_traded } from '../wire/answers';
import { parse_made_link, type MadeLink } from '../wire/link_answers';
import type { Role } from '../wire/ops.gen';
import { keeps_cookies } from './cookies';
import type { Refused } from './enter';
import { in_time } from './in_time';

const answer_wait_ms = 15_000;

export type AskedLink = { role: Role; called: string } | { recovery: true; called: string };

/** `secret`: only where the browser keeps no cookies. */
export type Opened = { role: Role; secret: string | null };

// `secret`: where the browser keeps no cookies, this desk's own.
export async function make_link(
  code: string,
  link: AskedLink,
  secret: string | null,
): Promise<MadeLink | Refused> {
  const headers = secret === null ? {} : { Authorization: `Bearer ${secret}` };
  const text = await post(`/api/sessions/${code}/links`, link, headers);
  return (text === null ? null : parse_made_link(text)) ?? refused(text);
}

// Opens the desk on this device with the code on the recovery sheet, however it was typed.
export async function trade_recovery(code: string, recovery: string): Promise<Opened | Refused> {
  const text = await post(`/api/sessions/${code}/trade`, { recovery });
  const traded = text === null ? null : parse_traded(text);
  if (traded === null) return refused(text);
  return { role: traded.role, secret: keeps_cookies() ? null : symbols(recovery) };
}

// As the server takes a secret, where it must be sent again.
function symbols(recovery: string): string {
  return recovery.replace(/[\s-]/g, '').toUpperCase();
}

function refused(text: string | null): Refused {
  return { refusal: parse_refusal(text ?? '')?.refusal ?? 'unreachable' };
}

function post(path: string, body: object, headers = {}): Promise<string | null> {
  return in_time(answer_wait_ms, async (signal) => {
    const request = {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
      signal,
    };
    return (await fetch(path, request)).text();
  });
}
