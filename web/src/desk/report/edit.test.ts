import { describe, expect, it } from 'vitest';
import { clashes, is_dirty, normal, saved, taken, typed, value_of } from './edit';

const kept = { reason: '', goal: 'Ціль 1' };

describe('what is typed over what is kept', () => {
  it('stands, and the fields it does not touch follow what others save', () => {
    const edit = typed(null, kept, { reason: 'Є в бюджеті' });
    expect(value_of(edit, kept)).toEqual({ reason: 'Є в бюджеті', goal: 'Ціль 1' });
    expect(value_of(edit, { reason: '', goal: 'Ціль 2' })).toEqual({
      reason: 'Є в бюджеті',
      goal: 'Ціль 2',
    });
    expect(clashes(edit, { reason: '', goal: 'Ціль 2' })).toEqual([]);
  });

  it('names the fields that somebody else made something else of', () => {
    const edit = typed(null, kept, { reason: 'Є в бюджеті' });
    expect(clashes(edit, { reason: 'Немає коштів', goal: 'Ціль 1' })).toEqual(['reason']);
    expect(clashes(edit, { reason: 'Є в бюджеті', goal: 'Ціль 1' })).toEqual([]);
  });

  it('does not clash where one typed over what the other had saved before one’s eyes', () => {
    const first = typed(null, kept, { reason: 'Є в бюджеті' });
    const others = { reason: '', goal: 'Ціль 2' };
    const next = typed(first, others, { goal: 'Ціль 2.1' });
    expect(clashes(next, others)).toEqual([]);
    expect(value_of(next, others)).toEqual({ reason: 'Є в бюджеті', goal: 'Ціль 2.1' });
  });

  it('gives way to theirs only where both wrote', () => {
    const edit = typed(null, kept, { reason: 'Є в бюджеті', goal: 'Ціль 2' });
    const others = { reason: 'Немає коштів', goal: 'Ціль 1' };
    const after = taken(edit, others);
    expect(value_of(after, others)).toEqual({ reason: 'Немає коштів', goal: 'Ціль 2' });
    expect([clashes(after, others), is_dirty(after)]).toEqual([[], true]);
  });

  it('is nothing once it is as it was, spaces at the ends aside', () => {
    const edit = typed(null, kept, { goal: 'Ціль 1 ' });
    expect(is_dirty(edit)).toBe(false);
    expect(is_dirty(typed(edit, kept, { goal: 'Ціль' }))).toBe(true);
    expect(is_dirty(null)).toBe(false);
  });

  it('stays shown between its saving and its coming back', () => {
    const edit = typed(null, kept, { reason: 'Є в бюджеті' });
    const sent = value_of(edit, kept);
    const after = saved(edit, sent, kept, kept);
    expect([value_of(after, kept), is_dirty(after)]).toEqual([sent, false]);
    expect(value_of(after, { ...sent, goal: 'Ціль 3' }).goal).toBe('Ціль 3');
  });

  it('keeps what was typed while it was being saved, without blaming it on others', () => {
    const first = typed(null, kept, { reason: 'Є' });
    const sent = value_of(first, kept);
    const longer = typed(first, kept, { reason: 'Є в бюджеті' });
    const after = saved(longer, sent, kept, kept);
    expect(is_dirty(after)).toBe(true);
    expect(clashes(after, kept)).toEqual([]);
    expect(clashes(after, sent)).toEqual([]);
    expect(value_of(after, sent).reason).toBe('Є в бюджеті');
  });

  it('is cleaned before it is sent', () => {
    expect(normal({ reason: '  Є\u200B ', goal: 'а\tб' })).toEqual({ reason: 'Є', goal: 'а б' });
  });
});
