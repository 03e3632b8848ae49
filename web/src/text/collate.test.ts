import { describe, expect, it } from 'vitest';
import { by_alphabet } from './collate';

// As they stand in a Ukrainian dictionary.
const orders: Readonly<Record<string, readonly string[]>> = {
  letters: [...'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'],
  г_and_ґ: ['Гадяч', 'Гусятин', 'Ґельсендорф', 'Дубно'],
  е_and_є: ['Емільчине', 'Єланець', 'Єреськи', 'Жашків'],
  и_і_ї_й: ['Иржавець', 'Іванків', 'Ізюм', 'Їзюминка', 'Йосипівка', 'Калинівка'],
  soft_sign: ['Ольвія', 'Олюшин', 'Оляниця'],
  щ_ю_я: ['Шпола', 'Щасливе', 'Юрківка', 'Яготин'],
  ї_inside: ['Українка', 'Укриття'],
  numbers: ['Стіл 2', 'Стіл 10', 'Хутір 1', 'Хутір 12'],
  latin: ['Яготин', 'Amsterdam', 'Zürich'],
  case: ['вул. Лісова', 'Вул. Садова'],
};

describe('names', () => {
  it.each(Object.entries(orders))('stand by the alphabet: %s', (_, names) => {
    expect(by_alphabet([...names].reverse())).toEqual(names);
  });

  it('do not mind which apostrophe was typed', () => {
    const names = ['М’якоти', 'Мʼясківка', 'М`ята', "М'ячківка"];
    expect(by_alphabet([...names].reverse())).toEqual(names);
  });

  it('with an apostrophe stand as if there were none', () => {
    const names = ['Пірнівці', 'П’ядики', 'Пядиківці', 'П’ятихатки'];
    expect(by_alphabet([...names].reverse())).toEqual(names);
  });

  it('are given anew', () => {
    const names = ['Яготин', 'Гадяч'];
    by_alphabet(names);
    expect(names).toEqual(['Яготин', 'Гадяч']);
  });
});
