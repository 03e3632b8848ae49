import { describe, expect, it } from 'vitest';
import { DETAIL_COUNT, filled_count, is_doubtful, NO_DETAILS, PARTS } from './details';

describe('what the council says of itself', () => {
  it('stands on the form once, whatever there is to say', () => {
    const shown = PARTS.flatMap(({ details }) => [...details]).sort();
    expect(shown).toEqual(Object.keys(NO_DETAILS).sort());
    expect(DETAIL_COUNT).toBe(15);
  });

  it('counts as filled in with more than spaces', () => {
    expect(filled_count({ ...NO_DETAILS, aim: 'Пріоритети', site: ' ' })).toBe(1);
  });

  it('is doubted where a code or an address is not as usual, but empty is fine', () => {
    expect(is_doubtful('authority_id', '0434567')).toBe(true);
    expect(is_doubtful('authority_id', ' 04345678 ')).toBe(false);
    expect(is_doubtful('authority_id', '')).toBe(false);
    expect(is_doubtful('cattutc', 'UA51020030010045677')).toBe(false);
    expect(is_doubtful('cattutc', 'UА51020030010045677')).toBe(true); // a Cyrillic А
    expect(is_doubtful('email', 'rada@hromada')).toBe(true);
    expect(is_doubtful('aim', 'Будь-що')).toBe(false);
  });
});
