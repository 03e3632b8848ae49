// A phone that comes from another address of the server, with what its person had not sent there.
import type { Entered } from '../wire/answers';
import { parse_draft, parse_pending } from '../wire/stored';
import { back_off_ms } from './back_off';
import { may_come_right, recover, recovery_code, type Refused } from './enter';
import type { Luggage } from './luggage';
import { read, write } from './storage';

const tries_max = 4;

// Who came in; null: open as anybody does. A stranger's link makes nobody of those who were here;
// of what came along with their own nothing is lost.
export async function arrive(
  code: string,
  luggage: Luggage,
  was_here: boolean,
): Promise<Entered | null> {
  const answer = await traveller(code, luggage.ticket, was_here);
  const is_known = !('refusal' in answer);
  const is_same = was_here && is_known && answer.pass === (await own_pass(code));
  if (is_same || (is_known && !was_here)) put_down(luggage, code);
  else if (!was_here) put_down_texts(luggage, code);
  return is_known && !was_here ? answer : null;
}

// Whose ticket it is. The network may have come up a moment ago, so not asked only once.
async function traveller(
  code: string,
  ticket: string,
  was_here: boolean,
): Promise<Entered | Refused> {
  for (let attempt = 0; ; attempt += 1) {
    const answer = await recover(code, { ticket }, was_here || undefined);
    const is_settled = !('refusal' in answer) || !may_come_right(answer.refusal);
    if (is_settled || attempt + 1 >= tries_max) return answer;
    await new Promise((resume) => setTimeout(resume, back_off_ms(attempt)));
  }
}

// Of this device, which the cookie alone knows otherwise.
async function own_pass(code: string): Promise<string | null> {
  return (await recovery_code(code, null))?.replace(/-/g, '') ?? null;
}

// Lays down what came along, as if it had been written here; nothing that is here is replaced.
function put_down(luggage: Luggage, code: string): void {
  for (const [key = '', value = ''] of luggage.kept) {
    const is_ours = key.startsWith(`viche.op.${code}.`) || key.startsWith(`viche.draft.${code}.`);
    if (is_ours && read(key) === null) write(key, value);
  }
}

// Of somebody whose ticket opens nobody any more, as the server forgot it: what they wrote becomes
// a draft. Anybody can make such a link, so nothing of it is sent unless its reader wants it.
function put_down_texts(luggage: Luggage, code: string): void {
  const key = `viche.draft.${code}.0`;
  const texts = luggage.kept.flatMap(([, value = '']) => {
    const op = parse_pending(value)?.op;
    const text = parse_draft(value)?.text ?? (op !== undefined && 'text' in op ? op.text : '');
    return text.trim() === '' ? [] : [text];
  });
  if (texts.length === 0 || read(key) !== null) return;
  write(key, JSON.stringify({ text: texts.join('\n\n'), areas: [] }));
}
