// An idea as a desk holds it, for tests: plain where nothing was said about it.
import type { DeskIdeaRecord } from './ops.gen';

export function example_idea(
  id: number,
  more: Partial<DeskIdeaRecord> = {},
): DeskIdeaRecord & { id: number } {
  return {
    id,
    number: id,
    text: 'Лікар щодня',
    areas: ['medicine'],
    at: 0,
    channel: 'phone',
    merged: 0,
    supports: 0,
    support: 0,
    table: 1,
    settlement: '',
    hidden: null,
    withdrawn: false,
    redacted: false,
    moderated: false,
    pending: false,
    claimed: null,
    merged_into: 0,
    members: [],
    ...more,
  };
}
