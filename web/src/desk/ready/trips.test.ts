import { describe, expect, it } from 'vitest';
import { trip_words } from './trips';

describe('the words on round trips', () => {
  it('say that nobody is there, before and after asking', () => {
    expect(trip_words(null).state).toBe('unknown');
    expect(trip_words({ asked: 0, answered: 0 }).said).toBe('Поки що не видно жодного телефона.');
  });

  it('do not take silence of the server for an absence of phones', () => {
    expect(trip_words('failed')).toEqual({
      state: 'unknown',
      said: 'Сервер не відповів. Перевірте зв’язок і спробуйте ще раз.',
      todo: null,
    });
  });

  it('tell of one phone, and never of no time at all', () => {
    const one = { asked: 1, answered: 1, median_us: 84_300, worst_us: 84_300 };
    expect(trip_words(one)).toEqual({
      state: 'good',
      said: 'Телефон відповів за 84 мс.',
      todo: null,
    });
    expect(trip_words({ ...one, median_us: 90 }).said).toBe('Телефон відповів за 1 мс.');
  });

  it('tell of several, with the slowest', () => {
    const three = { asked: 3, answered: 3, median_us: 40_000, worst_us: 1_250_000 };
    expect(trip_words(three).said).toBe(
      'Відповіли 3 телефони: зазвичай за 40 мс, найповільніший за 1250 мс.',
    );
    expect(trip_words(three).state).toBe('good');
  });

  it('warn of a slow network and of silent phones', () => {
    const slow = { asked: 1, answered: 1, median_us: 1_400_000, worst_us: 1_400_000 };
    expect(trip_words(slow).state).toBe('attention');
    expect(trip_words({ ...slow, asked: 4 }).said).toBe(
      'Відповіли: 1 з 4. Решта мовчить понад дві секунди.',
    );
    expect(trip_words({ asked: 2, answered: 0 }).state).toBe('attention');
  });
});
