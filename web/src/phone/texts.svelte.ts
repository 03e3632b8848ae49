// All that one person has typed and not sent: the idea being written, ideas of theirs being mended,
// what they set aside to support somebody else's, the sentence of their table. It outlives all
// screens that show it.
import { normal_text } from '../session/graphemes';
import type { Live } from '../session/live.svelte';
import { is_lasting } from '../session/lasting';
import type { OwnIdeaRecord, Phase, RefusalName } from '../wire/ops.gen';
import { Draft, type Written } from '../session/draft.svelte';
import { IdeaDrafts } from './idea_drafts.svelte';

export class Texts {
  readonly draft: Draft;
  readonly edits: IdeaDrafts;
  readonly instead: IdeaDrafts;
  readonly sentence: Draft;

  constructor(code: string, slot: number) {
    const owner = `${code}.${slot}`;
    this.draft = new Draft(owner);
    this.edits = new IdeaDrafts(`${owner}.edit`);
    this.instead = new IdeaDrafts(`${owner}.instead`);
    this.sentence = new Draft(`${owner}.sentence`);
  }

  // Word by word, for the moment when there is no session yet to show them in.
  get all(): readonly string[] {
    const aside = [...this.edits.all, ...this.instead.all].map(([, { text }]) => text);
    return [this.draft.text, this.sentence.text, ...aside].filter((text) => text.trim() !== '');
  }

  // Whether this page may go without anything unsent going with it.
  are_kept(live: Live): boolean {
    return is_lasting() || (live.outbox.length === 0 && this.all.length === 0);
  }

  hear(key: string | null, value: string | null): void {
    this.draft.hear(key, value);
    this.edits.hear(key);
    this.instead.hear(key);
    this.sentence.hear(key, value);
  }

  // How much waits for the person under «Мої».
  unsent(live: Live): number {
    const returned = live.returned.filter(({ op }) => op.kind !== 'join').length;
    const sentences = this.has_stranded_sentence(live) ? 1 : 0;
    return returned + sentences + this.stranded(live).length;
  }

  // Whether there is a sentence for the table, and no talk any more in which to send it.
  has_stranded_sentence(live: Live): boolean {
    return live.records.phase?.phase !== 'talk' && !this.sentence.is_empty;
  }

  // Mended texts that cannot be sent any more: the idea's id, and why.
  stranded(live: Live): readonly (readonly [number, RefusalName])[] {
    const phase = live.records.phase?.phase ?? null;
    return this.edits.all.flatMap(([id, edit]) => {
      const idea = live.mine.ideas.get(id);
      const why = edit_refusal(idea, phase);
      return why === null || is_same(edit, idea) ? [] : [[id, why] as const];
    });
  }
}

// Why the server would refuse to have this idea mended by its author, or null if it would not.
export function edit_refusal(
  idea: OwnIdeaRecord | undefined,
  phase: Phase | null,
): RefusalName | null {
  if (phase === null) return null; // not yet known
  if (idea === undefined) return 'idea_unknown';
  if (phase !== 'ideas') return 'wrong_phase';
  if (idea.withdrawn) return 'idea_withdrawn';
  if (idea.hidden !== null) return 'idea_hidden';
  if (idea.merged_into !== 0) return 'idea_merged';
  return idea.moderated ? 'idea_moderated' : null;
}

function is_same(edit: Written, idea: OwnIdeaRecord | undefined): boolean {
  return normal_text(edit.text) === idea?.text && edit.areas.join(' ') === idea.areas.join(' ');
}
