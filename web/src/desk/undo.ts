// The ops that take an op back, worked out before it is sent, while the state before it
// is still known. Pure. An empty list: it cannot be undone, or undoing it means nothing.
import type { Op } from '../wire/ops.gen';
import type { DeskIdea } from './queue';

export interface Before {
  ideas: readonly DeskIdea[];
  spotlight: number;
}

export function undo_of(op: Op, before: Before): readonly Op[] {
  const find = (id: number): DeskIdea | undefined => before.ideas.find((idea) => idea.id === id);
  switch (op.kind) {
    case 'hide_idea':
      return [{ kind: 'restore_idea', idea: op.idea }];
    case 'restore_idea': {
      const reason = find(op.idea)?.hidden ?? null;
      return reason === null ? [] : [{ kind: 'hide_idea', idea: op.idea, reason }];
    }
    case 'merge_ideas':
      return op.others.map((idea) => ({ kind: 'split_idea', idea }));
    case 'split_idea': {
      const main = find(op.idea)?.merged_into ?? 0;
      return main === 0 ? [] : [{ kind: 'merge_ideas', main, others: [op.idea] }];
    }
    case 'tag_idea': {
      const areas = find(op.idea)?.areas ?? [];
      return areas.length === 0 ? [] : [{ kind: 'tag_idea', idea: op.idea, areas }];
    }
    case 'spotlight_idea':
    case 'clear_spotlight':
      return before.spotlight === 0
        ? [{ kind: 'clear_spotlight' }]
        : [{ kind: 'spotlight_idea', idea: before.spotlight }];
    case 'pause':
      return [{ kind: 'resume' }];
    default:
      return [];
  }
}
