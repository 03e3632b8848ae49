// The warm-up as this person sees it: their answer, and the order of what they may tap. Pure.
import { by_alphabet } from '../text/collate';
import type { Pending } from '../wire/stored';

export type Answer = { readonly option: number | null; readonly is_saved: boolean };
export type Option = { readonly index: number; readonly name: string };

// What the server holds, and over it the newest tap that is on its way.
export function answer_now(held: number | null, outbox: readonly Pending[]): Answer {
  let answer: Answer = { option: held, is_saved: true };
  for (const { op } of outbox) {
    if (op.kind === 'answer_warmup') answer = { option: op.option, is_saved: false };
  }
  return answer;
}

// Villages by the alphabet, as one looks for one's own; answers to another question as they were
// written.
export function options_in_order(
  options: readonly string[],
  settlements: readonly string[],
): Option[] {
  const all = options.map((name, index) => ({ index, name }));
  if (options.join('\n') !== settlements.join('\n')) return all;
  const places = by_alphabet(options);
  return [...all].sort((a, b) => places.indexOf(a.name) - places.indexOf(b.name));
}
