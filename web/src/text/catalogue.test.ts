import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Message, Messages } from './catalogue.svelte';
import { catalogue, Language, language } from './catalogue.svelte';

// Every file of messages of this folder, found, so that a new one
// cannot be forgotten: NAME.uk.ts or uk.ts, with its English beside it.
const files = import.meta.glob<Record<string, Messages>>(['./*uk.ts', './*en.ts'], { eager: true });
const sources = import.meta.glob<string>(['../**/*.svelte', '../**/*.ts', '!../**/*.test.ts'], {
  eager: true,
  query: '?raw',
  import: 'default',
});

function messages_in(path: string): Messages {
  return Object.values(files[path] ?? {})[0] ?? {};
}

function words(message: Message): string[] {
  return typeof message === 'string' ? [message] : Object.values(message);
}

function params(message: Message): string[] {
  const found = words(message).flatMap((text) => text.match(/\{\w+\}/g) ?? []);
  return [...new Set(found)].sort();
}

const pairs = Object.keys(files)
  .filter((path) => path.endsWith('uk.ts'))
  .map((uk) => ({ uk, en: uk.replace(/uk\.ts$/, 'en.ts') }));

describe.each(pairs)('the messages of $uk', ({ uk, en }) => {
  const ukrainian = messages_in(uk);
  const english = messages_in(en);

  it('have the same keys in both languages', () => {
    expect(Object.keys(english).sort()).toEqual(Object.keys(ukrainian).sort());
  });

  it('have words in every form', () => {
    for (const [key, message] of [...Object.entries(ukrainian), ...Object.entries(english)]) {
      for (const text of words(message)) expect(text.trim(), key).not.toBe('');
    }
  });

  it('have all four Ukrainian forms where they count', () => {
    for (const [key, message] of Object.entries(ukrainian)) {
      if (typeof message !== 'string') {
        expect(Object.keys(message).sort(), key).toEqual(['few', 'many', 'one', 'other']);
      }
    }
  });

  it('ask for the same parameters in both languages', () => {
    for (const [key, message] of Object.entries(ukrainian)) {
      expect(params(english[key] ?? ''), key).toEqual(params(message));
    }
  });

  it('are typed as Ukrainian is: ’ in words, «…» round them, no straight quotes', () => {
    for (const [key, message] of Object.entries(ukrainian)) {
      for (const text of words(message)) expect(text, key).not.toMatch(/['"`]/);
    }
  });

  it('are all used', () => {
    const code = Object.entries(sources)
      .filter(([path]) => !path.startsWith('./'))
      .map(([, text]) => text)
      .join('\n');
    const unused = Object.keys(ukrainian).filter((key) => !is_used(key, code));
    expect(unused).toEqual([]);
  });
});

// `t('key')`, or a key put together: t(`phase_${phase}`), t(`${kind}_title`).
function is_used(key: string, code: string): boolean {
  if (new RegExp(`['"\`]${key}['"\`]`).test(code)) return true;
  return [...key.matchAll(/_/g)].some(({ index }) => {
    const beginning = key.slice(0, index + 1);
    const end = new RegExp(`\`\\$\\{\\w+\\}${key.slice(index)}\``);
    return code.includes(`\`${beginning}\${`) || end.test(code);
  });
}

describe('t', () => {
  const t = catalogue(
    {
      plain: 'Надіслано',
      named: 'Причина: {reason}',
      dash: 'Одна ідея — одне повідомлення',
      left: {
        one: 'Залишився {n} голос',
        few: 'Залишилося {n} голоси',
        many: 'Залишилося {n} голосів',
        other: 'Залишилося {n} голосу',
      },
    },
    () =>
      Promise.resolve({
        plain: 'Sent',
        named: 'Reason: {reason}',
        dash: 'One idea: one message',
        left: { one: '{n} vote left', other: '{n} votes left' },
      }),
  );

  beforeAll(() => {
    vi.stubGlobal('document', { documentElement: { lang: 'uk' } });
  });

  it('speaks Ukrainian first, with the right form', async () => {
    await language.choose('uk');
    expect(t('plain')).toBe('Надіслано');
    expect(t('named', { reason: 'повтор' })).toBe('Причина: повтор');
    expect([1, 2, 5, 21].map((n) => t('left', { n }))).toEqual([
      'Залишився 1 голос',
      'Залишилося 2 голоси',
      'Залишилося 5 голосів',
      'Залишився 21 голос',
    ]);
  });

  it('speaks English once that is chosen', async () => {
    await language.choose('en');
    expect(t('left', { n: 1 })).toBe('1 vote left');
    expect(t('left', { n: 0 })).toBe('0 votes left');
    expect(document.documentElement.lang).toBe('en');
  });

  it('begins no line with a dash', async () => {
    await language.choose('uk');
    expect(t('dash')).toBe('Одна ідея\u00a0— одне повідомлення');
  });

  it('leaves a resident’s own braces and dollars alone', async () => {
    await language.choose('uk');
    expect(t('named', { reason: '$& {n}' })).toBe('Причина: $& {n}');
  });
});

describe('words that come later', () => {
  it('come in English too where that was chosen before', async () => {
    vi.stubGlobal('document', { documentElement: { lang: 'uk' } });
    await language.choose('en');
    let is_away = true;
    const en = () => (is_away ? Promise.reject(new Error('away')) : Promise.resolve({ a: 'idea' }));
    const t = catalogue({ a: 'ідея' }, en);
    await expect(language.complete()).rejects.toThrow('away');
    expect(t('a')).toBe('ідея');
    is_away = false;
    await language.complete();
    expect(t('a')).toBe('idea');
    await language.choose('uk');
  });
});

describe('the language of a page', () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  const forbidden = {
    getItem: () => {
      throw new DOMException('no', 'SecurityError');
    },
    setItem: () => {
      throw new DOMException('no', 'SecurityError');
    },
  };

  beforeEach(async () => {
    kept.clear();
    vi.stubGlobal('document', { documentElement: { lang: 'uk' } });
    vi.stubGlobal('localStorage', storage);
    await language.choose('uk');
  });

  // As the page finds it when it is opened.
  async function opened(page: 'desk' | 'board'): Promise<Language> {
    document.documentElement.lang = 'uk';
    const found = new Language();
    await found.recall(page);
    return found;
  }

  it('is Ukrainian until another was chosen, and whatever nonsense is kept', async () => {
    kept.set('viche.language.desk', 'fr');
    expect((await opened('desk')).current).toBe('uk');
    expect(document.documentElement.lang).toBe('uk');
  });

  it('is remembered for this page alone', async () => {
    const desk = await opened('desk');
    await desk.choose('en');
    expect([...kept]).toEqual([['viche.language.desk', 'en']]);
    expect((await opened('board')).current).toBe('uk');
    expect((await opened('desk')).current).toBe('en');
    expect(document.documentElement.lang).toBe('en');
  });

  it('can be chosen where nothing can be kept', async () => {
    vi.stubGlobal('localStorage', forbidden);
    const board = await opened('board');
    await board.choose('en');
    expect([board.current, document.documentElement.lang]).toEqual(['en', 'en']);
  });

  it('stays as it was while the other cannot be had, and comes at the next try', async () => {
    let is_away = true;
    const late = catalogue({ word: 'слово' }, () =>
      is_away ? Promise.reject(new Error('away')) : Promise.resolve({ word: 'word' }),
    );
    await language.choose('en');
    expect([language.current, late('word')]).toEqual(['uk', 'слово']);
    is_away = false;
    await language.choose('en');
    expect([language.current, late('word')]).toEqual(['en', 'word']);
  });
});
