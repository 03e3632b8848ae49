// Getting in over HTTP: a phone's pass, and the trade of a link's secret for one.
import {
  parse_entered,
  parse_recovery,
  parse_refusal,
  parse_ticket,
  parse_traded,
  type Entered,
} from '../wire/answers';
import { LATER, type RefusalName, type Role } from '../wire/ops.gen';
import { back_off_ms } from './back_off';
import { keeps_cookies } from './cookies';
import { in_time } from './in_time';

export type Refused = { refusal: RefusalName | 'unreachable' };

const answer_wait_ms = 15_000;

// Makes this device known to the session. The answer holds `pass` where cookies are off (or, with
// `in_memory`, were seen not to come back); it goes to Live.
export async function enter(
  code: string,
  in_memory = !keeps_cookies(),
): Promise<Entered | Refused> {
  const body = in_memory ? { in_memory: true } : {};
  const text = await post(`/api/sessions/${code}/enter`, body);
  return text === null ? { refusal: 'unreachable' } : (parse_entered(text) ?? refused(text));
}

// Makes this device that of the person whose recovery code this is, however it was typed, or whose
// ticket. With `in_memory` the device stays whose it was: the answer holds the other's pass.
export async function recover(
  code: string,
  who: { recovery: string } | { ticket: string },
  in_memory = !keeps_cookies(),
): Promise<Entered | Refused> {
  const body = in_memory ? { ...who, in_memory } : who;
  const text = await post(`/api/sessions/${code}/recover`, body);
  return text === null ? { refusal: 'unreachable' } : (parse_entered(text) ?? refused(text));
}

// Opens this person once, at any address of the server. Null: not to be had now.
export async function ticket(code: string, pass: string | null): Promise<string | null> {
  const text = await post(`/api/sessions/${code}/ticket`, {}, bearer(pass));
  return text === null ? null : parse_ticket(text);
}

// This person's recovery code; `pass` where the browser keeps no cookies. Null: not to be had now.
export async function recovery_code(code: string, pass: string | null): Promise<string | null> {
  const text = await ask(`/api/sessions/${code}/recovery`, { headers: bearer(pass) });
  return text === null ? null : parse_recovery(text);
}

// What came of a link's secret. All null where there was none to trade (a reload).
export type Traded = {
  readonly refusal: RefusalName | null;
  readonly role: Role | null;
  readonly secret: string | null; // only where cookies are off; kept in memory, then
};
export const no_trade: Traded = { refusal: null, role: null, secret: null };

// Why a page does not get in yet but may without anybody's doing.
export type Waiting = RefusalName | 'unreachable';

export function may_come_right(why: Waiting): boolean {
  return why === 'unreachable' || LATER.includes(why);
}

// Trades the secret in the address bar's fragment for a cookie, and wipes it there. Tries until
// the server answers for good, as it may be starting again; `on_wait` is told why it goes on.
export async function trade(code: string, on_wait: (why: Waiting) => void): Promise<Traded> {
  const secret = location.hash.slice(1); // base64url: nothing in it is escaped
  if (secret === '') return no_trade;
  for (let attempt = 0; ; attempt += 1) {
    const text = await post(`/api/sessions/${code}/trade`, { secret });
    const traded = text === null ? null : parse_traded(text);
    if (traded !== null) {
      history.replaceState(null, '', location.pathname + location.search);
      return { refusal: null, role: traded.role, secret: keeps_cookies() ? null : secret };
    }
    const { refusal } = refused(text ?? '');
    if (refusal !== 'unreachable' && !LATER.includes(refusal)) return { ...no_trade, refusal };
    on_wait(refusal);
    await new Promise((resume) => setTimeout(resume, back_off_ms(attempt)));
  }
}

// The table of a table card's QR, /s/482913?table=3; 0: none.
export function table_in_query(query: string): number {
  return Number(/[?&]table=(\d{1,3})(?:&|$)/.exec(query)?.[1] ?? 0);
}

// The six digits of /s/482913…, or null.
export function code_in_path(path: string): string | null {
  return /^\/s\/(\d{6})(?:\/|$)/.exec(path)?.[1] ?? null;
}

export function refused(text: string): Refused {
  return { refusal: parse_refusal(text)?.refusal ?? 'unreachable' };
}

// For a browser that keeps no cookies.
export function bearer(pass: string | null): Record<string, string> {
  return pass === null ? {} : { Authorization: `Bearer ${pass}` };
}

export function post(path: string, body: object, headers = {}): Promise<string | null> {
  return ask(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

// The answer's body, or null when there was none in time.
function ask(path: string, request: RequestInit): Promise<string | null> {
  return in_time(answer_wait_ms, async (signal) =>
    (await fetch(path, { ...request, signal })).text(),
  );
}
