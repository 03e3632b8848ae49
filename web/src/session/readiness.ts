// The readiness check and the rehearsal over HTTP.
import { parse_refusal } from '../wire/answers';
import type { RefusalName } from '../wire/ops.gen';
import {
  parse_readiness,
  parse_rehearsal,
  parse_round_trips,
  type Readiness,
  type Rehearsal,
  type RoundTrips,
} from '../wire/readiness';
import { in_time } from './in_time';

// A disk that hangs is told after five seconds, a rehearsal that does not start after twenty.
const answer_wait_ms = 15_000;
const stage_wait_ms = 40_000;

export type StageWish =
  { method: 'GET' } | { method: 'POST'; language: 'uk' | 'en' } | { method: 'DELETE' };

/** `secret`, here and below: where the browser keeps no cookies, this desk's own. */
export async function ask_readiness(
  code: string,
  secret: string | null,
): Promise<Readiness | null> {
  const text = await ask(`${code}/readiness`, { headers: bearer(secret) }, answer_wait_ms);
  return text === null ? null : parse_readiness(text);
}

export async function ask_round_trips(
  code: string,
  secret: string | null,
): Promise<RoundTrips | null> {
  const request = { method: 'POST', headers: bearer(secret) };
  const text = await ask(`${code}/round-trips`, request, answer_wait_ms);
  return text === null ? null : parse_round_trips(text);
}

export async function ask_rehearsal(
  code: string,
  wish: StageWish,
  secret: string | null,
): Promise<Rehearsal | RefusalName | 'unreachable'> {
  const request: RequestInit = { method: wish.method, headers: bearer(secret) };
  if (wish.method === 'POST') request.body = JSON.stringify({ language: wish.language });
  const text = await ask(`${code}/rehearsal`, request, stage_wait_ms);
  if (text === null) return 'unreachable';
  return parse_rehearsal(text) ?? parse_refusal(text)?.refusal ?? 'unreachable';
}

function bearer(secret: string | null): Record<string, string> {
  return secret === null ? {} : { Authorization: `Bearer ${secret}` };
}

function ask(path: string, request: RequestInit, wait_ms: number): Promise<string | null> {
  return in_time(wait_ms, async (signal) =>
    (await fetch(`/api/sessions/${path}`, { ...request, signal })).text(),
  );
}
