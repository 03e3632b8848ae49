import { describe, expect, it } from 'vitest';
import { GROUPS, offered, path_of } from './formats';

const every = GROUPS.flatMap(({ formats }) => [...formats]);

describe('formats of the report', () => {
  it('are all offered while the server has not said which it can make', () => {
    const offers = offered(null).flatMap((group) => group.offers);
    expect(offers.map(({ format }) => format)).toEqual(every);
    expect(offers.every(({ wants }) => wants === null)).toBe(true);
  });

  it('say what to install where the server cannot make them, and are left out if unknown', () => {
    const groups = offered([
      { format: 'docx', is_ready: true },
      { format: 'pdf', is_ready: false, words: 'libreoffice-writer-nogui' },
      { format: 'csv', is_ready: true },
      { format: 'parchment', is_ready: true },
    ]);
    expect(groups).toEqual([
      {
        name: 'council',
        offers: [
          { format: 'docx', wants: null },
          { format: 'pdf', wants: 'libreoffice-writer-nogui' },
        ],
      },
      { name: 'open', offers: [{ format: 'csv', wants: null }] },
    ]);
  });

  it('are asked for in an edition and a language, with names and cards as chosen', () => {
    const choice = {
      edition: 'public',
      language: 'en',
      has_authors: false,
      cards: [3, 8],
    } as const;
    expect(path_of('482913', 'cards.zip', choice)).toBe(
      '/api/sessions/482913/report.cards.zip?edition=public&language=en&ideas=3,8',
    );
    expect(path_of('482913', 'pdf', { ...choice, has_authors: true })).toMatch(/&authors=yes$/);
    expect(path_of('482913', 'cards.docx', { ...choice, cards: [] })).not.toContain('ideas');
  });
});
