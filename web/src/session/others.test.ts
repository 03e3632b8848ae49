import { describe, expect, it } from 'vitest';
import { is_undo, is_wifi } from '../wire/other_records';
import { apply_delta, apply_snapshot, type Held } from './apply';
import { many, one } from './others';

const wifi = { ssid: 'Viche', password: 'vichevich' };

function held(): Held {
  return apply_snapshot(
    {
      type: 'snapshot',
      epoch: 'e',
      seq: 5,
      puts: [{ record: 'wifi', id: 0, value: wifi }],
    },
    {
      whole: true,
      puts: [
        { record: 'undo', id: 3, value: { op: 'hide_idea', ideas: [2] } },
        { record: 'undo', id: 4, value: { op: 'pause', ideas: [] } },
      ],
      drops: [],
    },
  );
}

describe('records that some pages alone read', () => {
  it('are found by name and id', () => {
    expect(one(held().records.others, 'wifi', is_wifi)).toEqual(wifi);
    expect([...many(held().mine.others, 'undo', is_undo).keys()]).toEqual([3, 4]);
  });

  it('are not there when they do not fit, or never came', () => {
    expect(one(held().records.others, 'help', is_wifi)).toBeNull();
    expect(one(held().records.others, 'wifi', is_undo)).toBeNull();
  });

  it('go when they are dropped', () => {
    const drops = [{ record: 'undo', id: 4 }];
    const mine = { whole: false, puts: [], drops };
    const later = apply_delta(held(), {
      type: 'delta',
      after: 5,
      seq: 6,
      puts: [],
      drops: [],
      mine,
    });
    expect([...many(later?.mine.others ?? new Map(), 'undo', is_undo).keys()]).toEqual([3]);
    expect(one(later?.records.others ?? new Map(), 'wifi', is_wifi)).toEqual(wifi);
  });

  it('are the same map while nothing of them changed, so that what is computed stays', () => {
    const before = held();
    const after = apply_delta(before, { type: 'delta', after: 5, seq: 6, puts: [], drops: [] });
    expect(after?.records.others).toBe(before.records.others);
  });
});
