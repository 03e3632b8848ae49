import { expect, test } from 'vitest';
import { SETUP_LIMITS } from '../../wire/ops.gen';
import { area_slug, is_akin } from './area_slug';

const none: ReadonlySet<string> = new Set();

test('a Ukrainian name is written in Latin letters as in a passport', () => {
  expect(area_slug('Об’їзна дорога', none)).toBe('obizna-doroha');
  expect(area_slug('Їжа та щедрість', none)).toBe('yizha-ta-shchedrist');
  expect(area_slug('Згоден: ґанок, Юлія', none)).toBe('zghoden-ganok-yuliia');
  expect(area_slug('Café & 5G', none)).toBe('cafe-5g');
});

test('a slug is never empty, never taken, and never too long', () => {
  expect(area_slug('🌳', none)).toBe('area');
  expect(area_slug('Вода', new Set(['voda', 'voda-2']))).toBe('voda-3');
  const long = area_slug('Розвиток сільських територій громади', none);
  expect(long.length).toBeLessThanOrEqual(SETUP_LIMITS.slug_bytes_max);
  expect(area_slug('Розвиток сільських територій громади', new Set([long])).length).toBe(
    SETUP_LIMITS.slug_bytes_max,
  );
  expect(long).toMatch(/^[a-z0-9-]+$/);
});

test('an area that was only put in other words is about the same', () => {
  expect(is_akin('Туризм', 'Туризм і відпочинок')).toBe(true);
  expect(is_akin('Молодь і спорт', 'Спортивна громада')).toBe(true);
  expect(is_akin('Туризм', 'Сільське господарство')).toBe(false);
});
