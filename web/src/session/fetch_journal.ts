// The public journal of a session, from its public address, and checked.
import { in_time } from './in_time';
import { check_journal, type Journal } from './journal';

const answer_wait_ms = 60_000; // a megabyte at 400 kbit/s takes twenty seconds

export async function fetch_journal(code: string): Promise<Journal | 'unreachable' | 'withheld'> {
  const text = await in_time(answer_wait_ms, async (signal) => {
    const answer = await fetch(`/r/${code}/journal.jsonl`, { signal });
    return answer.ok ? answer.text() : '';
  });
  if (text === null) return 'unreachable';
  return text === '' ? 'withheld' : check_journal(text);
}
