// Getting in over HTTP: a phone's pass, and the trade of a link's secret for one.
import { parse_entered, parse_refusal, parse_traded, type Entered } from '../wire/answers';
import { REFUSALS, type RefusalName, type Role } from '../wire/ops.gen';
import { back_off_ms } from './back_off';

export type Refused = { refusal: RefusalName | 'unreachable' };

const answer_wait_ms = 15_000;

// Makes this device known to the session. The answer holds `pass` where cookies are off (or, with
// `in_memory`, were seen not to come back); it goes to Live.
export async function enter(
  code: string,
  in_memory = !navigator.cookieEnabled,
): Promise<Entered | Refused> {
  const body = in_memory ? { in_memory: true } : {};
  const text = await post(`/api/sessions/${code}/enter`, body);
  return text === null ? { refusal: 'unreachable' } : (parse_entered(text) ?? refused(text));
}

export type Traded = { role: Role; secret?: string } | Refused | null;

// Trades the secret in the address bar's fragment for a cookie, and wipes it from there. `secret`
// is given back only where cookies are off; null where there was none to trade (a reload). Tries
// until the server answers for good: it may be starting again.
export async function trade(code: string): Promise<Traded> {
  for (let attempt = 0; ; attempt += 1) {
    const traded = await trade_once(code);
    if (traded === null || !('refusal' in traded)) return traded;
    if (traded.refusal !== 'unreachable' && REFUSALS[traded.refusal] === 'final') return traded;
    await new Promise((resume) => setTimeout(resume, back_off_ms(attempt)));
  }
}

async function trade_once(code: string): Promise<Traded> {
  const secret = location.hash.slice(1); // base64url: nothing in it is escaped
  if (secret === '') return null;
  const text = await post(`/api/sessions/${code}/trade`, { secret });
  if (text === null) return { refusal: 'unreachable' };
  const traded = parse_traded(text);
  if (traded === null) return refused(text);
  history.replaceState(null, '', location.pathname + location.search);
  return navigator.cookieEnabled ? traded : { ...traded, secret };
}

// The six digits of /s/482913…, or null.
export function code_in_path(path: string): string | null {
  return /^\/s\/(\d{6})(?:\/|$)/.exec(path)?.[1] ?? null;
}

function refused(text: string): Refused {
  return { refusal: parse_refusal(text)?.refusal ?? 'unreachable' };
}

async function post(path: string, body: object): Promise<string | null> {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), answer_wait_ms);
  try {
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal: deadline.signal,
    });
    return await answer.text();
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}
