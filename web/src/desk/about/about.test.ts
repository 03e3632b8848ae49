import { describe, expect, it } from 'vitest';
import type { SessionRecord } from '../../wire/ops.gen';
import { with_area } from '../wizard/draft';
import {
  about_of,
  base_of_session,
  faults_of_about,
  not_kept,
  settings_with,
  type About,
} from './about';

const area = (slug: string, name: string, full_name = name) => ({
  ...{ slug, name, full_name },
  english: `${slug} in English`,
});
const session: SessionRecord = {
  code: '482913',
  title: 'Стратегія громади',
  community: 'Сергіївська громада',
  question: 'Що варто змінити?',
  areas: [
    area('medicine', 'Медицина', 'Охорона здоров’я'),
    area('roads', 'Дороги'),
    area('culture', 'Культура'),
  ],
  votes_per_person: 10,
  languages: ['uk', 'en'],
  level: 1,
  tables: 5,
  settlements: ['Сергіївка', 'Курортне'],
  people_per_phone: 1,
  premoderation: false,
  authorship: 'unnamed',
};
const begun = about_of(session);

function saved(patch: Partial<About>, used: readonly string[] = [], now = session) {
  const base = base_of_session(session.areas, new Set(used));
  return settings_with(now, begun, { ...begun, ...patch }, base);
}

const renamed = (name: string) =>
  begun.areas.map((line) => (line.origin === 'medicine' ? { ...line, name } : line));

describe('what a session is about', () => {
  it('is said as it was, when nothing was changed', () => {
    const { title, community, question, areas, tables, settlements } = session;
    expect(saved({})).toMatchObject({ title, community, question, areas, tables, settlements });
    expect(saved({}).languages).toEqual(['uk', 'en']);
  });

  it('changes where it was changed, and tidied', () => {
    const set = saved({ title: '  Стратегія до 2034 ', settlements: 'Сергіївка\n\nМиколаївка' });
    expect(set.title).toBe('Стратегія до 2034');
    expect(set.settlements).toEqual(['Сергіївка', 'Миколаївка']);
    expect(set.community).toBe('Сергіївська громада');
  });

  it('does not undo what another facilitator changed meanwhile', () => {
    const now = { ...session, tables: 8, question: 'Що далі?', level: 2 };
    const set = saved({ title: 'Нова назва' }, [], now);
    expect(set).toMatchObject({ title: 'Нова назва', tables: 8, question: 'Що далі?', level: 2 });
  });

  it('keeps an area with ideas what it is under another name', () => {
    expect(saved({ areas: renamed('Спорт') }, ['medicine']).areas[0]?.slug).toBe('medicine');
    expect(saved({ areas: renamed('Спорт') }).areas[0]?.slug).toBe('sport');
    expect(saved({ areas: renamed('Медицина вдома') }).areas[0]?.slug).toBe('medicine');
  });

  it('gives a new area a slug of its own', () => {
    const areas = with_area(begun.areas).map((line) =>
      line.origin === '' ? { ...line, name: 'Дороги й мости' } : line,
    );
    expect(saved({ areas }).areas.map(({ slug }) => slug)).toEqual([
      'medicine',
      'roads',
      'culture',
      'dorohy-y-mosty',
    ]);
  });

  it('says what cannot be', () => {
    const base = base_of_session(session.areas, new Set());
    const wrong = { ...begun, title: ' ', areas: begun.areas.slice(1), community: 'я'.repeat(121) };
    expect([...faults_of_about(wrong, base)]).toEqual([
      ['title', { key: 'fault_title' }],
      ['community', { key: 'fault_long', count: 121 }],
      ['areas', { key: 'fault_areas_count', count: 2 }],
    ]);
    expect(faults_of_about(begun, base).size).toBe(0);
  });

  it('says which area cannot go because ideas stand under it', () => {
    const no = { done: false, refusal: 'area_in_use', kind: 'final' } as const;
    expect(not_kept({ ...no, limit: 2 }, session.areas)).toBe(
      'За напрямом «Дороги» уже є ідеї, тому його не можна прибрати.',
    );
    // Of an older server, or another desk's list: which one is not known.
    for (const unsaid of [no, { ...no, limit: 9 }])
      expect(not_kept(unsaid, session.areas)).toBe(
        'За цим напрямом уже є ідеї, тому його не можна прибрати.',
      );
    const full = { ...no, refusal: 'value_out_of_range', limit: 50 } as const;
    expect(not_kept(full, session.areas)).toContain('50');
  });
});
