// What to do at once with ops that came back finally refused. What is left stays under «Мої».
import type { Live } from '../session/live.svelte';
import type { RefusalName } from '../wire/ops.gen';
import { is_idea } from './late';
import type { Texts } from './texts.svelte';

// A text is back in the field, because this was refused.
export type CameBack = { readonly what: 'idea' | 'support'; readonly why: RefusalName };

// Puts a refused idea back into the empty draft, or what was set aside for a support that is
// refused, and says why it came; null when nothing was put back. A vote that stands already,
// or is gone already, is as the person wanted it: nothing to tell. Nor is there of a tap that came
// after the warm-up.
export function take_back(live: Live, texts: Texts, can_write: boolean): CameBack | null {
  const { draft, instead } = texts;
  let came: CameBack | null = null;
  for (const { id, op, refusal } of live.returned) {
    if (is_settled(refusal) || op.kind === 'join' || op.kind === 'answer_warmup') {
      live.dismiss(id);
      continue;
    }
    if (!draft.is_empty) continue;
    if (is_idea(op) && can_write) {
      draft.take(op);
      came = { what: 'idea', why: refusal };
      live.dismiss(id);
    } else if (op.kind === 'support_idea') {
      const aside = instead.get(op.idea);
      if (aside === null) continue;
      draft.take(aside);
      instead.drop(op.idea);
      came = { what: 'support', why: refusal };
      live.dismiss(id);
    }
  }
  return came;
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
