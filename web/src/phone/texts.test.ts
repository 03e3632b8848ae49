import { beforeEach, describe, expect, it, vi } from 'vitest';
import { no_mine, no_records } from '../session/apply';
import { fake_browser } from '../session/fake_browser';
import { Live } from '../session/live.svelte';
import type { Op, OwnIdeaRecord, PhaseRecord, RefusalName } from '../wire/ops.gen';
import { missed_the_phase } from './late';
import { take_back } from './take_back';
import { edit_refusal, Texts } from './texts.svelte';
import { waits_for } from './waits_for';

const own: OwnIdeaRecord = {
  number: 4,
  text: 'Лікар',
  areas: ['medicine'],
  at: 1,
  hidden: null,
  withdrawn: false,
  redacted: false,
  moderated: false,
  pending: false,
  merged_into: 0,
};
const phase: PhaseRecord = {
  phase: 'ideas',
  opened_at: 0,
  planned_ms: 0,
  extended_ms: 0,
  paused_ms: 0,
  pause: null,
};
const written = { text: 'Лікар щодня', areas: ['medicine'] };
let kept: Map<string, string>;

beforeEach(() => {
  kept = fake_browser(EventTarget);
});

// A phone that holds one idea of its owner, and to which these ops came back refused.
function phone(idea: OwnIdeaRecord, now: PhaseRecord, ...refused: [Op, RefusalName][]): Live {
  const live = new Live({ code: '482913', page: 'phone', slot: 0 });
  const returned = refused.map(([op, refusal], i) => ({ id: `${i}`, op, refusal, at: i }));
  vi.spyOn(live, 'records', 'get').mockReturnValue({ ...no_records, phase: now });
  vi.spyOn(live, 'mine', 'get').mockReturnValue({ ...no_mine, ideas: new Map([[7, idea]]) });
  vi.spyOn(live, 'returned', 'get').mockReturnValue(returned);
  return live;
}

describe('what a person typed', () => {
  it('is kept while an idea is mended, and after a reload', () => {
    const texts = new Texts('482913', 0);
    texts.edits.begin(7, own);
    expect([...kept.keys()]).toEqual([]);
    const edit = texts.edits.get(7);
    if (edit !== null) edit.text = 'Лікар щодня';
    expect([...kept.keys()]).toEqual(['viche.draft.482913.0.edit.7']);
    const again = new Texts('482913', 0);
    expect(again.edits.get(7)?.text).toBe('Лікар щодня');
    expect(again.all).toEqual(['Лікар щодня']);
    expect(new Texts('482913', 1).all).toEqual([]);
    again.edits.drop(7);
    expect([again.edits.all, [...kept.keys()]]).toEqual([[], []]);
  });

  it('is offered when the mended idea cannot be mended any more, and says why', () => {
    const texts = new Texts('482913', 0);
    texts.edits.begin(7, own);
    const later = { ...phase, phase: 'sort' } as const;
    expect(texts.stranded(phone(own, later))).toEqual([]); // nothing was changed in it
    texts.edits.get(7)?.take(written);
    expect(texts.stranded(phone(own, phase))).toEqual([]);
    expect(texts.stranded(phone(own, later))).toEqual([[7, 'wrong_phase']]);
    const moderated = phone({ ...own, moderated: true }, phase);
    expect(texts.stranded(moderated)).toEqual([[7, 'idea_moderated']]);
  });

  it('is set aside for a support, and more of it is not lost over less', () => {
    const texts = new Texts('482913', 0);
    texts.instead.put(9, written);
    texts.instead.put(9, { text: 'І медсестра', areas: ['social'] });
    const again = new Texts('482913', 0);
    expect(again.instead.get(9)?.text).toBe('Лікар щодня\nІ медсестра');
  });

  it('comes back when the support it was set aside for is refused', () => {
    const texts = new Texts('482913', 0);
    texts.instead.put(9, written);
    const live = phone(own, phase, [{ kind: 'support_idea', idea: 9 }, 'idea_hidden']);
    expect(take_back(live, texts, true)).toEqual({ what: 'support', why: 'idea_hidden' });
    expect(texts.draft.text).toBe('Лікар щодня');
    expect(texts.instead.all).toEqual([]);
  });

  it('waits aside while something else is in the field', () => {
    const texts = new Texts('482913', 0);
    texts.instead.put(9, written);
    texts.draft.text = 'Інше';
    const live = phone(own, phase, [{ kind: 'support_idea', idea: 9 }, 'idea_hidden']);
    expect(take_back(live, texts, true)).toBeNull();
    expect([texts.draft.text, texts.instead.get(9)?.text]).toEqual(['Інше', 'Лікар щодня']);
  });

  it('missed its phase also where it mends an idea', () => {
    const op: Op = { kind: 'edit_idea', idea: 7, text: 'Лікар щодня' };
    expect(missed_the_phase({ id: 'a', at: 1, op, refusal: 'wrong_phase' })).toBe(true);
    expect(missed_the_phase({ id: 'a', at: 1, op, refusal: 'idea_hidden' })).toBe(false);
  });
});

describe('mending an idea', () => {
  it('for the table is kept, and counts as unsent once the talk is over', () => {
    new Texts('482913', 0).sentence.text = 'Лікар щодня';
    const texts = new Texts('482913', 0);
    expect(texts.all).toEqual(['Лікар щодня']);
    expect(texts.unsent(phone(own, { ...phase, phase: 'talk' }))).toBe(0);
    expect(texts.unsent(phone(own, phase))).toBe(1);
  });

  it('is refused here for what the server would refuse it for', () => {
    expect(edit_refusal(own, null)).toBeNull();
    expect(edit_refusal(undefined, 'ideas')).toBe('idea_unknown');
    expect(edit_refusal({ ...own, withdrawn: true }, 'ideas')).toBe('idea_withdrawn');
    expect(edit_refusal({ ...own, hidden: 'insult' }, 'ideas')).toBe('idea_hidden');
    expect(edit_refusal({ ...own, merged_into: 3 }, 'ideas')).toBe('idea_merged');
    expect(edit_refusal(own, 'vote')).toBe('wrong_phase');
    expect(edit_refusal(own, 'ideas')).toBeNull();
  });
});

describe('what waits', () => {
  it('says for what: the network, the end of a pause, or a server that cannot write', () => {
    expect(waits_for({ connection: 'offline', waiting: 'paused' })).toBe('network');
    expect(waits_for({ connection: 'connected', waiting: 'paused' })).toBe('pause');
    expect(waits_for({ connection: 'connected', waiting: 'storage_unavailable' })).toBe('server');
    expect(waits_for({ connection: 'connected', waiting: null })).toBeNull();
  });

  it('is not said to be kept where a browser keeps nothing', () => {
    const texts = new Texts('482913', 0);
    const live = phone(own, phase);
    const refuse = () => {
      throw new DOMException('no', 'SecurityError');
    };
    Object.assign(localStorage, { setItem: refuse });
    expect(texts.are_kept(live)).toBe(true);
    texts.draft.text = 'Лікар';
    expect(texts.are_kept(live)).toBe(false);
    texts.draft.clear();
    expect(texts.are_kept(live)).toBe(true);
  });
});
