// What to do at once with ops that came back finally refused. What is left stays under «Мої».
import type { Live } from '../session/live.svelte';
import type { RefusalName } from '../wire/ops.gen';
import type { Draft } from '../session/draft.svelte';
import { is_idea } from './late';

// Puts a refused idea back into the empty draft and says why it
// came; null when nothing was put back. A vote that stands already,
// or is gone already, is as the person wanted it: nothing to tell.
export function take_back(live: Live, draft: Draft, can_write: boolean): RefusalName | null {
  let why: RefusalName | null = null;
  for (const { id, op, refusal } of live.returned) {
    if (is_settled(refusal) || op.kind === 'join') live.dismiss(id);
    else if (is_idea(op) && can_write && draft.is_empty) {
      draft.text = op.text;
      draft.areas = op.areas;
      why = refusal;
      live.dismiss(id);
    }
  }
  return why;
}

function is_settled(refusal: RefusalName): boolean {
  return (
    refusal === 'vote_stands_already' ||
    refusal === 'vote_absent' ||
    refusal === 'support_stands_already' ||
    refusal === 'support_absent' ||
    refusal === 'help_asked_already'
  );
}
