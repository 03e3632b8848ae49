import { describe, expect, it } from 'vitest';
import { asked_of, faults_of_warmup, is_as_asked, warmup_op } from './warmup_form';

const villages = ['Сергіївка', 'Курортне'];
const usual = { question: '', options: villages, people: [] };

describe('the warm-up’s question in a form', () => {
  it('has no answers of its own while it asks for the settlements', () => {
    expect(asked_of(usual, villages)).toEqual({ warmup: '', answers: '' });
    const own = { question: 'Звідки ви?', options: ['Село', 'Місто'], people: [] };
    expect(asked_of(own, villages)).toEqual({ warmup: 'Звідки ви?', answers: 'Село\nМісто' });
  });

  it('is unsaved only when something else would be said', () => {
    const asked = asked_of(usual, villages);
    expect(is_as_asked({ warmup: '  ', answers: '\n' }, asked)).toBe(true);
    expect(is_as_asked({ warmup: 'Звідки ви?', answers: '' }, asked)).toBe(false);
  });

  it('is said tidied', () => {
    expect(warmup_op({ warmup: ' Звідки ви? ', answers: '1. Село\n\nМісто\nсело' })).toEqual({
      kind: 'set_warmup',
      question: 'Звідки ви?',
      options: ['Село', 'Місто'],
    });
  });

  it('has no answers or at least two', () => {
    expect(faults_of_warmup({ warmup: '', answers: '' }).size).toBe(0);
    expect([...faults_of_warmup({ warmup: '', answers: 'Село' }).keys()]).toEqual(['answers']);
  });
});
