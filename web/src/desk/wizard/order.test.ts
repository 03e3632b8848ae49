import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { first_draft, moved, with_area, with_template, type WordsOf } from './draft';
import { faults_of } from './faults';
import { areas_of, base_of_template, settings_of_draft, steps_of_draft } from './order';
import { TWELVE_AREAS } from './template_areas';
import { TEMPLATE_NAMES, TEMPLATES } from './templates';

const words: WordsOf = (name) => ({
  question: `Питання: ${name}`,
  warmup: name === 'residency' ? 'З якої ви громади?' : '',
});
const strategy = base_of_template('strategy');
const named = { title: 'Стратегія', community: 'Сергіївська громада' };

describe('templates', () => {
  it('begin with the twelve areas of the program', () => {
    const table = readFileSync('../tests/data/tags-12.csv', 'utf8').trim().split('\n').slice(1);
    const ours = TWELVE_AREAS.map((a) => [a.slug, a.name, a.full_name, a.english]);
    for (const [at, row] of table.entries()) {
      for (const cell of ours[at] ?? ['no such area']) expect(row).toContain(cell);
    }
    expect(table.length).toBe(12);
  });

  it.each(TEMPLATE_NAMES)('%s asks for nothing but title and community', (name) => {
    const faults = faults_of(first_draft(name, words));
    expect([...faults.keys()]).toEqual(['title', 'community']);
    expect(faults_of({ ...first_draft(name, words), ...named }).size).toBe(0);
  });
});

describe('choosing another template', () => {
  it('changes what nobody touched', () => {
    const draft = with_template(
      { ...first_draft('strategy', words), ...named },
      'residency',
      words,
    );
    expect(draft).toEqual({ ...first_draft('residency', words), ...named });
  });

  it('leaves what somebody changed by hand', () => {
    const changed = { ...first_draft('strategy', words), tables: 5, question: 'Що далі?' };
    const draft = with_template(changed, 'residency', words);
    expect(draft.tables).toBe(5);
    expect(draft.question).toBe('Що далі?');
    expect(draft.votes_per_person).toBe(TEMPLATES.residency.votes_per_person);
  });
});

describe('the areas of a session', () => {
  const draft = first_draft('strategy', words);
  const renamed = (at: number, name: string) =>
    areas_of(
      strategy,
      draft.areas.map((line, i) => (i === at ? { ...line, name } : line)),
    )[at];

  it('are the template’s while nobody renamed them', () => {
    expect(areas_of(strategy, draft.areas)).toEqual(TWELVE_AREAS);
  });

  it('keep their sign while they are about the same', () => {
    expect(renamed(10, 'Зелений туризм')).toEqual({
      slug: 'tourism',
      name: 'Зелений туризм',
      full_name: 'Зелений туризм',
      english: 'Зелений туризм',
    });
    expect(renamed(10, 'Землеробство')?.slug).toBe('zemlerobstvo');
  });

  it('have slugs of their own, whatever they are called', () => {
    const lines = [...with_area(with_area(draft.areas))].map((line) =>
      line.origin === '' ? { ...line, name: 'Вода' } : line,
    );
    const slugs = areas_of(strategy, lines).map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(14);
    expect(slugs.slice(-2)).toEqual(['voda', 'voda-2']);
  });

  it('are put in another order, but not over the end', () => {
    const names = moved(draft.areas, 1, -1).map(({ name }) => name);
    expect(names.slice(0, 2)).toEqual(['Бізнес і робота', 'Інфраструктура']);
    expect(moved(draft.areas, 0, -1)).toBe(draft.areas);
  });
});

describe('what cannot be', () => {
  const good = { ...first_draft('blank', words), ...named };

  it('is said at its part', () => {
    const two = { ...good, areas: good.areas.slice(1) };
    expect(faults_of(two).get('areas')).toEqual({ key: 'fault_areas_count', count: 2 });
    const unnamed = { ...good, areas: with_area(good.areas) };
    expect(faults_of(unnamed).get('areas')).toEqual({ key: 'fault_areas_named' });
    const alike = { ...good, areas: good.areas.map((line) => ({ ...line, name: 'Вода' })) };
    expect(faults_of(alike).get('areas')).toEqual({ key: 'fault_areas_alike', name: 'Вода' });
    const long = { ...good, title: 'я'.repeat(121) };
    expect(faults_of(long).get('title')).toEqual({ key: 'fault_long', count: 121 });
  });

  it('is more settlements than a session has room for, and one answer alone', () => {
    const many = Array.from({ length: 301 }, (_, n) => `Село ${String(n)}`).join('\n');
    expect(faults_of({ ...good, settlements: many }).get('settlements')).toEqual({
      key: 'fault_many',
      count: 301,
    });
    expect(faults_of({ ...good, answers: 'Так' }).has('answers')).toBe(true);
    expect(faults_of({ ...good, answers: 'Так\nНі' }).size).toBe(0);
  });
});

describe('what is asked of the server', () => {
  const draft = {
    ...first_draft('residency', words),
    ...named,
    title: '  Резиденція  ',
    settlements: 'Жовківська\nЖовківська\n\nРава-Руська',
  };

  it('are the settings, tidy', () => {
    const set = settings_of_draft(draft);
    expect(set.title).toBe('Резиденція');
    expect(set.settlements).toEqual(['Жовківська', 'Рава-Руська']);
    expect(set.areas.map(({ slug }) => slug)).toEqual(['tourism', 'culture', 'medicine']);
  });

  it('is then each step that has something to say', () => {
    expect(steps_of_draft(draft).map(({ name }) => name)).toEqual(['programme', 'warmup']);
    const plain = { ...first_draft('strategy', words), logo: 'iVBORw0KGgo' };
    expect(steps_of_draft(plain).map(({ name }) => name)).toEqual(['programme', 'branding']);
    const [programme] = steps_of_draft(plain);
    expect(programme?.ops).toContainEqual({ kind: 'plan_phase', phase: 'ideas', minutes: 45 });
  });
});
