// One-time cards of the vote: the server makes them, says what is on them once and keeps none of
// it.
import { parse_refusal } from '../wire/answers';
import { parse_cards, type CardsMade } from '../wire/cards';
import type { RefusalName } from '../wire/ops.gen';
import { in_time } from './in_time';

export type { CardsMade };
export type CardsAsked = { count: number } | { replace: number };

const answer_wait_ms = 60_000;

// `secret`: a facilitator's, where the browser keeps no cookies.
export async function make_cards(
  code: string,
  asked: CardsAsked,
  secret: string | null,
): Promise<CardsMade | RefusalName | 'unreachable'> {
  const bearer = secret === null ? {} : { Authorization: `Bearer ${secret}` };
  const headers = { 'Content-Type': 'application/json', ...bearer };
  const body = JSON.stringify(asked);
  const text = await in_time(answer_wait_ms, async (signal) => {
    const path = `/api/sessions/${code}/cards`;
    return (await fetch(path, { method: 'POST', headers, body, signal })).text();
  });
  if (text === null) return 'unreachable';
  return parse_cards(text) ?? parse_refusal(text)?.refusal ?? 'unreachable';
}
