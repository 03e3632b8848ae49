// What to do at once with ops that came back finally refused. What is left stays under «Мої».
import type { Live } from '../session/live.svelte';
import type { RefusalName } from '../wire/ops.gen';
import type { Draft } from './draft.svelte';

// Puts a refused idea back into the empty draft and says why it
// came; null when nothing was put back. A vote that stands already,
// or is gone already, is as the person wanted it: nothing to tell.
export function take_back(live: Live, draft: Draft, can_write: boolean): RefusalName | null {
  let why: RefusalName | null = null;
  for (const { id, op, refusal } of live.returned) {
    const is_settled = refusal === 'vote_stands_already' || refusal === 'vote_absent';
    if (is_settled || op.kind === 'join') live.dismiss(id);
    else if (op.kind === 'submit_idea' && can_write && draft.is_empty) {
      draft.text = op.text;
      draft.areas = op.areas;
      why = refusal;
      live.dismiss(id);
    }
  }
  return why;
}
