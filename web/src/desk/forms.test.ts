import { expect, test } from 'vitest';
import { form_keys, stem_of } from './forms';

function are_kin(one: string, other: string): boolean {
  const keys = form_keys(one);
  return [...form_keys(other)].some((key) => keys.has(key));
}

test.each([
  ['лікар', 'лікаря лікарю лікарі лікарем лікарів лікарям лікарями лікарях'],
  ['дорога', 'дороги дорогу дорогою дорозі доріг дорогами'],
  ['школа', 'школи школу школою шкіл школам'],
  ['село', 'села селі сіл селами'],
  ['сіль', 'солі'],
  ['лавка', 'лавки лавці лавок'],
  ['зупинка', 'зупинці зупинок'],
  ['ставок', 'ставка ставку'],
  ['хлопець', 'хлопця хлопці'],
  ['земля', 'землі земель'],
  ['гай', 'гаю гаєм'],
  ['лікарня', 'лікарні лікарень'],
  ['амбулаторія', 'амбулаторії амбулаторію амбулаторій'],
  ['освітлення', 'освітленням освітлень'],
  ['дитячий', 'дитячого дитячому дитяча дитячі дитячих'],
  ['синій', 'синього синьої сині'],
  ['зробити', 'зробить зробив зробили зробіть'],
  ['збиратися', 'збиратись збирались збирають'],
])('«%s» is known in its other forms', (word, forms) => {
  for (const form of forms.split(' ')) expect(are_kin(word, form), form).toBe(true);
});

test.each([
  ['лікар', 'лікарня'],
  ['школа', 'шкільний'],
  ['дорога', 'дорослий'],
  ['рада', 'радіти'],
  ['мед', 'мода'],
  ['рука', 'руша'],
  ['каса', 'каша'],
  ['освіта', 'освітлення'],
])('«%s» and «%s» are different words', (one, other) => {
  expect(are_kin(one, other)).toBe(false);
});

test('a beginning of two letters is too little: known not to be known', () => {
  expect(are_kin('яма', 'ям')).toBe(false);
});

test('a stem is what no ending changes', () => {
  for (const form of ['сирена', 'сирену', 'сиреною']) expect(stem_of(form)).toBe('сирен');
  expect(stem_of('дах')).toBe('дах');
});
