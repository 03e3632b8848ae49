// Sentences of tables that came back to a phone.
import type { Draft } from '../session/draft.svelte';
import type { Live } from '../session/live.svelte';
import { is_sentence_op } from '../session/sentences';
import type { RefusalName } from '../wire/ops.gen';

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
