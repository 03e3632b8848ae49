import { describe, expect, it } from 'vitest';
import { count_graphemes, normal_text } from '../session/graphemes';
import { idea_fault, toggled } from './idea_limits';
import { personal_data_in } from './personal_data';
import { first_screen, screens_of } from './screens';

describe('an idea before it is sent', () => {
  it('is counted in what a person calls a character', () => {
    expect(count_graphemes('ї')).toBe(1);
    expect(count_graphemes(normal_text('и\u0306'))).toBe(1);
    expect(count_graphemes('👨‍👩‍👧‍👦🇺🇦')).toBe(2);
  });

  it('needs three letters, at most 600 graphemes and one or two areas', () => {
    expect(idea_fault('  ще ', ['medicine'])).toBe('too_short');
    expect(idea_fault('1234 !!', ['medicine'])).toBe('too_short');
    expect(idea_fault('ї'.repeat(601), ['medicine'])).toBe('too_long');
    expect(idea_fault('ї'.repeat(600) + '   ', ['medicine'])).toBeNull();
    expect(idea_fault('Лікар', [])).toBe('no_area');
    expect(idea_fault('Лікар', ['medicine', 'social'])).toBeNull();
  });

  it.each([
    ['😀👍🇺🇦', 'too_short'],
    ['\u200B\u2060\uFEFF', 'too_short'],
    ['<b></b>', 'too_short'],
    ['ї'.repeat(100_000), 'too_long'],
    ['👍'.repeat(100_000) + 'парк', 'too_long'],
  ])('tells what is wrong with bad input, however much it is', (text, fault) => {
    expect(idea_fault(text, ['medicine'])).toBe(fault);
  });

  it('takes other scripts and what looks like code for a text like any other', () => {
    expect(idea_fault('مدرسة جديدة', ['medicine'])).toBeNull();
    expect(idea_fault('<script>alert(1)</script>', ['medicine'])).toBeNull();
  });

  it('takes a third area in place of the first', () => {
    expect(toggled(['a', 'b'], 'c')).toEqual(['b', 'c']);
    expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
  });

  it.each([
    ['Дзвоніть 067 000 00 00', 'phone'],
    ['тел. +380670000000', 'phone'],
    ['пишіть на golova@example.org', 'mail'],
    ['картка 4111 1111 1111 1111', 'card'],
    ['живе на вул. Садовій, буд. 5', 'address'],
    ['вулиця Центральна, 12, там яма', 'address'],
    ['вул. Шевченка 7 без світла', 'address'],
    ['у неї кв. 14, другий під’їзд', 'address'],
    ['067-000-00-00 питати Олену', 'phone'],
    ['(067) 000 00 00', 'phone'],
    ['UA21 3223 1300 0002 6007 2335 6600 1', 'card'],
  ])('warns of personal data in «%s»', (text, what) => {
    expect(personal_data_in(text)).toBe(what);
  });

  it.each([
    'Освітлення на вулиці Садовій',
    'Освітлення на вул. Садовій до 2027 року',
    'Ремонт вулиці Лісової, 2 км асфальту',
    'Автобус о 7:30 з Криничного до міста',
    'Таксі в область коштує 1500 грн',
    'До 2027 року 3 автобуси на день',
    'Інтернет 100 Мбіт/с у 12 селах',
  ])('lets «%s» pass', (text) => {
    expect(personal_data_in(text)).toBeNull();
  });
});

describe('the screens of a phase', () => {
  it('begin with what the phase is about', () => {
    expect(first_screen('ideas')).toBe('write');
    expect(first_screen('vote')).toBe('vote');
    expect(screens_of('closed')).toContain('mine');
  });
});
