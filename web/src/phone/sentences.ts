// Sentences of tables on a phone: those on their way, and those that came back.
import type { Draft } from '../session/draft.svelte';
import type { Live } from '../session/live.svelte';
import type { Op, RefusalName } from '../wire/ops.gen';

export function is_sentence_op(op: Op): op is Extract<Op, { kind: 'say_for_table' }> {
  return op.kind === 'say_for_table';
}

// Puts sentences that were refused back into the field, behind what is in it; why the last of them
// was, null when there was none.
export function put_back(
  live: Pick<Live, 'returned' | 'dismiss'>,
  draft: Draft,
): RefusalName | null {
  let why: RefusalName | null = null;
  for (const { id, op, refusal } of live.returned) {
    if (!is_sentence_op(op)) continue;
    draft.take({ text: draft.is_empty ? op.text : `${draft.text}\n${op.text}`, areas: [] });
    why = refusal;
    live.dismiss(id);
  }
  return why;
}
