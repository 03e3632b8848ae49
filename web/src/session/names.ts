// The name somebody signs their ideas with, over HTTP alone: it is in no op, no outbox and no
// frame, and this page keeps it nowhere.
import { parse_refusal } from '../wire/answers';
import { parse_names, parse_own_name, type OwnName, type SignedName } from '../wire/name_answers';
import { bearer, type Waiting } from './enter';
import { in_time } from './in_time';

export type Signer = {
  readonly code: string;
  readonly slot: number;
  readonly pass: string | null; // where the browser keeps no cookies
};

const answer_wait_ms = 15_000;

// Null: not to be had now.
export async function own_name(who: Signer): Promise<OwnName | null> {
  const text = await ask(path_of(who), who.pass);
  return text === null ? null : parse_own_name(text);
}

// Signs, with the consent that was given for it. Null: done.
export async function sign({ code, slot, pass }: Signer, name: string): Promise<Waiting | null> {
  const body = JSON.stringify({ name, consent: true, ...(slot === 0 ? {} : { slot }) });
  return outcome(await ask(`/api/sessions/${code}/name`, pass, { method: 'POST', body }));
}

// Takes the name back. Null: done.
export async function unsign(who: Signer): Promise<Waiting | null> {
  return outcome(await ask(path_of(who), who.pass, { method: 'DELETE' }));
}

// For the desk; `secret` where the browser keeps no cookies. Null: not to be had now.
export async function names_of(
  code: string,
  secret: string | null,
): Promise<readonly SignedName[] | null> {
  const text = await ask(`/api/sessions/${code}/names`, secret);
  return text === null ? null : parse_names(text);
}

// Null: done.
export async function erase_name(
  code: string,
  id: number,
  secret: string | null,
): Promise<Waiting | null> {
  const path = `/api/sessions/${code}/names?id=${id}`;
  return outcome(await ask(path, secret, { method: 'DELETE' }));
}

function path_of({ code, slot }: Signer): string {
  return `/api/sessions/${code}/name${slot === 0 ? '' : `?slot=${slot}`}`;
}

function outcome(text: string | null): Waiting | null {
  return text === null ? 'unreachable' : (parse_refusal(text)?.refusal ?? null);
}

// The answer's body, or null when there was none in time.
function ask(path: string, pass: string | null, request: RequestInit = {}): Promise<string | null> {
  return in_time(answer_wait_ms, async (signal) =>
    (await fetch(path, { ...request, headers: bearer(pass), signal })).text(),
  );
}
